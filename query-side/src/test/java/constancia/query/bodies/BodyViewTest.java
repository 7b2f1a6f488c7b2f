package constancia.query.bodies;

import static constancia.kernel.bodies.SeatRole.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.BodyStatus;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.TemplateItem;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingMode;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.Names.*;
import constancia.query.history.Summaries;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class BodyViewTest {

    static final LocalDate FOUNDED = LocalDate.of(2014, 9, 17);
    static final LocalDate LATER = LocalDate.of(2015, 3, 1);
    static final LocalDate END = LocalDate.of(2019, 6, 1);
    static final BodyId PARENT = new BodyId(new UUID(1, 1));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(1, 2));
    static final AgreementId AGREEMENT = new AgreementId(new UUID(1, 3));
    static final UUID SEAT = new UUID(1, 4);
    static final UUID PERSONAL_SEAT = new UUID(1, 5);
    static final UUID PERSON = new UUID(1, 6);

    final BodyView view = new BodyView();
    final Names names = names();
    final BodyEvent established = new BodyEstablished("Consejo Nacional de Seguridad Ciudadana y Convivencia", "CNSCC", BodyKind.COUNCIL, PARENT, FOUNDED);
    final BodyEvent leads = new SeatTaken(SEAT, MINISTRY, null, LEADS, FOUNDED, null, FOUNDED);
    final BodyEvent member = new SeatTaken(PERSONAL_SEAT, null, PERSON, MEMBER, LATER, END, FOUNDED);

    @Test
    void a_body_is_answered_with_its_seats_its_quorum_and_its_rules() {
        var item = answer(LATER, established, leads, member, new QuorumSet(null, "1/2", List.of(LEADS, MEMBER), FOUNDED),
                new RulesAdopted("Normas de funcionamiento", "Mantenerse en el proceso.", null, AGREEMENT, LATER));
        assertThat(item).isEqualTo(new BodyItem(BodyStatus.ACTIVE, "CNSCC", "Consejo Nacional de Seguridad Ciudadana y Convivencia", BodyKind.COUNCIL,
                new BodyName(PARENT, "GOES", "Gobierno"),
                List.of(new BodyItem.Seat(SEAT, new InstitutionName(MINISTRY, "MJSP", "Ministerio"), null, LEADS, FOUNDED, null, null, true),
                        new BodyItem.Seat(PERSONAL_SEAT, null, PERSON, MEMBER, LATER, END, null, true)),
                new QuorumRule(null, "1/2", List.of(LEADS, MEMBER)),
                List.of(new BodyItem.Rules("Normas de funcionamiento", "Mantenerse en el proceso.", null, new AgreementName(AGREEMENT, "ACU-CNSCC-2014-0001"), LATER)),
                FOUNDED, null, List.of(), "public"));
    }

    @Test
    void the_series_of_its_meetings_are_shown_with_their_latest_template() {
        var monthly = new SeriesTemplateSet(SEAT, "Reunión mensual", "Casa Presidencial", MeetingMode.IN_PERSON, "Se ruega confirmar.",
                List.of(new TemplateItem("Acuerdos anteriores", "Informes", MINISTRY, 30)), LATER);
        var recordedLate = new SeriesTemplateSet(SEAT, "Otra", null, null, null, List.of(), FOUNDED);
        var weekly = new SeriesTemplateSet(PERSONAL_SEAT, "Equipo semanal", null, null, null, List.of(), FOUNDED);
        assertThat(answer(LATER, established, monthly, recordedLate, weekly).series()).containsExactly(new BodyItem.Series(PERSONAL_SEAT, "Equipo semanal", null, null, null, List.of(), FOUNDED),
                new BodyItem.Series(SEAT, "Reunión mensual", "Casa Presidencial", MeetingMode.IN_PERSON, "Se ruega confirmar.",
                        List.of(new BodyItem.TemplateTopic("Acuerdos anteriores", "Informes", new InstitutionName(MINISTRY, "MJSP", "Ministerio"), 30)), LATER));
    }

    @Test
    void a_seat_on_record_is_held_on_the_days_of_its_term() {
        assertThat(held(FOUNDED, established, leads, member)).containsExactly(true, false);
        assertThat(held(LATER, established, leads, member)).containsExactly(true, true);
        assertThat(held(END.plusDays(1), established, leads, member)).containsExactly(true, false);
        assertThat(held(LATER, established, leads, member, new SeatVacated(SEAT, LATER))).containsExactly(false, true);
        assertThat(answer(LATER, established, leads, new SeatVacated(SEAT, LATER)).seats().getFirst().vacatedOn()).isEqualTo(LATER);
    }

    @Test
    void with_the_body_end_its_seats() {
        var item = answer(END, established, leads, new BodyDissolved(END));
        assertThat(item.status()).isEqualTo(BodyStatus.DISSOLVED);
        assertThat(item.dissolvedOn()).isEqualTo(END);
        assertThat(item.seats()).extracting(BodyItem.Seat::held).containsExactly(false);
    }

    @Test
    void the_latest_quorum_counts_even_if_an_earlier_one_is_recorded_after_it() {
        assertThat(answer(END, established, new QuorumSet(5, null, QuorumRule.COUNTING, LATER), new QuorumSet(3, null, QuorumRule.COUNTING, FOUNDED)).quorum())
                .isEqualTo(new QuorumRule(5, null, QuorumRule.COUNTING));
        assertThat(answer(END, established).quorum()).isNull();
    }

    @Test
    void others_call_it_by_its_acronym() {
        assertThat(view.label(fold(BodyHistories.recorded(List.of(established))))).isEqualTo(
                new Label("CNSCC", "Consejo Nacional de Seguridad Ciudadana y Convivencia", null));
    }

    @Test
    void both_orders_give_the_same_facts() {
        for (long seed = 0; seed < 200; seed++) {
            var ledger = BodyHistories.random(seed);
            var effective = ledger.stream().sorted(Comparator.<Recorded<BodyEvent>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n)).toList();
            assertThat(fold(effective)).as("history %d", seed).isEqualTo(fold(ledger));
        }
    }

    @Test
    void every_record_is_told_in_a_sentence() {
        BiFunction<BodyEvent, String, String> told = (event, language) -> new Summaries().of(view, event, names, Locale.of(language));
        assertThat(told.apply(established, "es")).isEqualTo("Se constituyó la instancia Consejo Nacional de Seguridad Ciudadana y Convivencia, con la sigla CNSCC.");
        assertThat(told.apply(established, "en")).isEqualTo("The body Consejo Nacional de Seguridad Ciudadana y Convivencia was established, with the acronym CNSCC.");
        assertThat(told.apply(leads, "es")).isEqualTo("Ministerio ocupó un escaño para dirigir la instancia.");
        assertThat(told.apply(leads, "en")).isEqualTo("Ministerio took a seat to lead the body.");
        assertThat(told.apply(member, "es")).isEqualTo("Una persona ocupó un escaño como miembro.");
        assertThat(told.apply(new SeatTaken(SEAT, MINISTRY, null, OBSERVER, FOUNDED, null, FOUNDED), "en")).isEqualTo("Ministerio took a seat as observer.");
        assertThat(told.apply(new SeatVacated(SEAT, LATER), "es")).isEqualTo("Un escaño quedó vacante.");
        assertThat(told.apply(new QuorumSet(5, null, List.of(MEMBER), LATER), "es")).isEqualTo("El quórum se fijó en al menos 5 integrantes.");
        assertThat(told.apply(new QuorumSet(1, null, List.of(MEMBER), LATER), "en")).isEqualTo("The quorum was set at no fewer than one member.");
        assertThat(told.apply(new QuorumSet(null, "2/3", List.of(MEMBER), LATER), "es")).isEqualTo("El quórum se fijó en al menos 2/3 de los integrantes que cuentan.");
        assertThat(told.apply(new RulesAdopted("Normas", "Texto", null, null, LATER), "es")).isEqualTo("Se adoptaron las normas «Normas».");
        var template = new SeriesTemplateSet(SEAT, "Reunión mensual", null, null, null, List.of(new TemplateItem("Uno", null, null, null), new TemplateItem("Dos", null, null, null)), LATER);
        assertThat(told.apply(template, "es")).isEqualTo("Se fijó la plantilla de la serie de reuniones «Reunión mensual», con 2 puntos de agenda.");
        assertThat(told.apply(template, "en")).isEqualTo("The template of the series of meetings “Reunión mensual” was set, with 2 agenda items.");
        assertThat(told.apply(new BodyDissolved(END), "en")).isEqualTo("The body was dissolved.");
    }

    private List<Boolean> held(LocalDate on, BodyEvent... events) {
        return answer(on, events).seats().stream().map(BodyItem.Seat::held).toList();
    }

    private BodyItem answer(LocalDate on, BodyEvent... events) {
        return (BodyItem) view.answer(fold(BodyHistories.recorded(List.of(events))), on, names);
    }

    private BodyFacts fold(List<Recorded<BodyEvent>> records) {
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }

    private static Names names() {
        return (Names) Proxy.newProxyInstance(BodyViewTest.class.getClassLoader(), new Class<?>[] {Names.class}, (_, method, args) ->
                args[0] == null ? null : switch (method.getName()) {
                    case "institution" -> new InstitutionName((InstitutionId) args[0], "MJSP", "Ministerio");
                    case "body" -> new BodyName((BodyId) args[0], "GOES", "Gobierno");
                    case "agreement" -> new AgreementName((AgreementId) args[0], "ACU-CNSCC-2014-0001");
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
