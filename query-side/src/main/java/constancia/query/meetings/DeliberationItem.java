package constancia.query.meetings;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.DeliberationStage;
import constancia.kernel.meetings.MeetingEvent.ProposalAssessed;
import constancia.kernel.meetings.TakenUp;
import constancia.kernel.reserve.Classification;
import constancia.kernel.reserve.ItemClass;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.MeetingName;
import constancia.query.history.Names;
import constancia.query.history.Reserve;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deliberation as answered.
 *
 * @param positions     without an institution, of a {@code person} on its own seat; {@code counts} is false for what friends, observers and guests say, here and in the assessments
 * @param classification until its conclusion it is reserved by itself
 * @param discrepancies who holds what against the last proposal, of those that count: after the conclusion, for the final report
 */
record DeliberationItem(UUID id, DeliberationStage stage, @Nullable UUID item, String question, LocalDate putOn, @Nullable Origin takesUp,
                        List<Position> positions, List<Proposal> proposals, @Nullable DeliberationOutcome outcome, @Nullable LocalDate concludedOn,
                        List<Discrepancy> discrepancies, @JsonProperty("class") ItemClass classification, @Nullable Reserve reserve) {

    record Origin(@Nullable MeetingName meeting, UUID deliberation) {}

    record Position(@Nullable InstitutionName institution, @Nullable UUID person, String text, boolean counts, LocalDate on) {}

    /** {@code options} in order of priority. */
    record Proposal(List<String> options, LocalDate putOn, List<Assessed> assessments) {}

    record Assessed(@Nullable InstitutionName institution, @Nullable UUID person, Assessment assessment, @Nullable String text, boolean counts, LocalDate on) {}

    record Discrepancy(@Nullable InstitutionName institution, @Nullable UUID person, Assessment assessment, @Nullable String text) {}

    static DeliberationItem of(DeliberationFacts f, Classification said, Names names) {
        var classified = f.conclusion() == null && said.as() == ItemClass.PUBLIC ? ItemClass.RESERVED : said.as();
        var question = f.question();
        var takesUp = question.takesUp();
        var conclusion = f.conclusion();
        var positions = f.positions().stream().map(p -> new Position(names.institution(p.institution()), p.person(), p.text(), p.counts(), p.effectiveOn())).toList();
        var proposals = f.proposals().stream()
                .map(p -> new Proposal(p.options(), p.putOn(), p.assessments().stream().map(a -> assessed(a, names)).toList())).toList();
        return new DeliberationItem(f.id(), f.stage(), question.item(), question.question(), question.effectiveOn(),
                origin(takesUp, names), positions, proposals,
                conclusion == null ? null : conclusion.outcome(), conclusion == null ? null : conclusion.effectiveOn(), discrepancies(f, names), classified, Reserve.of(said));
    }

    /** Nothing, too, when it was in a meeting that may not be named. */
    private static @Nullable Origin origin(@Nullable TakenUp takesUp, Names names) {
        var meeting = takesUp == null ? null : names.meeting(takesUp.meeting());
        return meeting == null ? null : new Origin(meeting, takesUp.deliberation());
    }

    private static Assessed assessed(ProposalAssessed a, Names names) {
        return new Assessed(names.institution(a.institution()), a.person(), a.assessment(), a.text(), a.counts(), a.effectiveOn());
    }

    private static List<Discrepancy> discrepancies(DeliberationFacts f, Names names) {
        return f.proposals().isEmpty() ? List.of() : f.proposals().getLast().assessments().stream().filter(a -> a.counts() && a.assessment().discrepant())
                .map(a -> new Discrepancy(names.institution(a.institution()), a.person(), a.assessment(), a.text())).toList();
    }
}
