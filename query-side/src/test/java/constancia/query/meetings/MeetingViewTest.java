package constancia.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.reserve.ItemClass;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.Names.*;
import constancia.query.history.Summaries;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class MeetingViewTest {

    static final BodyId COUNCIL = new BodyId(new UUID(1, 1));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(1, 2));
    static final UUID PERSON = new UUID(1, 3);
    static final UUID FIRST_ITEM = new UUID(1, 4);
    static final UUID SECOND_ITEM = new UUID(1, 5);
    static final UUID LATE_ITEM = new UUID(1, 6);
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 17);
    static final LocalDate POSTPONED = LocalDate.of(2014, 9, 23);
    static final LocalDate HELD = LocalDate.of(2014, 10, 1);
    static final Instant START = Instant.parse("2014-09-24T15:00:00Z");
    static final Instant NEW_START = Instant.parse("2014-10-01T15:00:00Z");

    final MeetingView view = new MeetingView();
    final Names names = names();
    final MeetingEvent convened = new MeetingConvened(COUNCIL, START, "Casa Presidencial", MeetingMode.IN_PERSON,
            List.of(new AgendaItem(FIRST_ITEM, "Propuesta metodológica", MINISTRY, 45, null, null), new AgendaItem(SECOND_ITEM, "Normas", null, null, null, null)), null, null, CONVENED);
    final MeetingEvent postponed = new MeetingPostponed(NEW_START, POSTPONED);
    final MeetingEvent opened = new MeetingOpened(List.of(new Attendee(MINISTRY, PERSON, AttendanceRole.LEADS, null), new Attendee(null, PERSON, AttendanceRole.GUEST, null)),
            new Quorum(1, 2, false), HELD);

    @Test
    void a_meeting_is_convened_with_its_agenda_in_its_order() {
        assertThat(answer(convened)).isEqualTo(new MeetingItem(MeetingStatus.CONVENED, new BodyName(COUNCIL, "CNSCC", "Consejo"), START, List.of(),
                "Casa Presidencial", MeetingMode.IN_PERSON, null,
                List.of(new MeetingItem.Topic(FIRST_ITEM, "Propuesta metodológica", new InstitutionName(MINISTRY, "MJSP", "Ministerio"), 45, null, null, null, null),
                        new MeetingItem.Topic(SECOND_ITEM, "Normas", null, null, null, null, null, null)),
                List.of(), List.of(), null, List.of(), null, null, null, null, ItemClass.PUBLIC, null));
    }

    @Test
    void its_items_stand_under_their_headings_in_the_order_in_which_these_came_up() {
        var agenda = new MeetingConvened(COUNCIL, START, null, null, List.of(new AgendaItem(FIRST_ITEM, "Acuerdos anteriores", null, null, null, "Informes"),
                new AgendaItem(SECOND_ITEM, "Otros asuntos", null, null, null, "Varios")), null, "Se ruega confirmar.", CONVENED);
        var item = answer(agenda, new AgendaItemAdded(new UUID(9, 1), "Apertura", null, null, null, null, CONVENED),
                new AgendaItemAdded(new UUID(9, 2), "Informe de la mesa", null, null, null, "Informes", CONVENED), new AgendaItemAdded(new UUID(9, 3), "Próxima sesión", null, null, null, "Varios", CONVENED));
        assertThat(item.agenda()).extracting(MeetingItem.Topic::title).containsExactly("Apertura", "Acuerdos anteriores", "Informe de la mesa", "Otros asuntos", "Próxima sesión");
        assertThat(item.agenda()).extracting(MeetingItem.Topic::section).containsExactly(null, "Informes", "Informes", "Varios", "Varios");
        assertThat(item.text()).isEqualTo("Se ruega confirmar.");
    }

    @Test
    void postponed_it_stays_convened_and_keeps_its_former_times() {
        var item = answer(convened, postponed, new MeetingPostponed(START, HELD));
        assertThat(item.status()).isEqualTo(MeetingStatus.CONVENED);
        assertThat(item.startsAt()).isEqualTo(START);
        assertThat(item.former()).containsExactly(START, NEW_START);
    }

    @Test
    void opened_it_shows_who_came_and_the_quorum() {
        var item = answer(convened, postponed, opened);
        assertThat(item.status()).isEqualTo(MeetingStatus.OPEN);
        assertThat(item.attendance()).containsExactly(
                new MeetingItem.Present(new InstitutionName(MINISTRY, "MJSP", "Ministerio"), PERSON, AttendanceRole.LEADS, null),
                new MeetingItem.Present(null, PERSON, AttendanceRole.GUEST, null));
        assertThat(item.quorum()).isEqualTo(new Quorum(1, 2, false));
        assertThat(item.openedOn()).isEqualTo(HELD);
        assertThat(item.closedOn()).isNull();
    }

    @Test
    void it_ends_closed_or_cancelled() {
        var closed = answer(convened, opened, new MeetingClosed(HELD));
        assertThat(closed.status()).isEqualTo(MeetingStatus.CLOSED);
        assertThat(closed.closedOn()).isEqualTo(HELD);
        assertThat(answer(convened, new MeetingCancelled(POSTPONED)).status()).isEqualTo(MeetingStatus.CANCELLED);
    }

    @Test
    void an_item_added_for_an_earlier_day_stands_before_those_of_later_days() {
        var item = answer(convened, new AgendaItemAdded(LATE_ITEM, "Varios", null, null, null, null, HELD), new AgendaItemAdded(new UUID(1, 7), "Diagnóstico", null, 60, null, null, POSTPONED));
        assertThat(item.agenda()).extracting(MeetingItem.Topic::title).containsExactly("Propuesta metodológica", "Normas", "Diagnóstico", "Varios");
    }

    @Test
    void others_call_it_by_its_body() {
        assertThat(view.label(fold(MeetingHistories.recorded(List.of(convened))))).isEqualTo(new Label(null, null, COUNCIL));
    }

    @Test
    void both_orders_give_the_same_facts() {
        for (long seed = 0; seed < 200; seed++) {
            var ledger = MeetingHistories.random(seed);
            var effective = ledger.stream().sorted(Comparator.<Recorded<MeetingEvent>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n)).toList();
            assertThat(fold(effective)).as("history %d", seed).isEqualTo(fold(ledger));
        }
    }

    @Test
    void every_record_is_told_in_a_sentence() {
        BiFunction<MeetingEvent, String, String> told = (event, language) -> new Summaries().of(view, event, names, Locale.of(language));
        assertThat(told.apply(convened, "es")).isEqualTo("Se convocó una reunión de Consejo.");
        assertThat(told.apply(convened, "en")).isEqualTo("A meeting of Consejo was convened.");
        assertThat(told.apply(new AgendaItemAdded(LATE_ITEM, "Varios", null, null, null, null, HELD), "es")).isEqualTo("Se agregó a la agenda «Varios».");
        assertThat(told.apply(postponed, "es")).isEqualTo("La reunión se pospuso.");
        assertThat(told.apply(new MeetingCancelled(HELD), "en")).isEqualTo("The meeting was cancelled.");
        assertThat(told.apply(opened, "es")).isEqualTo("Se abrió la reunión con 2 asistencias; no hubo quórum.");
        assertThat(told.apply(new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS, null)), Quorum.of(1, 1), HELD), "en"))
                .isEqualTo("The meeting was opened with one attendance; it was quorate.");
        assertThat(told.apply(new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS, null)), Quorum.of(1, null), HELD), "es"))
                .isEqualTo("Se abrió la reunión con una asistencia; la instancia no tiene regla de quórum.");
        assertThat(told.apply(new MeetingClosed(HELD), "es")).isEqualTo("Se cerró la reunión.");
    }

    private MeetingItem answer(MeetingEvent... events) {
        return (MeetingItem) view.answer(fold(MeetingHistories.recorded(List.of(events))), HELD, names);
    }

    private MeetingFacts fold(List<Recorded<MeetingEvent>> records) {
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }

    private static Names names() {
        return (Names) Proxy.newProxyInstance(MeetingViewTest.class.getClassLoader(), new Class<?>[] {Names.class}, (_, method, args) ->
                args[0] == null ? null : switch (method.getName()) {
                    case "institution" -> new InstitutionName((InstitutionId) args[0], "MJSP", "Ministerio");
                    case "body" -> new BodyName((BodyId) args[0], "CNSCC", "Consejo");
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
