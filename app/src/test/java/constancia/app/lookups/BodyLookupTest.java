package constancia.app.lookups;

import static constancia.kernel.bodies.SeatRole.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.command.bodies.Bodies.HeldSeat;
import constancia.command.meetings.Meetings.KnownItem;
import constancia.command.meetings.Meetings.KnownMeeting;
import constancia.command.meetings.Meetings.SeriesTurn;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.TemplateItem;
import constancia.kernel.institutions.InstitutionEvent.InstitutionRegistered;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.Quorum;
import constancia.postgres.TestPostgres;
import constancia.query.history.Views;
import constancia.query.meetings.MinutesWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class BodyLookupTest {

    static final BodyId COUNCIL = new BodyId(new UUID(0, 1));
    static final BodyId OTHER = new BodyId(new UUID(0, 2));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(0, 3));
    static final InstitutionId UNDP = new InstitutionId(new UUID(0, 4));
    static final UUID SEAT = new UUID(0, 5);
    static final UUID SECOND_SEAT = new UUID(0, 6);
    static final UUID PERSON = new UUID(0, 7);
    static final MeetingId MEETING = new MeetingId(new UUID(0, 8));
    static final UUID ITEM = new UUID(0, 9);
    static final LocalDate DAY = LocalDate.of(2014, 9, 17);
    static final LocalDate LATER = LocalDate.of(2015, 3, 1);
    static final LocalDate END = LocalDate.of(2019, 6, 1);

    BodyLookup bodies;
    MeetingLookup meetings;

    @BeforeEach
    void established() {
        var database = TestPostgres.newDatabase();
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password()).locations("classpath:db/journal")
                .schemas("journal").placeholders(Map.of("app", database.app().user())).load().migrate();
        var db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.app().user(), database.app().password()));
        bodies = new BodyLookup(db);
        meetings = new MeetingLookup(db, new ReserveLookup(db), new MinutesWriter(db, new Views(List.of()), new JsonMapper(), Clock.systemUTC(), Locale.ROOT), Clock.systemUTC());
        var institutions = new InstitutionLookup(db);
        institutions.recorded(SPAIN, new InstitutionRegistered("España", null, InstitutionKind.COUNTRY, "ES", List.of(), null, DAY));
        institutions.recorded(UNDP, new InstitutionRegistered("PNUD", "PNUD", InstitutionKind.INTERNATIONAL, null, List.of(), null, DAY));
        bodies.recorded(COUNCIL, new BodyEstablished("Consejo", "C.N.S.C.C.", BodyKind.COUNCIL, null, DAY));
    }

    @Test
    void a_body_is_active_from_its_establishment_until_its_dissolution() {
        assertThat(bodies.exists(COUNCIL)).isTrue();
        assertThat(bodies.exists(OTHER)).isFalse();
        assertThat(bodies.active(OTHER, DAY)).isFalse();
        assertThat(bodies.active(COUNCIL, DAY.minusDays(1))).isFalse();
        assertThat(bodies.active(COUNCIL, DAY)).isTrue();
        bodies.recorded(COUNCIL, new BodyDissolved(END));
        assertThat(bodies.active(COUNCIL, END.minusDays(1))).isTrue();
        assertThat(bodies.active(COUNCIL, END)).isFalse();
        assertThat(bodies.acronym(COUNCIL)).isEqualTo("C.N.S.C.C.");
    }

    @Test
    void two_bodies_never_have_the_same_acronym_however_it_is_written() {
        assertThatThrownBy(() -> bodies.recorded(OTHER, new BodyEstablished("Otro", "cnscc", BodyKind.TEAM, null, DAY)))
                .isInstanceOfSatisfying(Refused.class, e -> {
                    assertThat(e.code()).isEqualTo("acronym-taken");
                    assertThat(e.args()).containsExactly("cnscc");
                });
    }

    @Test
    void the_seats_of_a_day_are_those_that_are_held_on_it() {
        bodies.recorded(COUNCIL, new SeatTaken(SEAT, UNDP, null, TECHNICAL_SECRETARIAT, DAY, LATER, DAY));
        bodies.recorded(COUNCIL, new SeatTaken(SECOND_SEAT, null, PERSON, MEMBER, LATER, null, DAY));
        var undp = new HeldSeat(SEAT, UNDP, null, TECHNICAL_SECRETARIAT);
        var person = new HeldSeat(SECOND_SEAT, null, PERSON, MEMBER);
        assertThat(bodies.seated(COUNCIL, DAY.minusDays(1))).isEmpty();
        assertThat(bodies.seated(COUNCIL, DAY)).containsExactly(undp);
        assertThat(bodies.seated(COUNCIL, LATER)).containsExactly(undp, person);
        assertThat(bodies.seated(COUNCIL, LATER.plusDays(1))).containsExactly(person);
        bodies.recorded(COUNCIL, new SeatVacated(SECOND_SEAT, LATER.plusDays(5)));
        assertThat(bodies.seated(COUNCIL, LATER.plusDays(4))).containsExactly(person);
        assertThat(bodies.seated(COUNCIL, LATER.plusDays(5))).isEmpty();
        bodies.recorded(COUNCIL, new BodyDissolved(LATER));
        assertThat(bodies.seated(COUNCIL, LATER)).isEmpty();
    }

    @Test
    void it_only_watches_who_has_no_seat_but_as_friend_or_observer() {
        assertThat(bodies.onlyWatches(COUNCIL, SPAIN, DAY)).isFalse();
        bodies.recorded(COUNCIL, new SeatTaken(SEAT, SPAIN, null, FRIEND, DAY, null, DAY));
        bodies.recorded(COUNCIL, new SeatTaken(SECOND_SEAT, SPAIN, null, MEMBER, LATER, END, DAY));
        assertThat(bodies.onlyWatches(COUNCIL, SPAIN, DAY.minusDays(1))).isFalse();
        assertThat(bodies.onlyWatches(COUNCIL, SPAIN, DAY)).isTrue();
        assertThat(bodies.onlyWatches(COUNCIL, SPAIN, LATER)).isFalse();
        assertThat(bodies.onlyWatches(COUNCIL, SPAIN, END.plusDays(1))).isTrue();
        assertThat(bodies.onlyWatches(COUNCIL, UNDP, DAY)).isFalse();
        bodies.recorded(COUNCIL, new SeatVacated(SEAT, END));
        assertThat(bodies.onlyWatches(COUNCIL, SPAIN, END.plusDays(1))).isFalse();
    }

    @Test
    void the_quorum_of_a_day_is_the_latest_set_by_then_whenever_it_was_recorded() {
        assertThat(bodies.quorum(COUNCIL, DAY)).isEmpty();
        bodies.recorded(COUNCIL, new QuorumSet(9, null, QuorumRule.COUNTING, LATER));
        bodies.recorded(COUNCIL, new QuorumSet(null, "2/3", List.of(LEADS, MEMBER), DAY));
        assertThat(bodies.quorum(COUNCIL, DAY.minusDays(1))).isEmpty();
        assertThat(bodies.quorum(COUNCIL, LATER.minusDays(1))).contains(new QuorumRule(null, "2/3", List.of(LEADS, MEMBER)));
        assertThat(bodies.quorum(COUNCIL, LATER)).contains(new QuorumRule(9, null, QuorumRule.COUNTING));
        bodies.recorded(COUNCIL, new QuorumSet(null, "1/2", QuorumRule.COUNTING, LATER));
        assertThat(bodies.quorum(COUNCIL, LATER)).contains(new QuorumRule(null, "1/2", QuorumRule.COUNTING));
    }

    @Test
    void a_meeting_is_known_by_its_course_and_by_its_agenda() {
        assertThat(meetings.find(MEETING)).isEmpty();
        meetings.recorded(MEETING, new MeetingConvened(COUNCIL, Instant.EPOCH, null, null, List.of(new AgendaItem(ITEM, "Uno", null, null, null, null)), null, null, DAY));
        assertThat(meetings.find(MEETING)).contains(new KnownMeeting(MEETING, COUNCIL, null, false, null, false, false));
        assertThat(meetings.item(MEETING, ITEM)).contains(new KnownItem(COUNCIL, null, false));
        assertThat(meetings.item(MEETING, SEAT)).isEmpty();
        meetings.recorded(MEETING, new AgendaItemAdded(SEAT, "Dos", null, null, null, null, DAY));
        assertThat(meetings.item(MEETING, SEAT)).isPresent();
        meetings.recorded(MEETING, new MeetingPostponed(Instant.EPOCH.plus(1, ChronoUnit.DAYS), DAY));
        meetings.recorded(MEETING, new MeetingOpened(List.of(), Quorum.of(1, null), LATER));
        assertThat(meetings.find(MEETING)).contains(new KnownMeeting(MEETING, COUNCIL, LATER, true, null, false, false));
        meetings.recorded(MEETING, new MeetingClosed(END));
        assertThat(meetings.find(MEETING)).contains(new KnownMeeting(MEETING, COUNCIL, LATER, true, END, false, false));
        meetings.recorded(MEETING, new MinutesApproved(1, null, null, "Minuta", "0".repeat(64), END));
        assertThat(meetings.find(MEETING)).contains(new KnownMeeting(MEETING, COUNCIL, LATER, true, END, false, true));
    }

    @Test
    void an_item_that_was_not_reached_is_taken_up_once_until_the_meeting_that_does_is_cancelled() {
        var carried = new CarriedFrom(MEETING, ITEM);
        var other = new MeetingId(new UUID(0, 10));
        var third = new MeetingId(new UUID(0, 11));
        meetings.recorded(MEETING, new MeetingConvened(COUNCIL, Instant.EPOCH, null, null, List.of(new AgendaItem(ITEM, "Uno", null, null, null, null)), null, null, DAY));
        meetings.recorded(MEETING, new AgendaItemClosed(ITEM, ItemOutcome.NOT_REACHED, LATER));
        assertThat(meetings.item(MEETING, ITEM)).contains(new KnownItem(COUNCIL, LATER, false));
        meetings.recorded(other, new MeetingConvened(COUNCIL, Instant.EPOCH, null, null, List.of(new AgendaItem(SEAT, "Uno", null, null, carried, null)), null, null, LATER));
        assertThat(meetings.item(MEETING, ITEM)).contains(new KnownItem(COUNCIL, LATER, true));
        meetings.recorded(other, new MeetingCancelled(LATER));
        assertThat(meetings.item(MEETING, ITEM)).contains(new KnownItem(COUNCIL, LATER, false));
        meetings.recorded(third, new MeetingConvened(COUNCIL, Instant.EPOCH, null, null, List.of(), null, null, LATER));
        meetings.recorded(third, new AgendaItemAdded(SEAT, "Uno", null, null, carried, null, LATER));
        assertThatThrownBy(() -> meetings.recorded(third, new AgendaItemAdded(ITEM, "Uno", null, null, carried, null, LATER)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("item-taken-up"));
    }

    @Test
    void an_item_closed_otherwise_is_not_in_the_backlog() {
        meetings.recorded(MEETING, new MeetingConvened(COUNCIL, Instant.EPOCH, null, null, List.of(new AgendaItem(ITEM, "Uno", null, null, null, null)), null, null, DAY));
        meetings.recorded(MEETING, new AgendaItemClosed(ITEM, ItemOutcome.ACTION, LATER));
        assertThat(meetings.item(MEETING, ITEM)).contains(new KnownItem(COUNCIL, null, false));
    }

    @Test
    void the_places_of_a_series_are_given_one_after_the_other_and_to_one_body() {
        var series = new UUID(0, 20);
        var other = new BodyId(new UUID(0, 21));
        bodies.recorded(other, new BodyEstablished("Mesa", "MESA", BodyKind.TABLE, null, DAY));
        assertThat(meetings.nextInSeries(series, COUNCIL, DAY)).isEqualTo(new SeriesTurn(1, null));
        assertThat(meetings.nextInSeries(series, COUNCIL, DAY)).isEqualTo(new SeriesTurn(2, null));
        assertThatThrownBy(() -> meetings.nextInSeries(series, other, DAY)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("series-of-another-body"));
        assertThat(meetings.nextInSeries(new UUID(0, 22), other, DAY)).isEqualTo(new SeriesTurn(1, null));
    }

    @Test
    void the_meetings_of_a_series_begin_with_the_template_of_their_day() {
        var series = new UUID(0, 20);
        var first = template(series, "Cancillería", DAY);
        var second = template(series, "Casa Presidencial", LATER);
        bodies.recorded(COUNCIL, first);
        bodies.recorded(COUNCIL, second);
        assertThat(meetings.nextInSeries(series, COUNCIL, DAY.minusDays(1))).isEqualTo(new SeriesTurn(1, null));
        assertThat(meetings.nextInSeries(series, COUNCIL, LATER.minusDays(1))).isEqualTo(new SeriesTurn(2, first));
        assertThat(meetings.nextInSeries(series, COUNCIL, LATER)).isEqualTo(new SeriesTurn(3, second));
        bodies.rectified(COUNCIL, List.of(new BodyEstablished("Consejo", "C.N.S.C.C.", BodyKind.COUNCIL, null, DAY), first));
        assertThat(meetings.nextInSeries(series, COUNCIL, LATER)).isEqualTo(new SeriesTurn(4, first));
        var other = new BodyId(new UUID(0, 21));
        bodies.recorded(other, new BodyEstablished("Mesa", "MESA", BodyKind.TABLE, null, DAY));
        assertThatThrownBy(() -> bodies.recorded(other, first)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("series-of-another-body"));
    }

    private static SeriesTemplateSet template(UUID series, String place, LocalDate on) {
        return new SeriesTemplateSet(series, "Reunión mensual", place, null, null, List.of(new TemplateItem("Acuerdos anteriores", "Informes", UNDP, 30)), on);
    }

    @Test
    void a_meeting_without_quorum_is_known_not_to_be_quorate_and_a_cancelled_one_as_cancelled() {
        meetings.recorded(MEETING, new MeetingConvened(COUNCIL, Instant.EPOCH, null, null, List.of(), null, null, DAY));
        meetings.recorded(MEETING, new MeetingOpened(List.of(), Quorum.of(1, 2), LATER));
        assertThat(meetings.find(MEETING)).contains(new KnownMeeting(MEETING, COUNCIL, LATER, false, null, false, false));
        var other = new MeetingId(new UUID(0, 10));
        meetings.recorded(other, new MeetingConvened(COUNCIL, Instant.EPOCH, null, null, List.of(), null, null, DAY));
        meetings.recorded(other, new MeetingCancelled(LATER));
        assertThat(meetings.find(other)).contains(new KnownMeeting(other, COUNCIL, null, false, null, true, false));
    }
}
