package constancia.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.BodyEvent.BodyEstablished;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.Recorded;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.Quorum;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.bodies.BodiesTable;
import constancia.query.bodies.BodyView;
import constancia.query.history.Names.BodyName;
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

    static final Reader READER = new Reader("admin", null);
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

    final TestTables tables = TestTables.of("V2__institutions", "V3__bodies", "V7__meetings");
    final MeetingsTable table = new MeetingsTable();
    final MeetingsList list = new MeetingsList(tables.client(), ZoneId.of("America/El_Salvador"));

    final Facts<MeetingFacts> held = meeting(HELD_MEETING, COUNCIL, EVENING,
            new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.LEADS), new Attendee(SPAIN, new UUID(4, 1), AttendanceRole.FRIEND)),
                    new Quorum(1, 1, true), HELD), new MeetingClosed(HELD));
    final Facts<MeetingFacts> convened = meeting(CONVENED_MEETING, COUNCIL, EVENING, new MeetingPostponed(OCTOBER, CONVENED));
    final Facts<MeetingFacts> ofTheTable = meeting(OF_THE_TABLE, TABLE, OCTOBER,
            new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.GUEST)), Quorum.of(0, null), CONVENED.plusDays(30)));

    @BeforeEach
    void write() {
        var view = new BodyView();
        var established = new BodyEstablished("Consejo Nacional de Seguridad", "CNSCC", BodyKind.COUNCIL, null, CONVENED);
        new BodiesTable().write(tables.db(), List.of(new Facts<>(COUNCIL.value(), 1, 1, view.evolve(view.nothing(), new Recorded<>(1, established, TestTables.BY)))));
        table.write(tables.db(), List.of(held, convened, ofTheTable));
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        var before = tables.rows("meetings", "attendances");
        table.write(tables.db(), List.of(held, convened, ofTheTable));
        assertThat(tables.rows("meetings", "attendances")).isEqualTo(before);
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
                new MeetingsList.Row(HELD_MEETING, 3, "closed", council, EVENING, "San Salvador", "hybrid", 2, new Quorum(1, 1, true), HELD, HELD),
                new MeetingsList.Row(CONVENED_MEETING, 2, "convened", council, OCTOBER, "San Salvador", "hybrid", null, null, null, null));
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

    private static MeetingsList.Filter filter(List<UUID> body, List<String> status, @Nullable LocalDate from, @Nullable LocalDate until, List<UUID> institution) {
        return new MeetingsList.Filter(body, status, from, until, institution);
    }

    private static Facts<MeetingFacts> meeting(UUID id, BodyId body, Instant startsAt, MeetingEvent... events) {
        var all = new ArrayList<MeetingEvent>(List.of(new MeetingConvened(body, startsAt, "San Salvador", MeetingMode.HYBRID, List.of(), CONVENED)));
        all.addAll(List.of(events));
        var view = new MeetingView();
        var facts = view.nothing();
        for (var record : MeetingHistories.recorded(all)) {
            facts = view.evolve(facts, record);
        }
        return new Facts<>(id, all.size(), all.size(), facts);
    }
}
