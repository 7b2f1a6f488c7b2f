package constancia.command.meetings;

import constancia.kernel.Refused;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MinutesReceipt;
import constancia.kernel.meetings.MinutesStatus;
import constancia.kernel.meetings.MinutesStep;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting as their rules see them. {@code text} is that of the last draft.
 *
 * @param circulations each draft circulated, the last one last
 * @param receipts     what was acknowledged and signed, by whom
 */
record Minutes(int draft, @Nullable MinutesStatus status, String text, @Nullable String folio, @Nullable LocalDate approvedOn, @Nullable LocalDate lastOn,
               Map<UUID, Observation> observations, Set<UUID> corrigenda, List<MinutesCirculated> circulations, Set<Receipt> receipts) {

    /** @param taken null until it was answered */
    record Observation(int draft, @Nullable Boolean taken) {}

    /** @param draft the one acknowledged; null of a signature, which is of the minutes approved */
    record Receipt(@Nullable Integer draft, UUID of, LocalDate on) {

        static Receipt of(MinutesReceipt receipt) {
            var holder = Voice.holder(receipt.institution(), receipt.person());
            return switch (receipt) {
                case MinutesAcknowledged e -> new Receipt(e.draft(), holder, e.effectiveOn());
                case MinutesSigned e -> new Receipt(null, holder, e.effectiveOn());
            };
        }
    }

    static final Minutes NONE = new Minutes(0, null, "", null, null, null, Map.of(), Set.of(), List.of(), Set.of());

    Minutes evolve(MinutesStep step) {
        return switch (step) {
            case MinutesDrafted e -> new Minutes(e.draft(), MinutesStatus.DRAFT, e.text(), folio, approvedOn, e.effectiveOn(), observations, corrigenda, circulations, receipts);
            case MinutesCirculated e -> new Minutes(draft, MinutesStatus.CIRCULATED, text, folio, approvedOn, e.effectiveOn(), observations, corrigenda,
                    with(circulations, e), receipts);
            case MinutesObserved e -> with(e.observation(), new Observation(e.draft(), null), e.effectiveOn());
            case ObservationAnswered e -> with(e.observation(), new Observation(observations.get(e.observation()).draft, e.taken()), e.effectiveOn());
            case MinutesApproved e -> new Minutes(draft, MinutesStatus.APPROVED, text, e.folio(), e.effectiveOn(), e.effectiveOn(), observations, corrigenda,
                    circulations, receipts);
            case CorrigendumIssued e -> new Minutes(draft, status, text, folio, approvedOn, e.effectiveOn(), observations, with(corrigenda, e.corrigendum()),
                    circulations, receipts);
        };
    }

    Minutes received(MinutesReceipt receipt) {
        return new Minutes(draft, status, text, folio, approvedOn, lastOn, observations, corrigenda, circulations, with(receipts, Receipt.of(receipt)));
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

    boolean observed() {
        return observations.values().stream().anyMatch(one -> one.draft == draft);
    }

    /** The last day on which the draft circulated may be observed, if there is one. */
    @Nullable LocalDate observableUntil() {
        return circulations.getLast().observationsUntil();
    }

    /** The draft that was circulated last by that day. */
    Optional<Integer> circulatedBy(LocalDate day) {
        return circulations.stream().filter(one -> !one.effectiveOn().isAfter(day)).reduce((_, later) -> later).map(MinutesCirculated::draft);
    }

    Optional<LocalDate> acknowledgedOn(int draft, UUID holder) {
        return receipts.stream().filter(one -> one.draft != null && one.draft == draft && one.of.equals(holder)).map(Receipt::on).findFirst();
    }

    Optional<LocalDate> signedOn(UUID holder) {
        return receipts.stream().filter(one -> one.draft == null && one.of.equals(holder)).map(Receipt::on).findFirst();
    }

    private Minutes with(UUID id, Observation observation, LocalDate on) {
        var more = new HashMap<>(observations);
        more.put(id, observation);
        return new Minutes(draft, status, text, folio, approvedOn, on, Map.copyOf(more), corrigenda, circulations, receipts);
    }

    private static <T> List<T> with(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private static <T> Set<T> with(Set<T> all, T one) {
        var more = new HashSet<>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
