package constancia.kernel.meetings;

import java.util.UUID;

/** A deliberation concluded before, whose proposal another one takes up: the team's at the table, the table's in the council. */
public record TakenUp(MeetingId meeting, UUID deliberation) {}
