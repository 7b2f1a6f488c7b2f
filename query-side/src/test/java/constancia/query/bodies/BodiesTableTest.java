package constancia.query.bodies;

import static constancia.kernel.bodies.SeatRole.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.institutions.InstitutionEvent.InstitutionRegistered;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.Recorded;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.institutions.InstitutionView;
import constancia.query.institutions.InstitutionsTable;
import constancia.query.tables.Facts;
import constancia.query.tables.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodiesTableTest {

    static final Reader READER = new Reader(Authority.administrator("admin"));
    static final LocalDate FOUNDED = LocalDate.of(2014, 9, 17);
    static final LocalDate LATER = LocalDate.of(2015, 3, 1);
    static final UUID COUNCIL = new UUID(1, 1);
    static final UUID TABLE = new UUID(1, 2);
    static final UUID FORMER = new UUID(1, 3);
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(2, 1));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(2, 2));
    static final UUID PERSON = new UUID(3, 1);

    final TestTables tables = TestTables.of("V2__institutions", "V3__bodies");
    final BodiesTable table = new BodiesTable();
    final BodiesList list = new BodiesList(tables.client());
    final SeatsList seats = new SeatsList(tables.client());

    final Facts<BodyFacts> council = body(COUNCIL, "Consejo Nacional de Seguridad", "CNSCC", BodyKind.COUNCIL, null,
            new SeatTaken(new UUID(4, 1), MINISTRY, null, MEMBER, FOUNDED, null, FOUNDED), new SeatTaken(new UUID(4, 2), SPAIN, null, FRIEND, FOUNDED, null, FOUNDED),
            new SeatTaken(new UUID(4, 3), null, PERSON, MEMBER, LATER, null, FOUNDED), new SeatTaken(new UUID(4, 4), MINISTRY, null, LEADS, FOUNDED, LATER, FOUNDED));
    final Facts<BodyFacts> technical = body(TABLE, "Mesa técnica", "MT", BodyKind.TABLE, new BodyId(COUNCIL),
            new SeatTaken(new UUID(4, 5), SPAIN, null, OBSERVER, FOUNDED, null, FOUNDED), new SeatVacated(new UUID(4, 5), LATER));
    final Facts<BodyFacts> former = body(FORMER, "Comité anterior", "CA", BodyKind.COMMITTEE, null,
            new SeatTaken(new UUID(4, 6), MINISTRY, null, LEADS, FOUNDED, null, FOUNDED), new BodyDissolved(LATER));

    @BeforeEach
    void write() {
        new InstitutionsTable().write(tables.db(), List.of(institution(MINISTRY, "Ministerio de Justicia", "MJSP"), institution(SPAIN, "España", null)));
        table.write(tables.db(), List.of(council, technical, former));
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        var before = tables.rows("bodies", "seats");
        table.write(tables.db(), List.of(council, technical, former));
        assertThat(tables.rows("bodies", "seats")).isEqualTo(before);
        assertThat(tables.rows("seats")).hasSize(6);
    }

    @Test
    void a_seat_that_is_no_longer_on_record_leaves_the_table() {
        table.write(tables.db(), List.of(new Facts<>(COUNCIL, council.version() + 1, 99, body(COUNCIL, "Consejo", "CNSCC", BodyKind.COUNCIL, null).facts())));
        assertThat(tables.rows("seats")).hasSize(2);
    }

    @Test
    void bodies_are_listed_by_name_with_the_seats_held_today() {
        var page = list.page(READER, filter(List.of(), List.of(), List.of(), null), LATER.plusDays(1), PageRequest.FIRST);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items()).containsExactly(
                new BodiesList.Row(FORMER, 3, "dissolved", "CA", "Comité anterior", "committee", null, 0, FOUNDED, LATER),
                new BodiesList.Row(COUNCIL, 5, "active", "CNSCC", "Consejo Nacional de Seguridad", "council", null, 3, FOUNDED, null),
                new BodiesList.Row(TABLE, 3, "active", "MT", "Mesa técnica", "table", new BodyName(new BodyId(COUNCIL), "CNSCC", "Consejo Nacional de Seguridad"),
                        0, FOUNDED, null));
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(found(filter(List.of("active"), List.of(), List.of(), null))).containsExactly(COUNCIL, TABLE);
        assertThat(found(filter(List.of("dissolved"), List.of(), List.of(), null))).containsExactly(FORMER);
        assertThat(found(filter(List.of(), List.of("table", "committee"), List.of(), null))).containsExactly(FORMER, TABLE);
        assertThat(found(filter(List.of(), List.of(), List.of(MINISTRY.value()), null))).containsExactly(COUNCIL);
        assertThat(found(filter(List.of(), List.of(), List.of(SPAIN.value()), null))).containsExactly(COUNCIL);
        assertThat(found(filter(List.of(), List.of(), List.of(PERSON), null))).isEmpty();
        assertThat(found(filter(List.of(), List.of(), List.of(), "cnscc"))).containsExactly(COUNCIL);
        assertThat(found(filter(List.of(), List.of(), List.of(), "TÉCNICA"))).containsExactly(TABLE);
    }

    @Test
    void seats_are_listed_from_the_most_engaged_role_and_say_whether_they_are_held() {
        var page = seats.page(READER, COUNCIL, LATER, PageRequest.FIRST);
        assertThat(page.items()).containsExactly(
                new SeatsList.Row(new UUID(4, 4), new InstitutionName(MINISTRY, "MJSP", "Ministerio de Justicia"), null, "leads", FOUNDED, LATER, null, true),
                new SeatsList.Row(new UUID(4, 3), null, PERSON, "member", LATER, null, null, true),
                new SeatsList.Row(new UUID(4, 1), new InstitutionName(MINISTRY, "MJSP", "Ministerio de Justicia"), null, "member", FOUNDED, null, null, true),
                new SeatsList.Row(new UUID(4, 2), new InstitutionName(SPAIN, null, "España"), null, "friend", FOUNDED, null, null, true));
        assertThat(held(COUNCIL, FOUNDED)).containsExactly(true, false, true, true);
        assertThat(held(COUNCIL, LATER.plusDays(1))).containsExactly(false, true, true, true);
        assertThat(held(TABLE, LATER.minusDays(1))).containsExactly(true);
        assertThat(held(TABLE, LATER)).containsExactly(false);
        assertThat(held(FORMER, LATER)).containsExactly(false);
    }

    @Test
    void held_in_the_tables_is_held_in_the_view() {
        for (long seed = 0; seed < 40; seed++) {
            var id = new UUID(5, seed);
            var records = BodyHistories.random(seed);
            var facts = fold(id, records);
            table.write(tables.db(), List.of(facts));
            var today = BodyHistories.FIRST.plusDays(45);
            var told = (BodyItem) new BodyView().answer(facts.facts(), today, names());
            assertThat(seats.page(READER, id, today, new PageRequest(null, 500, false)).items()).extracting(SeatsList.Row::id, SeatsList.Row::held)
                    .containsExactlyInAnyOrderElementsOf(told.seats().stream().map(s -> org.assertj.core.groups.Tuple.tuple(s.id(), s.held())).toList());
        }
    }

    private List<UUID> found(BodiesList.Filter filter) {
        return list.page(READER, filter, LATER.plusDays(1), PageRequest.FIRST).items().stream().map(BodiesList.Row::id).toList();
    }

    private List<Boolean> held(UUID body, LocalDate today) {
        return seats.page(READER, body, today, PageRequest.FIRST).items().stream().map(SeatsList.Row::held).toList();
    }

    private static BodiesList.Filter filter(List<String> status, List<String> kind, List<UUID> institution, @Nullable String q) {
        return new BodiesList.Filter(status, kind, institution, q);
    }

    private static Facts<BodyFacts> body(UUID id, String name, String acronym, BodyKind kind, @Nullable BodyId parent, BodyEvent... events) {
        var all = new java.util.ArrayList<BodyEvent>(List.of(new BodyEstablished(name, acronym, kind, parent, FOUNDED)));
        all.addAll(List.of(events));
        return fold(id, BodyHistories.recorded(all));
    }

    private static Facts<BodyFacts> fold(UUID id, List<Recorded<BodyEvent>> records) {
        var view = new BodyView();
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return new Facts<>(id, records.size(), records.size(), facts);
    }

    private static Facts<constancia.query.institutions.InstitutionFacts> institution(InstitutionId id, String name, @Nullable String acronym) {
        var view = new InstitutionView();
        return new Facts<>(id.value(), 1, 1, view.evolve(view.nothing(), new Recorded<>(1,
                new InstitutionRegistered(name, acronym, InstitutionKind.STATE, "SV", List.of(), null, FOUNDED), TestTables.BY)));
    }

    private static constancia.query.history.Names names() {
        return TestTables.noNames();
    }
}
