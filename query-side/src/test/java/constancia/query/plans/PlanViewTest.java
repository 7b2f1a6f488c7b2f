package constancia.query.plans;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.Assumption;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.OutlineNode;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.*;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.PlanStatus;
import constancia.kernel.plans.RecommendationResponse;
import constancia.query.history.Cut;
import constancia.query.history.Entry;
import constancia.query.history.Fold;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Summaries;
import constancia.query.plans.PlanItem.Extension;
import constancia.query.plans.PlanItem.Node;
import constancia.query.plans.PlanItem.Period;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanViewTest {

    static final LocalDate DEFINED = LocalDate.of(2011, 12, 9);
    static final LocalDate JANUARY = LocalDate.of(2012, 1, 16);
    static final LocalDate MARCH = LocalDate.of(2012, 3, 1);
    static final LocalDate END = LocalDate.of(2012, 6, 30);
    static final LocalDate EXTENDED = LocalDate.of(2013, 2, 28);
    static final BodyId COUNCIL = new BodyId(id(1));
    static final AgreementId AGREEMENT = new AgreementId(id(2));
    static final UUID NATIONAL = id(10);
    static final UUID LOCAL = id(11);
    static final UUID RECOMMENDATION = id(12);
    static final UUID OTHER_RECOMMENDATION = id(13);

    final PlanView view = new PlanView();
    final PlanEvent defined = new PlanDefined("PM-2011", "Plan de mejora", PlanKind.IMPROVEMENT_PLAN, COUNCIL, List.of(
            new CalendarPeriod("T1", "Primer trimestre", LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 31)),
            new CalendarPeriod("T2", null, null, null)), DEFINED);
    final PlanEvent outlined = new OutlineNodesAdded(List.of(
            new OutlineNode(NATIONAL, null, OutlineKind.COMPONENT, "2.1", "Componente del Nivel Nacional", null),
            new OutlineNode(LOCAL, null, OutlineKind.COMPONENT, "2.2", "Componente del Nivel Local", null),
            new OutlineNode(RECOMMENDATION, NATIONAL, OutlineKind.RECOMMENDATION, null, "Fortalecer la gobernanza", "Evaluación, párrafo 98"),
            new OutlineNode(OTHER_RECOMMENDATION, LOCAL, OutlineKind.RECOMMENDATION, null, "Conceder más importancia a la familia", null)), DEFINED);
    final PlanEvent dated = new PeriodsDated(List.of(new PeriodDates("T2", LocalDate.of(2012, 4, 1), END)), JANUARY);
    final PlanEvent adopted = new PlanAdopted(AGREEMENT, JANUARY);
    final PlanEvent extended = new PlanExtended(EXTENDED, null, MARCH);

    @Test
    void a_plan_is_told_with_its_calendar_and_its_outline_in_the_order_of_the_document() {
        var item = told(defined, outlined);
        assertThat(item).isEqualTo(new PlanItem(PlanStatus.DRAFT, "PM-2011", "Plan de mejora", PlanKind.IMPROVEMENT_PLAN,
                new BodyName(COUNCIL, "CNSCC", "Consejo Nacional"),
                List.of(new Period("T1", "Primer trimestre", LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 31)), new Period("T2", null, null, null)), List.of(),
                List.of(new Node(NATIONAL, null, OutlineKind.COMPONENT, "2.1", "Componente del Nivel Nacional", null, List.of(), null),
                        new Node(RECOMMENDATION, NATIONAL, OutlineKind.RECOMMENDATION, null, "Fortalecer la gobernanza", null, List.of(), "Evaluación, párrafo 98"),
                        new Node(LOCAL, null, OutlineKind.COMPONENT, "2.2", "Componente del Nivel Local", null, List.of(), null),
                        new Node(OTHER_RECOMMENDATION, LOCAL, OutlineKind.RECOMMENDATION, null, "Conceder más importancia a la familia", null, List.of(), null)),
                null, List.of(), null, null, null, "public"));
    }

    @Test
    void reports_are_expected_as_was_last_said() {
        var later = new ReportsExpected(List.of("T2"), MARCH);
        assertThat(told(defined, later, new ReportsExpected(List.of("T1", "T2"), JANUARY)).reportPeriods()).containsExactly("T2");
        assertThat(told(defined, later, new ReportsExpected(List.of(), MARCH)).reportPeriods()).isEmpty();
    }

    @Test
    void it_runs_until_its_calendar_ends_once_every_period_has_dates_or_as_long_as_it_was_extended() {
        assertThat(told(defined).until()).isNull();
        assertThat(told(defined, dated).until()).isEqualTo(END);
        assertThat(told(defined, dated, extended).until()).isEqualTo(EXTENDED);
        assertThat(told(defined, extended).until()).isEqualTo(EXTENDED);
        assertThat(told(defined, dated, extended).extensions()).containsExactly(new Extension(EXTENDED, null, MARCH));
        var beyond = new PeriodsDated(List.of(new PeriodDates("T2", END, EXTENDED.plusDays(1))), MARCH);
        assertThat(told(defined, dated, extended, beyond).until()).isEqualTo(EXTENDED.plusDays(1));
    }

    @Test
    void periods_that_were_added_stand_after_those_of_before_them_however_late_they_were_recorded() {
        var fourth = new PeriodsAdded(List.of(new CalendarPeriod("T4", null, null, null)), MARCH);
        var third = new PeriodsAdded(List.of(new CalendarPeriod("T3", "Tercer trimestre", JANUARY, MARCH)), JANUARY);
        var item = told(defined, fourth, third, new PeriodsDated(List.of(new PeriodDates("T4", MARCH, END)), MARCH));
        assertThat(item.calendar()).extracting(Period::period).containsExactly("T1", "T2", "T3", "T4");
        assertThat(item.calendar().get(2)).isEqualTo(new Period("T3", "Tercer trimestre", JANUARY, MARCH));
        assertThat(item.calendar().get(3)).isEqualTo(new Period("T4", null, MARCH, END));
        assertThat(told(defined, dated, fourth).until()).as("a period without dates").isNull();
    }

    @Test
    void it_is_a_draft_then_adopted_by_an_agreement_then_closed() {
        assertThat(told(defined).status()).isEqualTo(PlanStatus.DRAFT);
        var item = told(defined, adopted);
        assertThat(item.status()).isEqualTo(PlanStatus.ADOPTED);
        assertThat(item.adoptedOn()).isEqualTo(JANUARY);
        assertThat(item.adoptedBy()).isEqualTo(new AgreementName(AGREEMENT, "ACU-CNSCC-2012-0001"));
        assertThat(told(defined, adopted, new PlanClosed(MARCH)).status()).isEqualTo(PlanStatus.CLOSED);
        assertThat(told(defined, new PlanClosed(MARCH)).closedOn()).isEqualTo(MARCH);
    }

    @Test
    void a_period_has_the_dates_that_hold_since_last_even_if_others_were_recorded_later() {
        var first = new PeriodsDated(List.of(new PeriodDates("T1", DEFINED, DEFINED)), DEFINED);
        var item = told(defined, new PeriodsDated(List.of(new PeriodDates("T1", JANUARY, MARCH)), JANUARY), first);
        assertThat(item.calendar().getFirst()).isEqualTo(new Period("T1", "Primer trimestre", JANUARY, MARCH));
    }

    @Test
    void a_node_that_was_moved_stands_last_among_those_beside_it_and_takes_along_what_is_under_it() {
        assertThat(order(told(defined, outlined, new OutlineNodeMoved(NATIONAL, null, MARCH))))
                .containsExactly(LOCAL, OTHER_RECOMMENDATION, NATIONAL, RECOMMENDATION);
        assertThat(order(told(defined, outlined, new OutlineNodeMoved(LOCAL, RECOMMENDATION, MARCH))))
                .containsExactly(NATIONAL, RECOMMENDATION, LOCAL, OTHER_RECOMMENDATION);
        assertThat(order(told(defined, outlined, new OutlineNodeMoved(RECOMMENDATION, LOCAL, MARCH))))
                .containsExactly(NATIONAL, LOCAL, OTHER_RECOMMENDATION, RECOMMENDATION);
    }

    @Test
    void a_node_keeps_its_code_when_only_its_text_is_worded_anew() {
        var item = told(defined, outlined, new OutlineNodeRetitled(NATIONAL, null, "Nivel nacional", MARCH), new OutlineNodeRetitled(LOCAL, "2.2.0", "Local", MARCH));
        assertThat(item.outline().get(0)).extracting(Node::code, Node::text).containsExactly("2.1", "Nivel nacional");
        assertThat(item.outline().get(2)).extracting(Node::code, Node::text).containsExactly("2.2.0", "Local");
    }

    @Test
    void a_node_shows_what_is_assumed_of_it_as_stated_last() {
        var early = new AssumptionsStated(LOCAL, List.of(), JANUARY);
        var late = new AssumptionsStated(LOCAL, List.of(new Assumption(NATIONAL, "Hay voluntad política.")), MARCH);
        assertThat(told(defined, outlined, late, early).outline().get(2).assumptions()).containsExactly(new Assumption(NATIONAL, "Hay voluntad política."));
        assertThat(told(defined, outlined).outline().get(2).assumptions()).isEmpty();
        assertSentence(late, "Se asentó un supuesto de un elemento del esquema del plan.", "An assumption of an element of the plan’s outline was stated.");
        assertSentence(early, "Se retiraron los supuestos de un elemento del esquema del plan.", "The assumptions of an element of the plan’s outline were withdrawn.");
    }

    @Test
    void a_recommendation_shows_the_latest_response() {
        var item = told(defined, outlined, new RecommendationAnswered(RECOMMENDATION, RecommendationResponse.ACCEPTED, null, MARCH),
                new RecommendationAnswered(RECOMMENDATION, RecommendationResponse.REJECTED, "Sin fondos", JANUARY));
        assertThat(item.outline().get(1).response()).isEqualTo(new PlanFacts.Response(RecommendationResponse.ACCEPTED, null, MARCH));
    }

    @Test
    void a_chain_of_nodes_may_be_as_long_as_it_likes() {
        var nodes = new ArrayList<OutlineNode>();
        for (int i = 0; i < 20_000; i++) {
            nodes.add(new OutlineNode(id(100 + i), i == 0 ? null : id(99 + i), OutlineKind.ACTIVITY, null, "Actividad", null));
        }
        assertThat(told(defined, new OutlineNodesAdded(nodes, DEFINED)).outline()).hasSize(20_000);
    }

    @Test
    void it_is_told_as_it_stood_on_a_day() {
        var cut = Fold.within(entries(defined, outlined, adopted, extended), new Cut(null, null, JANUARY));
        var item = (PlanItem) view.answer(Fold.of(view, cut), JANUARY, NAMES);
        assertThat(item.status()).isEqualTo(PlanStatus.ADOPTED);
        assertThat(item.extensions()).isEmpty();
    }

    @Test
    void others_call_it_by_its_code() {
        assertThat(view.label(facts(defined))).isEqualTo(new Label("PM-2011", "Plan de mejora", COUNCIL));
    }

    @Test
    void each_record_is_told_in_a_sentence() {
        assertSentence(defined, "Se definió el plan «Plan de mejora» (PM-2011).", "The plan “Plan de mejora” (PM-2011) was defined.");
        assertSentence(dated, "Se fijaron las fechas del período T2.", "The period T2 was given its dates.");
        assertSentence(new PeriodsDated(List.of(new PeriodDates("T1", MARCH, END), new PeriodDates("T2", MARCH, END)), MARCH),
                "Se fijaron las fechas de los períodos T1, T2.", "The periods T1, T2 were given their dates.");
        assertSentence(new PeriodsAdded(List.of(new CalendarPeriod("T5", null, null, null)), MARCH),
                "Se agregó al calendario del plan el período T5.", "The period T5 was added to the plan’s calendar.");
        assertSentence(new PeriodsAdded(List.of(new CalendarPeriod("T5", null, null, null), new CalendarPeriod("T6", null, null, null)), MARCH),
                "Se agregaron al calendario del plan los períodos T5, T6.", "The periods T5, T6 were added to the plan’s calendar.");
        assertSentence(outlined, "Se agregaron 4 elementos al esquema del plan.", "4 elements were added to the plan’s outline.");
        assertSentence(new OutlineNodesAdded(List.of(new OutlineNode(LOCAL, null, OutlineKind.AXIS, null, "Eje", null)), MARCH),
                "Se agregó un elemento al esquema del plan.", "An element was added to the plan’s outline.");
        assertSentence(new OutlineNodeMoved(LOCAL, null, MARCH), "Un elemento del esquema del plan cambió de lugar.", "An element of the plan’s outline was moved.");
        assertSentence(new OutlineNodeRetitled(LOCAL, null, "Nivel {0} 'local'", MARCH), "Un elemento del esquema del plan pasó a decir: «Nivel {0} 'local'».",
                "An element of the plan’s outline now reads: “Nivel {0} 'local'”.");
        assertSentence(new RecommendationAnswered(LOCAL, RecommendationResponse.ACCEPTED, null, MARCH), "Se aceptó una recomendación.", "A recommendation was accepted.");
        assertSentence(new RecommendationAnswered(LOCAL, RecommendationResponse.PARTLY_ACCEPTED, null, MARCH), "Se aceptó en parte una recomendación.",
                "A recommendation was partly accepted.");
        assertSentence(new RecommendationAnswered(LOCAL, RecommendationResponse.REJECTED, null, MARCH), "Se rechazó una recomendación.", "A recommendation was rejected.");
        assertSentence(new PlanAdopted(null, MARCH), "Se aprobó el plan.", "The plan was adopted.");
        assertSentence(adopted, "Se aprobó el plan por el acuerdo ACU-CNSCC-2012-0001.", "The plan was adopted by agreement ACU-CNSCC-2012-0001.");
        assertSentence(extended, "El plan se prorrogó hasta el 2013-02-28.", "The plan was extended until 2013-02-28.");
        assertSentence(new PlanExtended(EXTENDED, AGREEMENT, MARCH), "El plan se prorrogó hasta el 2013-02-28 por el acuerdo ACU-CNSCC-2012-0001.",
                "The plan was extended until 2013-02-28 by agreement ACU-CNSCC-2012-0001.");
        assertSentence(new ReportsExpected(List.of("T1"), MARCH), "Se espera un informe de avance por el período T1.", "A progress report is expected for the period T1.");
        assertSentence(new ReportsExpected(List.of("T1", "T2"), MARCH), "Se esperan informes de avance por los períodos T1, T2.",
                "Progress reports are expected for the periods T1, T2.");
        assertSentence(new ReportsExpected(List.of(), MARCH), "Ya no se esperan informes de avance.", "Progress reports are no longer expected.");
        assertSentence(new PlanClosed(MARCH), "Se cerró el plan.", "The plan was closed.");
    }

    private void assertSentence(PlanEvent event, String spanish, String english) {
        assertThat(new Summaries().of(view, event, NAMES, Locale.of("es"))).isEqualTo(spanish);
        assertThat(new Summaries().of(view, event, NAMES, Locale.ENGLISH)).isEqualTo(english);
    }

    private PlanItem told(PlanEvent... events) {
        return (PlanItem) view.answer(facts(events), END, NAMES);
    }

    private PlanFacts facts(PlanEvent... events) {
        return Fold.of(view, entries(events));
    }

    private static List<UUID> order(PlanItem item) {
        return item.outline().stream().map(Node::id).toList();
    }

    static List<Entry> entries(PlanEvent... events) {
        var by = new Provenance("coordinacion", null, false, Provenance.Through.API, null);
        var entries = new ArrayList<Entry>();
        for (var event : events) {
            entries.add(new Entry(null, null, Instant.EPOCH, new Recorded<Event>(entries.size() + 1, event, by)));
        }
        return entries;
    }

    static UUID id(int number) {
        return new UUID(0x01941f297c007000L, 0x8000000000000000L + number);
    }

    /** One body and one agreement have names; whoever asks for anything else is at fault. */
    static final Names NAMES = (Names) Proxy.newProxyInstance(Names.class.getClassLoader(), new Class<?>[] {Names.class}, (proxy, method, args) ->
            switch (args[0]) {
                case null -> null;
                case BodyId body when body.equals(COUNCIL) -> new BodyName(COUNCIL, "CNSCC", "Consejo Nacional");
                case AgreementId agreement when agreement.equals(AGREEMENT) -> new AgreementName(AGREEMENT, "ACU-CNSCC-2012-0001");
                default -> throw new UnsupportedOperationException(method.getName());
            });
}
