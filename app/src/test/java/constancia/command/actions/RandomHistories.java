package constancia.command.actions;

import constancia.command.accounts.Accounts;
import constancia.command.actions.ActionCommand.*;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.institutions.Institutions.Succession;
import constancia.command.plans.Plans;
import constancia.command.plans.Plans.KnownPeriod;
import constancia.command.plans.Plans.KnownPlan;
import constancia.command.territories.Territories;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.FundingState;
import constancia.kernel.actions.Role;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Valid histories of an action: random commands, really decided, many of them recorded late. */
final class RandomHistories {

    static final LocalDate FIRST = LocalDate.of(2015, 1, 10);
    private static final int DAYS = 300;
    private static final int ATTEMPTS = 120;
    static final ActionId ID = new ActionId(uuid(1));
    private static final PlanId PLAN = new PlanId(uuid(2));
    private static final List<String> HASH = List.of("a".repeat(64));

    /** One was succeeded by another, one by two. */
    private static final Map<InstitutionId, Succession> SUCCESSIONS = Map.of(
            new InstitutionId(uuid(12)), new Succession(FIRST.plusDays(60), List.of(new InstitutionId(uuid(13)))),
            new InstitutionId(uuid(11)), new Succession(FIRST.plusDays(90), List.of(new InstitutionId(uuid(13)), new InstitutionId(uuid(14)))));

    private final Random random;
    private final Map<String, KnownPeriod> periods = new HashMap<>();
    private final Neighbours neighbours;
    private LocalDate today = FIRST;

    RandomHistories(long seed) {
        random = new Random(seed);
        for (var period : List.of("T1", "T2")) {
            periods.put(period, new KnownPeriod(period, null, null));
        }
        Plans plans = port(Plans.class, Map.of("find", Optional.of(new KnownPlan(PLAN, new BodyId(uuid(3)), false))));
        neighbours = new Neighbours(port(Institutions.class, Map.of("activeUntil", Optional.of(LocalDate.MAX))),
                port(Bodies.class, Map.of("onlyWatches", false)), plans,
                port(Agreements.class, Map.of()), port(Accounts.class, Map.of("isLiaison", false)), port(Territories.class, Map.of()),
                port(Actions.class, Map.of("waitsFor", false)));
    }

    Neighbours neighbours() {
        return neighbours;
    }

    List<Recorded<ActionEvent>> history() {
        var records = new ArrayList<Recorded<ActionEvent>>();
        var state = Action.UNPROPOSED;
        for (int i = 0; i < ATTEMPTS; i++) {
            today = today.plusDays(random.nextInt(5));
            var by = by();
            try {
                for (var event : Action.decide(command(records.isEmpty()), state, by, neighbours)) {
                    var record = new Recorded<>(records.size() + 1, event, by);
                    records.add(record);
                    state = Action.evolve(state, record);
                }
            } catch (Refused | Invalid refused) {
                // a history is what was not refused
            }
        }
        return List.copyOf(records);
    }

    private ActionCommand command(boolean first) {
        var on = first ? FIRST : random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(DAYS)) : today;
        var institution = institution();
        return switch (first ? 0 : 1 + random.nextInt(30)) {
            case 0 -> new ProposeAction(ID, "Título 0", null, PLAN, null, null, null, null, responsible(), random.nextBoolean() ? null : when(), null, null, null, on);
            case 1 -> new AmendAction(ID, coin() ? "Título " + random.nextInt(9) : null, coin() ? "Detalle " + random.nextInt(9) : null, null,
                    coin() ? "" + random.nextInt(9) : null, null, coin() ? List.of("SV-SS") : null, null, null, on);
            case 2, 3 -> new AssignResponsible(ID, institution, role(), coin() ? null : on.minusDays(random.nextInt(6) - 2), on);
            case 4 -> new AcceptCommitment(ID, institution, on);
            case 5 -> new DeclineCommitment(ID, institution, on);
            case 6 -> new ReleaseResponsible(ID, institution, on);
            case 7 -> {
                var when = when();
                yield new ScheduleAction(ID, when.periods(), when.from(), when.dueOn(), on);
            }
            case 8 -> {
                var from = FIRST.plusDays(random.nextInt(DAYS));
                var period = random.nextBoolean() ? "T1" : "T2";
                periods.put(period, new KnownPeriod(period, from, from.plusDays(90)));
                yield new DateSchedule(ID, on);
            }
            case 9, 10 -> new RequestExtension(ID, institution, known(), FIRST.plusDays(random.nextInt(2 * DAYS)), null, on);
            case 11 -> new GrantExtension(ID, known(), coin() ? null : FIRST.plusDays(random.nextInt(2 * DAYS)), null, on);
            case 12 -> new RefuseExtension(ID, known(), null, on);
            case 13 -> new AddMilestone(ID, known(), "Hito", null, coin() ? null : "T1", on);
            case 14 -> new ReachMilestone(ID, known(), coin() ? null : HASH, on);
            case 15, 16 -> new ReportProgress(ID, institution, random.nextInt(101), coin() ? null : "Avance", coin() ? null : coin() ? "T1" : "T2",
                    coin() ? null : HASH, on);
            case 17 -> new ReportImpediment(ID, known(), "Impedimento", null, on);
            case 18 -> coin() ? new EscalateImpediment(ID, known(), new BodyId(uuid(random.nextInt(3))), on) : new ResolveImpediment(ID, known(), null, on);
            case 19 -> new MarkDelivered(ID, institution, null, coin() ? null : HASH, on);
            case 20 -> new VerifyDelivery(ID, institution, Finding.values()[random.nextInt(4)], null, null, on);
            case 21 -> random.nextInt(3) > 0 ? new ReopenAction(ID, null, on) : new CancelAction(ID, on);
            case 22 -> coin() ? new ReturnDelivery(ID, institution, on) : new ReopenAction(ID, List.of(institution), on);
            case 23 -> coin() ? new CommitFunding(ID, known(), "Fuente", null, FundingState.values()[random.nextInt(3)], new BigDecimal(1 + random.nextInt(9)), "USD", on)
                    : new RecordExpenditure(ID, known(), BigDecimal.ONE, "USD", "Gasto", null, coin() ? null : HASH, on);
            case 24 -> coin() ? new AddDependency(ID, other(), on) : new RemoveDependency(ID, other(), on);
            case 25 -> coin() ? new EscalateAction(ID, new BodyId(uuid(random.nextInt(3))), on)
                    : new ReferToPoa(ID, institution, List.of(new Reference(2015, "" + random.nextInt(9), null)), on);
            case 26 -> new PassDueDate(ID, on.plusDays(30));
            case 27 -> new FollowSuccession(ID, on);
            case 28 -> new TransferCommitment(ID, institution, new InstitutionId(uuid(13 + random.nextInt(2))), on);
            case 29 -> coin() ? new DropMilestone(ID, known(), on) : coin() ? new RescheduleMilestone(ID, known(), null, coin() ? "T1" : "T2", on)
                    : new RescheduleMilestone(ID, known(), FIRST.plusDays(random.nextInt(DAYS)), null, on);
            default -> new AttachEvidence(ID, HASH, null, on);
        };
    }

    private List<Responsible> responsible() {
        return random.nextInt(3) == 0 ? List.of() : List.of(new Responsible(new InstitutionId(uuid(10)), Role.LEAD, coin() ? null : FIRST.plusDays(3)),
                new Responsible(new InstitutionId(uuid(11)), role(), null));
    }

    private When when() {
        return coin() ? new When(coin() ? List.of("T1") : List.of("T1", "T2"), null, null) : new When(null, null, FIRST.plusDays(random.nextInt(DAYS)));
    }

    private Provenance by() {
        var institution = institution();
        return switch (random.nextInt(3)) {
            case 0 -> new Provenance("coordinacion", null, false, Through.API, "Fundamento");
            case 1 -> new Provenance("coordinacion", institution, true, Through.API, "Fundamento");
            default -> new Provenance("enlace", institution, false, Through.API, "Fundamento");
        };
    }

    private InstitutionId institution() {
        return new InstitutionId(uuid(10 + random.nextInt(5)));
    }

    private Role role() {
        return Role.values()[random.nextInt(3)];
    }

    private ActionId other() {
        return new ActionId(uuid(50 + random.nextInt(3)));
    }

    private UUID known() {
        return uuid(50 + random.nextInt(3));
    }

    private boolean coin() {
        return random.nextBoolean();
    }

    /** A lookup that knows everything, save what {@code answers} says otherwise. */
    @SuppressWarnings("unchecked")
    private <T> T port(Class<T> type, Map<String, Object> answers) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> switch (method.getName()) {
            case "period" -> Optional.of(periods.get((String) args[1]));
            case "succession" -> Optional.ofNullable(SUCCESSIONS.get(args[0]));
            default -> answers.getOrDefault(method.getName(), true);
        });
    }

    private static UUID uuid(int last) {
        return UUID.fromString("0194d0c2-0000-7000-8000-%012d".formatted(last));
    }
}
