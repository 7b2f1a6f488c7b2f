package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.meetings.DeliberationStage;
import constancia.kernel.meetings.DeliberationStep;
import constancia.kernel.meetings.MeetingEvent.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on record of a deliberation. {@code proposals}: the compiled one and, if it was put, the second. */
public record DeliberationFacts(QuestionPut question, List<PositionRecorded> positions, List<Proposal> proposals, @Nullable DeliberationConcluded conclusion) {

    /** {@code assessments}: the latest of each institution, or person on its own seat. */
    public record Proposal(List<String> options, LocalDate putOn, List<ProposalAssessed> assessments) {}

    static List<Dated<DeliberationFacts>> evolve(List<Dated<DeliberationFacts>> all, Recorded<?> record, DeliberationStep step) {
        if (step instanceof QuestionPut e) {
            return Dated.plus(all, new DeliberationFacts(e, List.of(), List.of(), null), record);
        }
        return Dated.each(all, one -> one.id().equals(step.deliberation()) ? one.after(step) : one);
    }

    UUID id() {
        return question.deliberation();
    }

    DeliberationStage stage() {
        return DeliberationStage.of(proposals.size(), conclusion != null);
    }

    private DeliberationFacts after(DeliberationStep step) {
        return switch (step) {
            case QuestionPut _ -> this;
            case PositionRecorded e -> new DeliberationFacts(question, with(positions, e), proposals, conclusion);
            case ProposalCompiled e -> new DeliberationFacts(question, positions, with(proposals, new Proposal(e.options(), e.effectiveOn(), List.of())), conclusion);
            case SecondProposalPut e -> new DeliberationFacts(question, positions, with(proposals, new Proposal(e.options(), e.effectiveOn(), List.of())), conclusion);
            case ProposalAssessed e -> {
                var last = proposals.getLast();
                var others = last.assessments.stream().filter(one -> !sameVoice(one, e)).toList();
                yield new DeliberationFacts(question, positions,
                        with(proposals.subList(0, proposals.size() - 1), new Proposal(last.options, last.putOn, with(others, e))), conclusion);
            }
            case DeliberationConcluded e -> new DeliberationFacts(question, positions, proposals, e);
        };
    }

    private static boolean sameVoice(ProposalAssessed one, ProposalAssessed other) {
        return one.institution() == null ? other.institution() == null && Objects.equals(one.person(), other.person())
                : one.institution().equals(other.institution());
    }

    private static <T> List<T> with(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }
}
