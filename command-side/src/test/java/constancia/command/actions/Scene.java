package constancia.command.actions;

import constancia.command.Fixtures;
import constancia.command.plans.Plans.KnownPeriod;
import constancia.command.plans.Plans.KnownPlan;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.Role;
import constancia.kernel.actions.Schedule;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plan, the institutions and the days in which the tests of actions play. */
abstract class Scene {

    static final ActionId ID = new ActionId(uuid(1));
    static final InstitutionId MJSP = new InstitutionId(uuid(11));
    static final InstitutionId CONJUVE = new InstitutionId(uuid(12));
    static final InstitutionId PNUD = new InstitutionId(uuid(13));
    static final InstitutionId ENDED = new InstitutionId(uuid(14));
    static final InstitutionId NOBODY = new InstitutionId(uuid(15));
    static final BodyId COUNCIL = new BodyId(uuid(21));
    static final BodyId TABLE = new BodyId(uuid(22));
    static final PlanId PLAN = new PlanId(uuid(31));
    static final UUID NODE = uuid(32);
    static final UUID RECOMMENDATION = uuid(33);
    static final AgreementId AGREEMENT = new AgreementId(uuid(41));

    static final UUID MJSP_PART = Commitment.idOf(ID, MJSP, 1);
    static final UUID CONJUVE_PART = Commitment.idOf(ID, CONJUVE, 1);
    static final UUID PNUD_PART = Commitment.idOf(ID, PNUD, 1);
    static final UUID ONE = uuid(51);
    static final UUID OTHER = uuid(52);
    static final String HASH = ActionCommand.A_HASH;

    static final LocalDate START = day(1, 10);
    static final LocalDate DUE = day(6, 15);

    static final Provenance WITH_GROUNDS = new Provenance("coordinacion", null, false, Through.API, "Se acordó en la sesión");
    static final Provenance FROM_MJSP = new Provenance("enlace.mjsp", MJSP, false, Through.API, null);
    static final Provenance VERIFIER = new Provenance("verificadora", null, false, Through.API, null);

    final KnownNeighbours known = new KnownNeighbours();
    final Fixtures<ActionShell> action = Fixtures.of(ActionShell.class, known, known.all());

    Scene() {
        known.institutions.addAll(List.of(MJSP, CONJUVE, PNUD, ENDED));
        known.ended.add(ENDED);
        known.watching.add(PNUD);
        known.bodies.addAll(List.of(COUNCIL, TABLE));
        known.plans.put(PLAN, new KnownPlan(PLAN, COUNCIL, false));
        known.periods.put("T1", new KnownPeriod("T1", null, null));
        known.periods.put("T2", new KnownPeriod("T2", null, null));
        known.nodes.add(NODE);
        known.recommendations.add(RECOMMENDATION);
        known.agreements.add(AGREEMENT);
    }

    void datePeriods() {
        known.periods.put("T1", new KnownPeriod("T1", day(1, 1), day(3, 31)));
        known.periods.put("T2", new KnownPeriod("T2", day(4, 1), day(6, 30)));
    }

    /** MJSP leads, CONJUVE answers with it; due on 15 June; of the council's plan. */
    static ActionProposed proposed() {
        return proposed(dated(DUE), responsible(MJSP, Role.LEAD), responsible(CONJUVE, Role.CO_RESPONSIBLE));
    }

    static ActionProposed proposed(@Nullable Schedule schedule, Responsible... responsible) {
        return new ActionProposed("Instalar el mecanismo de seguimiento de acuerdos", null, PLAN, COUNCIL, null, null, List.of(), null,
                List.of(responsible), schedule, List.of(), List.of(), null, START);
    }

    static Responsible responsible(InstitutionId institution, Role role) {
        return new Responsible(Commitment.idOf(ID, institution, 1), institution, role, null);
    }

    static Schedule dated(LocalDate dueOn) {
        return new Schedule(List.of(), null, dueOn);
    }

    static ActionCancelled cancelled(LocalDate on) {
        return new ActionCancelled(on);
    }

    static DeliveryMarked delivered(UUID commitment, InstitutionId institution, LocalDate on) {
        return new DeliveryMarked(commitment, institution, null, List.of(), on);
    }

    static DeliveryVerified verified(UUID commitment, InstitutionId institution, Finding finding, LocalDate on) {
        return new DeliveryVerified(commitment, institution, finding, null, List.of(), on);
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(2015, month, day);
    }

    static UUID uuid(int last) {
        return UUID.fromString("0194d0c2-0000-7000-8000-%012d".formatted(last));
    }
}
