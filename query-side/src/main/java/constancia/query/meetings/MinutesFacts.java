package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MinutesReceipt;
import constancia.kernel.meetings.MinutesStatus;
import constancia.kernel.meetings.MinutesStep;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record of a meeting's minutes. {@code draft} is the last one, {@code status} that of it.
 *
 * @param acknowledged of all drafts, in whatever order they came in
 */
public record MinutesFacts(@Nullable MinutesStatus status, @Nullable MinutesDrafted draft, @Nullable MinutesCirculated circulated,
                           List<Dated<Observation>> observations, @Nullable MinutesApproved approved, List<Dated<Corrigendum>> corrigenda,
                           List<Dated<MinutesAcknowledged>> acknowledged, List<Dated<MinutesSigned>> signed) {

    public record Observation(MinutesObserved observed, @Nullable ObservationAnswered answered) {}

    /** @param grounds why it was issued */
    public record Corrigendum(CorrigendumIssued issued, @Nullable String grounds) {}

    static final MinutesFacts NONE = new MinutesFacts(null, null, null, List.of(), null, List.of(), List.of(), List.of());

    MinutesFacts evolve(Recorded<?> record, MinutesStep step) {
        return switch (step) {
            case MinutesDrafted e -> new MinutesFacts(MinutesStatus.DRAFT, e, null, observations, approved, corrigenda, acknowledged, signed);
            case MinutesCirculated e -> new MinutesFacts(MinutesStatus.CIRCULATED, draft, e, observations, approved, corrigenda, acknowledged, signed);
            case MinutesObserved e -> observed(Dated.plus(observations, new Observation(e, null), record));
            case ObservationAnswered e -> observed(Dated.each(observations,
                    one -> one.observed.observation().equals(e.observation()) ? new Observation(one.observed, e) : one));
            case MinutesApproved e -> new MinutesFacts(MinutesStatus.APPROVED, draft, circulated, observations, e, corrigenda, acknowledged, signed);
            case CorrigendumIssued e -> new MinutesFacts(status, draft, circulated, observations, approved,
                    Dated.plus(corrigenda, new Corrigendum(e, record.by().grounds()), record), acknowledged, signed);
        };
    }

    MinutesFacts received(Recorded<?> record, MinutesReceipt receipt) {
        return switch (receipt) {
            case MinutesAcknowledged e -> new MinutesFacts(status, draft, circulated, observations, approved, corrigenda, Dated.plus(acknowledged, e, record), signed);
            case MinutesSigned e -> new MinutesFacts(status, draft, circulated, observations, approved, corrigenda, acknowledged, Dated.plus(signed, e, record));
        };
    }

    /** The acknowledgement of the last draft by that attendee, if it is there. */
    Optional<MinutesAcknowledged> acknowledgedBy(Attendee attendee) {
        return acknowledged.stream().map(Dated::value).filter(one -> draft != null && one.draft() == draft.draft() && of(attendee, one)).findFirst();
    }

    Optional<MinutesSigned> signedBy(Attendee attendee) {
        return signed.stream().map(Dated::value).filter(one -> of(attendee, one)).findFirst();
    }

    private static boolean of(Attendee attendee, MinutesReceipt receipt) {
        return receipt.institution() == null ? attendee.institution() == null && Objects.equals(receipt.person(), attendee.person())
                : receipt.institution().equals(attendee.institution());
    }

    /** What the last draft says, or the minutes approved. */
    @Nullable String text() {
        return approved != null ? approved.text() : draft == null ? null : draft.text();
    }

    private MinutesFacts observed(List<Dated<Observation>> observations) {
        return new MinutesFacts(status, draft, circulated, observations, approved, corrigenda, acknowledged, signed);
    }
}
