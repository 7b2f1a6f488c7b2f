package constancia.command.meetings;

import constancia.kernel.Refused;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.DeliberationStage;
import constancia.kernel.meetings.DeliberationStep;
import constancia.kernel.meetings.MeetingEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deliberation as its rules see it. {@code rounds}: for each proposal put, what each institution
 * or person whose word counts says of it. {@code item}: that of the agenda under which it was put. */
record Deliberation(@Nullable UUID item, LocalDate putOn, LocalDate lastOn, List<Map<UUID, Assessment>> rounds, boolean concluded) {

    static Deliberation evolve(@Nullable Deliberation before, DeliberationStep step) {
        if (step instanceof QuestionPut e) {
            return new Deliberation(e.item(), e.effectiveOn(), e.effectiveOn(), List.of(), false);
        }
        var now = Objects.requireNonNull(before);
        return switch (step) {
            case QuestionPut _, PositionRecorded _ -> new Deliberation(now.item, now.putOn, step.effectiveOn(), now.rounds, now.concluded);
            case ProposalCompiled _, SecondProposalPut _ -> new Deliberation(now.item, now.putOn, step.effectiveOn(), now.nextRound(), now.concluded);
            case ProposalAssessed e -> new Deliberation(now.item, now.putOn, e.effectiveOn(), e.counts() ? now.assessed(e) : now.rounds, now.concluded);
            case DeliberationConcluded e -> new Deliberation(now.item, now.putOn, e.effectiveOn(), now.rounds, true);
        };
    }

    DeliberationStage stage() {
        return DeliberationStage.of(rounds.size(), concluded);
    }

    /** What those whose word counts say of the last proposal. */
    Collection<Assessment> standing() {
        return rounds.getLast().values();
    }

    DeliberationOutcome outcome() {
        return DeliberationOutcome.of(standing());
    }

    void mustTake(LocalDate on) {
        if (concluded) {
            throw new Refused("deliberation-concluded", lastOn);
        }
        if (on.isBefore(lastOn)) {
            throw new Refused("effective-before-previous", lastOn);
        }
    }

    private List<Map<UUID, Assessment>> nextRound() {
        var more = new ArrayList<>(rounds);
        more.add(Map.of());
        return List.copyOf(more);
    }

    private List<Map<UUID, Assessment>> assessed(ProposalAssessed e) {
        var round = new HashMap<>(rounds.getLast());
        round.put(Voice.holder(e.institution(), e.person()), e.assessment());
        var all = new ArrayList<>(rounds);
        all.set(all.size() - 1, Map.copyOf(round));
        return List.copyOf(all);
    }
}
