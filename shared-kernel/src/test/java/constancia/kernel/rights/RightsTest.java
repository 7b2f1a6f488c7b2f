package constancia.kernel.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {

    static final String HEADINGS = """
            # a comment
            kind, what, route, administrator, coordinator, technical-secretariat, liaison, facilitator, verifier, authoriser, auditor, evaluator, observer, system
            """;
    static final String DELIVER = "command, actions/mark-delivered, , all, scope, -, own, register, -, -, -, -, -, calendar\n";
    static final BodyId COUNCIL = new BodyId(new UUID(1, 1));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(2, 1));

    static Authority holding(Role role, Object to) {
        return new Authority("ana", Set.of(new Binding(role, to instanceof BodyId body ? body : to instanceof InstitutionId institution ? institution : null)));
    }

    @Test
    void a_row_says_how_far_each_role_goes() {
        var right = Rights.read(HEADINGS + DELIVER).command("actions/mark-delivered");
        assertThat(right.anywhere(Authority.administrator("admin"))).isTrue();
        assertThat(right.anywhere(holding(Role.COORDINATOR, null))).isTrue();
        assertThat(right.anywhere(holding(Role.COORDINATOR, COUNCIL))).isFalse();
        assertThat(right.within(holding(Role.COORDINATOR, COUNCIL))).containsExactly(new Binding(Role.COORDINATOR, COUNCIL));
        assertThat(right.within(holding(Role.LIAISON, MINISTRY))).containsExactly(new Binding(Role.LIAISON, MINISTRY));
        assertThat(right.anywhere(holding(Role.FACILITATOR, null))).isTrue();
        assertThat(right.within(holding(Role.FACILITATOR, COUNCIL))).isEmpty();
        assertThat(right.anywhere(holding(Role.AUDITOR, null))).isFalse();
        assertThat(right.within(new Authority("nadie", Set.of()))).isEmpty();
        assertThat(right.policies()).containsExactly("calendar");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "command, actions/mark-delivered, , all, scope, -, own, -, -, -, -, -, calendar|cells",
            "command, actions/mark-delivered, , all, here, -, own, -, -, -, -, -, -,|none of",
            "order, actions/mark-delivered, , all, scope, -, own, -, -, -, -, -, -,|none of",
            "command, actions/mark-delivered, POST /api/actions, all, scope, -, own, -, -, -, -, -, -,|no route",
            "question, actions, , all, all, all, all, all, all, all, all, all, all,|both",
            "command, actions/mark-delivered, , all, own, -, -, -, -, -, -, -, -,|liaison's",
            "command, actions/mark-delivered, , all, -, -, scope, -, -, -, -, -, -,|liaison's",
            "open, checkpoint, GET /api/ledger/checkpoint, all, all, all, all, all, all, all, -, all, all,|everybody"})
    void a_row_that_says_something_else_is_refused(String row, String why) {
        assertThatThrownBy(() -> Rights.read(HEADINGS + row)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }

    @Test
    void there_is_one_row_for_each_and_one_column_for_each_role() {
        assertThatThrownBy(() -> Rights.read(HEADINGS + DELIVER + DELIVER)).hasMessageContaining("two rows for actions/mark-delivered");
        assertThatThrownBy(() -> Rights.read(HEADINGS.replace(" auditor,", ""))).hasMessageContaining("columns");
        assertThatThrownBy(() -> Rights.read(HEADINGS + DELIVER).command("actions/cancel-action")).hasMessageContaining("no row for actions/cancel-action");
    }
}
