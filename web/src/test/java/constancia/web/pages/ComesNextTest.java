package constancia.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Word;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.bodies.BodyStatus;
import constancia.kernel.casefiles.CaseFileStatus;
import constancia.kernel.indicators.IndicatorStatus;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.MinutesStatus;
import constancia.kernel.plans.PlanStatus;
import constancia.kernel.risks.RiskStatus;
import constancia.web.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComesNextTest {

    private static final Map<Collections, Word[]> STATUSES = Map.of(Collections.ACTIONS, ActionStatus.values(), Collections.AGREEMENTS, AgreementStatus.values(),
            Collections.MEETINGS, MeetingStatus.values(), Collections.PLANS, PlanStatus.values(), Collections.CASE_FILES, CaseFileStatus.values(), Collections.BODIES, BodyStatus.values(),
            Collections.INDICATORS, IndicatorStatus.values(), Collections.RISKS, RiskStatus.values());
    /** After these nothing is awaited; something may still be put right, behind the rest. */
    private static final Set<String> OVER = Set.of("actions fulfilled", "agreements terminated", "agreements superseded", "agreements fulfilled", "meetings cancelled", "plans closed", "institutions ended",
            "bodies dissolved", "indicators retired", "risks closed");

    @Test
    void in_each_status_what_is_offered_first_are_commands_of_the_kind_and_none_where_it_is_over() {
        for (var kind : Collections.values()) {
            var commands = kind.commands().stream().filter(command -> !Collections.creates(command)).map(Collections::kebab).collect(Collectors.toSet());
            for (var status : statuses(kind)) {
                var next = ComesNext.of(kind, item(status, null));
                assertThat(next).as(kind.path() + " " + status).isSubsetOf(commands).doesNotHaveDuplicates();
                assertThat(next.isEmpty()).as(kind.path() + " " + status).isEqualTo(OVER.contains(kind.path() + " " + status));
            }
        }
    }

    @Test
    void a_closed_meeting_goes_on_with_its_minutes() {
        assertThat(ComesNext.of(Collections.MEETINGS, item("closed", null))).containsExactly("draft-minutes");
        assertThat(Stream.of(MinutesStatus.values()).map(minutes -> ComesNext.of(Collections.MEETINGS, item("closed", minutes.word())).getFirst()))
                .containsExactly("circulate-minutes", "observe-minutes", "sign-minutes");
        assertThat(ComesNext.of(Collections.MEETINGS, item("open", "draft"))).contains("put-question");
    }

    private static List<String> statuses(Collections kind) {
        return kind == Collections.INSTITUTIONS ? List.of("active", "ended") : Stream.of(STATUSES.get(kind)).map(Word::word).toList();
    }

    private static JsonNode item(String status, String minutes) {
        var item = new JsonMapper().createObjectNode().put("status", status);
        if (minutes != null) {
            item.putObject("minutes").put("status", minutes);
        }
        return item;
    }
}
