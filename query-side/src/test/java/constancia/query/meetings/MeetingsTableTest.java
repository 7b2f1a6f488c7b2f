package constancia.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyEvent.BodyEstablished;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.SeriesPlace;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.bodies.BodiesTable;
import constancia.query.bodies.BodyView;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.tables.Facts;
import constancia.query.tables.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeetingsTableTest {

    static final Reader READER = new Reader(Authority.administrator("admin"));
    static final BodyId COUNCIL = new BodyId(new UUID(1, 1));
    static final BodyId TABLE = new BodyId(new UUID(1, 2));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(2, 1));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(2, 2));
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 1);
    static final LocalDate HELD = LocalDate.of(2014, 9, 24);
    /** Already the 25th in UTC, still the 24th in the register's zone. */
    static final Instant EVENING = Instant.parse("2014-09-25T02:00:00Z");
    static final Instant OCTOBER = Instant.parse("2014-10-01T15:00:00Z");
    static final UUID HELD_MEETING = new UUID(3, 1);
    static final UUID CONVENED_MEETING = new UUID(3, 2);
    static final UUID OF_THE_TABLE = new UUID(3, 3);

    final TestTables tables = TestTables.of("V2__institutions", "V3__bodies", "V7__meetings", "V11__minutes", "V31_1__minutes_received");
    final MeetingsTable table = new MeetingsTable();
    final MeetingsList list = new MeetingsList(tables.client(), ZoneId.of("America/El_Salvador"));

    final Facts<MeetingFacts> held = meeting(HELD_MEETING, COUNCIL, EVENING,
            new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS, null), new Attendee(SPAIN, new UUID(4, 1), AttendanceRole.FRIEND, null)),
                    new Quorum(1, 1, true), HELD), new MeetingClosed(HELD));
    final Facts<MeetingFacts> convened = meeting(CONVENED_MEETING, COUNCIL, EVENING, new MeetingPostponed(OCTOBER, CONVENED));
    final Facts<MeetingFacts> ofTheTable = meeting(OF_THE_TABLE, TABLE, OCTOBER,
            new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.GUEST, null)), Quorum.of(0, null), CONVENED.plusDays(30)));

    @BeforeEach
    void write() {
        var view = new BodyView();
        var established = new BodyEstablished("Consejo Nacional de Seguridad", "CNSCC", BodyKind.COUNCIL, null, CONVENED);
        new BodiesTable().write(tables.db(), List.of(new Facts<>(COUNCIL.value(), 1, 1, view.evolve(view.nothing(), new Recorded<>(1, established, TestTables.BY)))));
        table.write(tables.db(), List.of(held, convened, ofTheTable));
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        var before = tables.rows("meetings", "attendances", "agenda_items");
        table.write(tables.db(), List.of(held, convened, ofTheTable));
        assertThat(tables.rows("meetings", "attendances", "agenda_items")).isEqualTo(before);
        assertThat(tables.rows("attendances")).hasSize(3);
    }

    @Test
    void who_is_no_longer_on_the_list_of_those_who_came_leaves_the_table() {
        table.write(tables.db(), List.of(new Facts<>(HELD_MEETING, held.version() + 1, 9, convened.facts())));
        assertThat(tables.rows("attendances")).hasSize(1);
    }

    @Test
    void meetings_are_listed_by_the_time_at_which_they_start() {
        var page = list.page(READER, filter(List.of(COUNCIL.value()), List.of(), null, null, List.of()), PageRequest.FIRST);
        var council = new BodyName(COUNCIL, "CNSCC", "Consejo Nacional de Seguridad");
        assertThat(page.items()).containsExactly(
                new MeetingsList.Row(HELD_MEETING, 3, "closed", council, EVENING, "San Salvador", "hybrid", 2, new Quorum(1, 1, true), HELD, HELD, null, 0, null, null, null, 0, 0),
                new MeetingsList.Row(CONVENED_MEETING, 2, "convened", council, OCTOBER, "San Salvador", "hybrid", null, null, null, null, null, 0, null, null, null, 0, 0));
        assertThat(list.page(READER, filter(List.of(), List.of(), null, null, List.of()), new PageRequest(null, 1, true)).items())
                .extracting(MeetingsList.Row::id).containsExactly(OF_THE_TABLE);
    }

    @Test
    void a_meeting_without_a_quorum_rule_says_so() {
        var row = list.page(READER, filter(List.of(TABLE.value()), List.of(), null, null, List.of()), PageRequest.FIRST).items().getFirst();
        assertThat(row.quorum()).isEqualTo(new Quorum(0, null, null));
        assertThat(row.status()).isEqualTo("open");
        assertThat(row.body()).isEqualTo(new BodyName(TABLE, null, null));
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(found(filter(List.of(), List.of("convened", "open"), null, null, List.of()))).containsExactly(CONVENED_MEETING, OF_THE_TABLE);
        assertThat(found(filter(List.of(), List.of(), HELD, HELD, List.of()))).containsExactly(HELD_MEETING);
        assertThat(found(filter(List.of(), List.of(), HELD.plusDays(1), null, List.of()))).containsExactly(CONVENED_MEETING, OF_THE_TABLE);
        assertThat(found(filter(List.of(), List.of(), null, LocalDate.of(2014, 10, 1), List.of()))).hasSize(3);
        assertThat(found(filter(List.of(), List.of(), null, HELD.minusDays(1), List.of()))).isEmpty();
        assertThat(found(filter(List.of(), List.of(), null, null, List.of(MINISTRY.value())))).containsExactly(HELD_MEETING, OF_THE_TABLE);
        assertThat(found(filter(List.of(), List.of(), null, null, List.of(SPAIN.value())))).containsExactly(HELD_MEETING);
    }

    @Test
    void series_and_minutes_narrow_it_as_well() {
        var series = new UUID(5, 1);
        var view = new MeetingView();
        var facts = view.nothing();
        var question = new QuestionPut(new UUID(5, 3), null, "¿Qué?", null, HELD);
        for (var record : MeetingHistories.recorded(List.of(new MeetingConvened(COUNCIL, OCTOBER, null, null, List.of(), new SeriesPlace(series, 3), null, CONVENED),
                new MeetingOpened(List.of(), Quorum.of(0, null), HELD), question, new MeetingClosed(HELD), new MinutesDrafted(1, "Minuta", HELD)))) {
            facts = view.evolve(facts, record);
        }
        var monthly = new UUID(3, 9);
        table.write(tables.db(), List.of(new Facts<>(monthly, 5, 5, facts)));
        var row = list.page(READER, new MeetingsList.Filter(List.of(), List.of(), null, null, List.of(), List.of(series), List.of(), List.of(), List.of(), null), PageRequest.FIRST).items().getFirst();
        assertThat(row.id()).isEqualTo(monthly);
        assertThat(row.series()).isEqualTo(new SeriesPlace(series, 3));
        assertThat(row.deliberations()).isEqualTo(1);
        assertThat(row.minutes()).isEqualTo("draft");
        assertThat(found(new MeetingsList.Filter(List.of(), List.of(), null, null, List.of(), List.of(), List.of("draft", "approved"), List.of(), List.of(), null))).containsExactly(monthly);
        assertThat(found(new MeetingsList.Filter(List.of(), List.of(), null, null, List.of(), List.of(), List.of(MeetingsList.NO_MINUTES), List.of(), List.of(), null))).hasSize(3).doesNotContain(monthly);
    }

    @Test
    void who_has_not_acknowledged_or_signed_is_asked_for_and_meetings_are_found_by_folio_and_words() {
        var attendance = new MeetingOpened(List.of(new Attendee(MINISTRY, new UUID(7, 1), AttendanceRole.LEADS, null), new Attendee(MINISTRY, new UUID(7, 2), AttendanceRole.LEADS, null),
                new Attendee(SPAIN, null, AttendanceRole.FRIEND, null)), Quorum.of(1, null), HELD);
        var id = new UUID(3, 6);
        var events = new ArrayList<MeetingEvent>(List.of(attendance, new QuestionPut(new UUID(5, 3), null, "¿Qué se prioriza?", null, HELD), new MeetingClosed(HELD),
                new MinutesDrafted(1, "Minuta", HELD), new MinutesCirculated(1, HELD.plusDays(9), HELD), new MinutesAcknowledged(1, MINISTRY, null, HELD)));
        var topic = List.of(new AgendaItem(new UUID(6, 1), "Prevención", null, null, null, null));
        table.write(tables.db(), List.of(agenda(id, topic, events.toArray(MeetingEvent[]::new))));
        assertThat(found(received(List.of(SPAIN.value()), List.of(), null))).containsExactly(id);
        assertThat(found(received(List.of(MINISTRY.value()), List.of(), null))).isEmpty();
        assertThat(found(received(List.of(), List.of(SPAIN.value()), null))).isEmpty();
        assertThat(found(received(List.of(), List.of(), "posterga"))).isEmpty();
        var row = list.page(READER, received(List.of(), List.of(), "PRIORIZA"), PageRequest.FIRST).items().getFirst();
        assertThat(row.observationsUntil()).isEqualTo(HELD.plusDays(9));
        assertThat(row.acknowledged()).isEqualTo(1);

        events.addAll(List.of(new MinutesApproved(1, "MIN-CNSCC-2014-0003", null, "Minuta", "0".repeat(64), HELD), new MinutesSigned(MINISTRY, null, null, null, HELD)));
        table.write(tables.db(), List.of(agenda(id, topic, events.toArray(MeetingEvent[]::new))));
        assertThat(found(received(List.of(SPAIN.value()), List.of(), null))).isEmpty();
        assertThat(found(received(List.of(), List.of(SPAIN.value()), null))).containsExactly(id);
        assertThat(found(received(List.of(), List.of(MINISTRY.value()), null))).isEmpty();
        assertThat(found(received(List.of(), List.of(), "prevencion"))).containsExactly(id);
        var approved = list.page(READER, received(List.of(), List.of(), "min-cnscc-2014-0003"), PageRequest.FIRST).items().getFirst();
        assertThat(approved.folio()).isEqualTo("MIN-CNSCC-2014-0003");
        assertThat(approved.signed()).isEqualTo(1);
    }

    @Test
    void the_backlog_is_what_was_not_reached_until_another_meeting_that_is_not_cancelled_takes_it_up() {
        var backlog = new BacklogList(tables.client());
        var waiting = new UUID(6, 1);
        var item = new AgendaItem(waiting, "Normas", MINISTRY, 30, null, null);
        var reached = new AgendaItem(new UUID(6, 2), "Diagnóstico", null, null, null, null);
        var of = new UUID(3, 7);
        table.write(tables.db(), List.of(agenda(of, List.of(item, reached), new MeetingOpened(List.of(), Quorum.of(0, null), HELD),
                new AgendaItemClosed(waiting, ItemOutcome.NOT_REACHED, HELD), new AgendaItemClosed(reached.item(), ItemOutcome.ACTION, HELD))));
        assertThat(backlog.page(READER, COUNCIL.value(), PageRequest.FIRST).items())
                .containsExactly(new BacklogList.Row(of, waiting, "Normas", new InstitutionName(MINISTRY, null, null), 30, HELD));
        assertThat(backlog.page(READER, TABLE.value(), PageRequest.FIRST).items()).isEmpty();
        var takesUp = List.of(new AgendaItem(new UUID(6, 3), "Normas", null, null, new CarriedFrom(new MeetingId(of), waiting), null));
        table.write(tables.db(), List.of(agenda(new UUID(3, 8), takesUp)));
        assertThat(backlog.page(READER, COUNCIL.value(), PageRequest.FIRST).items()).isEmpty();
        table.write(tables.db(), List.of(agenda(new UUID(3, 8), takesUp, new MeetingCancelled(CONVENED))));
        assertThat(backlog.page(READER, COUNCIL.value(), PageRequest.FIRST).items()).hasSize(1);
    }

    @Test
    void pages_follow_each_other_without_gaps_or_repetitions() {
        var found = new ArrayList<UUID>();
        var page = list.page(READER, filter(List.of(), List.of(), null, null, List.of()), new PageRequest(null, 1, false));
        while (true) {
            page.items().forEach(row -> found.add(row.id()));
            if (page.next() == null) {
                break;
            }
            page = list.page(READER, filter(List.of(), List.of(), null, null, List.of()), new PageRequest(page.next(), 1, false));
        }
        assertThat(found).containsExactly(HELD_MEETING, CONVENED_MEETING, OF_THE_TABLE);
    }

    private List<UUID> found(MeetingsList.Filter filter) {
        return list.page(READER, filter, PageRequest.FIRST).items().stream().map(MeetingsList.Row::id).toList();
    }

    private static MeetingsList.Filter received(List<UUID> toAcknowledge, List<UUID> toSign, @Nullable String q) {
        return new MeetingsList.Filter(List.of(), List.of(), null, null, List.of(), List.of(), List.of(), toAcknowledge, toSign, q);
    }

    private static MeetingsList.Filter filter(List<UUID> body, List<String> status, @Nullable LocalDate from, @Nullable LocalDate until, List<UUID> institution) {
        return new MeetingsList.Filter(body, status, from, until, institution, List.of(), List.of(), List.of(), List.of(), null);
    }

    private static Facts<MeetingFacts> agenda(UUID id, List<AgendaItem> agenda, MeetingEvent... events) {
        return facts(id, new MeetingConvened(COUNCIL, OCTOBER, null, null, agenda, null, null, CONVENED), events);
    }

    private static Facts<MeetingFacts> meeting(UUID id, BodyId body, Instant startsAt, MeetingEvent... events) {
        return facts(id, new MeetingConvened(body, startsAt, "San Salvador", MeetingMode.HYBRID, List.of(), null, null, CONVENED), events);
    }

    private static Facts<MeetingFacts> facts(UUID id, MeetingConvened convened, MeetingEvent... events) {
        var all = new ArrayList<MeetingEvent>(List.of(convened));
        all.addAll(List.of(events));
        var view = new MeetingView();
        var facts = view.nothing();
        for (var record : MeetingHistories.recorded(all)) {
            facts = view.evolve(facts, record);
        }
        return new Facts<>(id, all.size(), all.size(), facts);
    }
}
