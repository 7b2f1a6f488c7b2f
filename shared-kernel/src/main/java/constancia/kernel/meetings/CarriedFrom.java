package constancia.kernel.meetings;

import java.util.UUID;

/** An item of an earlier meeting that was not reached and is taken up again. */
public record CarriedFrom(MeetingId meeting, UUID item) {}
