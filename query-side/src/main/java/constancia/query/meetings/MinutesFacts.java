package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MinutesStatus;
import constancia.kernel.meetings.MinutesStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything on record of a meeting's minutes. {@code draft} is the last one, {@code status} that of it. */
public record MinutesFacts(@Nullable MinutesStatus status, @Nullable MinutesDrafted draft, @Nullable MinutesCirculated circulated,
                           List<Dated<Observation>> observations, @Nullable MinutesApproved approved, List<Dated<Corrigendum>> corrigenda) {

    public record Observation(MinutesObserved observed, @Nullable ObservationAnswered answered) {}

    /** @param grounds why it was issued */
    public record Corrigendum(CorrigendumIssued issued, @Nullable String grounds) {}

    static final MinutesFacts NONE = new MinutesFacts(null, null, null, List.of(), null, List.of());

    MinutesFacts evolve(Recorded<?> record, MinutesStep step) {
        return switch (step) {
            case MinutesDrafted e -> new MinutesFacts(MinutesStatus.DRAFT, e, null, observations, approved, corrigenda);
            case MinutesCirculated e -> new MinutesFacts(MinutesStatus.CIRCULATED, draft, e, observations, approved, corrigenda);
            case MinutesObserved e -> observed(Dated.plus(observations, new Observation(e, null), record));
            case ObservationAnswered e -> observed(Dated.each(observations,
                    one -> one.observed.observation().equals(e.observation()) ? new Observation(one.observed, e) : one));
            case MinutesApproved e -> new MinutesFacts(MinutesStatus.APPROVED, draft, circulated, observations, e, corrigenda);
            case CorrigendumIssued e -> new MinutesFacts(status, draft, circulated, observations, approved,
                    Dated.plus(corrigenda, new Corrigendum(e, record.by().grounds()), record));
        };
    }

    /** What the last draft says, or the minutes approved. */
    @Nullable String text() {
        return approved != null ? approved.text() : draft == null ? null : draft.text();
    }

    private MinutesFacts observed(List<Dated<Observation>> observations) {
        return new MinutesFacts(status, draft, circulated, observations, approved, corrigenda);
    }
}
