package constancia.command.meetings;

import constancia.kernel.Refused;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MinutesStatus;
import constancia.kernel.meetings.MinutesStep;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting as their rules see them. {@code text} is that of the last draft. */
record Minutes(int draft, @Nullable MinutesStatus status, String text, @Nullable LocalDate lastOn, Map<UUID, Observation> observations, Set<UUID> corrigenda) {

    /** @param taken null until it was answered */
    record Observation(int draft, @Nullable Boolean taken) {}

    static final Minutes NONE = new Minutes(0, null, "", null, Map.of(), Set.of());

    Minutes evolve(MinutesStep step) {
        return switch (step) {
            case MinutesDrafted e -> new Minutes(e.draft(), MinutesStatus.DRAFT, e.text(), e.effectiveOn(), observations, corrigenda);
            case MinutesCirculated e -> new Minutes(draft, MinutesStatus.CIRCULATED, text, e.effectiveOn(), observations, corrigenda);
            case MinutesObserved e -> with(e.observation(), new Observation(e.draft(), null), e.effectiveOn());
            case ObservationAnswered e -> with(e.observation(), new Observation(observations.get(e.observation()).draft, e.taken()), e.effectiveOn());
            case MinutesApproved e -> new Minutes(draft, MinutesStatus.APPROVED, text, e.effectiveOn(), observations, corrigenda);
            case CorrigendumIssued e -> {
                var more = new HashSet<>(corrigenda);
                more.add(e.corrigendum());
                yield new Minutes(draft, status, text, e.effectiveOn(), observations, Set.copyOf(more));
            }
        };
    }

    void mustBe(MinutesStatus expected) {
        if (status != expected) {
            throw new Refused(status == null ? "minutes-not-drafted" : switch (status) {
                case DRAFT -> "minutes-not-circulated";
                case CIRCULATED -> "minutes-circulated";
                case APPROVED -> "minutes-approved";
            });
        }
    }

    void mustFollow(LocalDate on) {
        if (lastOn != null && on.isBefore(lastOn)) {
            throw new Refused("effective-before-previous", lastOn);
        }
    }

    /** Whether some observation of the present draft was taken: then it does not say yet what it must. */
    boolean mustBeDraftedAnew() {
        return observations.values().stream().anyMatch(one -> one.draft == draft && Boolean.TRUE.equals(one.taken));
    }

    void mustHaveAnsweredAll() {
        if (observations.values().stream().anyMatch(one -> one.taken == null)) {
            throw new Refused("observations-unanswered");
        }
    }

    private Minutes with(UUID id, Observation observation, LocalDate on) {
        var more = new HashMap<>(observations);
        more.put(id, observation);
        return new Minutes(draft, status, text, on, Map.copyOf(more), corrigenda);
    }
}
