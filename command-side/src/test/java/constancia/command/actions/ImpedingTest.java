package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.kernel.actions.ActionEvent.ImpedimentEscalated;
import constancia.kernel.actions.ActionEvent.ImpedimentReported;
import constancia.kernel.actions.ActionEvent.ImpedimentResolved;
import constancia.kernel.bodies.BodyId;
import org.junit.jupiter.api.Test;

class ImpedingTest extends Scene {

    static final BodyId NO_BODY = new BodyId(uuid(97));

    final ImpedimentReported reported = new ImpedimentReported(ONE, "Falta la asignación de fondos", CONJUVE, day(3, 1));
    final ImpedimentEscalated escalated = new ImpedimentEscalated(ONE, COUNCIL, day(3, 10));
    final ImpedimentResolved resolved = new ImpedimentResolved(ONE, "Se asignaron los fondos", day(3, 20));

    @Test
    void what_blocks_an_action_is_reported_with_who_can_lift_it() {
        action.given(proposed()).when(new ReportImpediment(ID, ONE, "Falta la asignación de fondos", CONJUVE, day(3, 1))).records(reported);
        action.given(proposed()).when(new ReportImpediment(ID, ONE, "Lluvias", null, day(3, 1))).records(new ImpedimentReported(ONE, "Lluvias", null, day(3, 1)));
    }

    @Test
    void its_id_is_used_once_and_who_can_lift_it_must_exist() {
        action.given(proposed(), reported).when(new ReportImpediment(ID, ONE, "Otra cosa", null, day(3, 2))).refuses("impediment-known");
        action.given(proposed()).when(new ReportImpediment(ID, ONE, "Lluvias", NOBODY, day(3, 1))).isInvalid("liftedBy", "unknown-institution", NOBODY);
    }

    @Test
    void it_is_escalated_to_one_body_after_another() {
        action.given(proposed(), reported).when(new EscalateImpediment(ID, ONE, COUNCIL, day(3, 10))).records(escalated);
        action.given(proposed(), reported, escalated).when(new EscalateImpediment(ID, ONE, TABLE, day(3, 11)))
                .records(new ImpedimentEscalated(ONE, TABLE, day(3, 11)));
        action.given(proposed(), reported, escalated).when(new EscalateImpediment(ID, ONE, COUNCIL, day(3, 11))).refuses("already-escalated");
    }

    @Test
    void only_to_a_body_that_exists_and_is_active() {
        known.dissolved.add(NO_BODY);
        action.given(proposed(), reported).when(new EscalateImpediment(ID, ONE, NO_BODY, day(3, 10))).isInvalid("body", "body-not-active", day(3, 10));
        known.dissolved.clear();
        action.given(proposed(), reported).when(new EscalateImpediment(ID, ONE, NO_BODY, day(3, 10))).isInvalid("body", "unknown-body", NO_BODY);
    }

    @Test
    void it_is_resolved_once_even_when_the_action_is_cancelled() {
        action.given(proposed(), reported, escalated).when(new ResolveImpediment(ID, ONE, "Se asignaron los fondos", day(3, 20))).records(resolved);
        action.given(proposed(), reported, cancelled(day(3, 5))).when(new ResolveImpediment(ID, ONE, null, day(3, 20)))
                .records(new ImpedimentResolved(ONE, null, day(3, 20)));
        action.given(proposed(), reported, resolved).when(new ResolveImpediment(ID, ONE, null, day(3, 21))).refuses("impediment-resolved", day(3, 20));
        action.given(proposed(), reported, resolved).when(new EscalateImpediment(ID, ONE, TABLE, day(3, 21))).refuses("impediment-resolved", day(3, 20));
    }

    @Test
    void it_must_be_there_and_its_records_follow_each_other() {
        action.given(proposed()).when(new ResolveImpediment(ID, ONE, null, day(3, 20))).isInvalid("impediment", "unknown-impediment");
        action.given(proposed()).when(new EscalateImpediment(ID, ONE, COUNCIL, day(3, 20))).isInvalid("impediment", "unknown-impediment");
        action.given(proposed(), reported, escalated).when(new ResolveImpediment(ID, ONE, null, day(3, 9))).refuses("effective-before-previous", day(3, 10));
    }
}
