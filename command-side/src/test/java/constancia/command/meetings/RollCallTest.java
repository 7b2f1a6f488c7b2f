package constancia.command.meetings;

import static constancia.kernel.bodies.SeatRole.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.command.bodies.Bodies.HeldSeat;
import constancia.command.meetings.MeetingCommand.Present;
import constancia.kernel.Invalid;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.Quorum;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RollCallTest {

    static final InstitutionId MINISTRY = new InstitutionId(new UUID(1, 1));
    static final InstitutionId MAYORS = new InstitutionId(new UUID(1, 2));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(1, 3));
    static final InstitutionId UNION = new InstitutionId(new UUID(1, 4));
    static final InstitutionId STRANGER = new InstitutionId(new UUID(1, 5));
    static final UUID BUSINESSWOMAN = new UUID(2, 1);
    static final UUID MINISTER = new UUID(2, 2);
    static final UUID DEPUTY = new UUID(2, 3);

    final List<HeldSeat> seats = List.of(seat(MINISTRY, CONVENES), seat(MINISTRY, LEADS), seat(MAYORS, MEMBER), seat(SPAIN, FRIEND),
            seat(UNION, OBSERVER), seat(UNION, TECHNICAL_SECRETARIAT), new HeldSeat(UUID.randomUUID(), null, BUSINESSWOMAN, MEMBER));
    final QuorumRule half = new QuorumRule(null, "1/2", QuorumRule.COUNTING);

    @Test
    void everybody_is_recorded_in_the_most_engaged_of_its_roles_and_who_has_no_seat_as_guest() {
        assertThat(call(half, present(MINISTRY), present(UNION), present(SPAIN), present(STRANGER), person(BUSINESSWOMAN), person(DEPUTY)).attendance())
                .containsExactly(attendee(MINISTRY, AttendanceRole.LEADS), attendee(UNION, AttendanceRole.TECHNICAL_SECRETARIAT),
                        attendee(SPAIN, AttendanceRole.FRIEND), attendee(STRANGER, AttendanceRole.GUEST),
                        new Attendee(null, BUSINESSWOMAN, AttendanceRole.MEMBER, null), new Attendee(null, DEPUTY, AttendanceRole.GUEST, null));
    }

    @Test
    void a_role_may_be_said_if_it_has_a_seat_in_it() {
        assertThat(call(half, new Present(MINISTRY, MINISTER, CONVENES, null)).attendance())
                .containsExactly(new Attendee(MINISTRY, MINISTER, AttendanceRole.CONVENES, null));
        invalid("attendance/1/role", "not-seated-as", "member", present(MINISTRY), new Present(SPAIN, null, MEMBER, null));
        invalid("attendance/0/role", "not-seated-as", "observer", new Present(STRANGER, null, OBSERVER, null));
    }

    @Test
    void as_what_somebody_spoke_is_told_of_institutions_only() {
        assertThat(call(half, new Present(MINISTRY, DEPUTY, null, Capacity.ALTERNATE), new Present(MAYORS, null, null, Capacity.DELEGATE)).attendance())
                .containsExactly(new Attendee(MINISTRY, DEPUTY, AttendanceRole.LEADS, Capacity.ALTERNATE),
                        new Attendee(MAYORS, null, AttendanceRole.MEMBER, Capacity.DELEGATE));
        assertThatThrownBy(() -> call(half, new Present(null, BUSINESSWOMAN, null, Capacity.DELEGATE))).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.field()).isEqualTo("attendance/0/capacity");
            assertThat(invalid.code()).isEqualTo("capacity-without-institution");
        });
    }

    @Test
    void institutions_and_persons_count_once_however_many_seats_they_hold() {
        assertThat(call(half, present(MINISTRY)).quorum()).isEqualTo(new Quorum(1, 2, false));
        assertThat(call(half, present(MINISTRY), present(MAYORS)).quorum()).isEqualTo(new Quorum(2, 2, true));
        assertThat(call(half, person(BUSINESSWOMAN), present(MAYORS)).quorum()).isEqualTo(new Quorum(2, 2, true));
    }

    @Test
    void however_many_people_they_send() {
        assertThat(call(half, new Present(MINISTRY, MINISTER, null, null), new Present(MINISTRY, DEPUTY, CONVENES, null), present(MINISTRY)).quorum())
                .isEqualTo(new Quorum(1, 2, false));
    }

    @Test
    void friends_observers_and_guests_never_count() {
        assertThat(call(half, present(SPAIN), present(STRANGER), person(DEPUTY)).quorum()).isEqualTo(new Quorum(0, 2, false));
        assertThat(call(half, present(MINISTRY), new Present(UNION, null, OBSERVER, null)).quorum()).isEqualTo(new Quorum(1, 2, false));
    }

    @Test
    void who_speaks_for_an_institution_does_not_fill_its_own_seat() {
        assertThat(call(half, new Present(STRANGER, BUSINESSWOMAN, null, null)).quorum()).isEqualTo(new Quorum(0, 2, false));
    }

    @Test
    void only_the_seats_of_the_rule_count() {
        var members = new QuorumRule(null, "2/2", List.of(MEMBER));
        assertThat(call(members, present(MINISTRY), present(MAYORS), present(UNION)).quorum()).isEqualTo(new Quorum(1, 2, false));
        assertThat(call(members, person(BUSINESSWOMAN), present(MAYORS)).quorum()).isEqualTo(new Quorum(2, 2, true));
    }

    @Test
    void a_number_is_asked_for_whoever_is_seated() {
        assertThat(call(new QuorumRule(5, null, QuorumRule.COUNTING), present(MINISTRY), present(MAYORS)).quorum()).isEqualTo(new Quorum(2, 5, false));
    }

    @Test
    void without_a_rule_nothing_is_required() {
        assertThat(RollCall.of(List.of(present(MINISTRY), present(SPAIN)), seats, Optional.empty()).quorum()).isEqualTo(new Quorum(1, null, null));
    }

    @Test
    void each_attendance_names_somebody_and_once() {
        invalid("attendance/1", "attendee-missing", null, present(MINISTRY), new Present(null, null, null, null));
        invalid("attendance/1", "attendee-twice", null, new Present(MINISTRY, MINISTER, LEADS, null), new Present(MINISTRY, MINISTER, CONVENES, null));
    }

    private RollCall call(QuorumRule rule, Present... presents) {
        return RollCall.of(List.of(presents), seats, Optional.of(rule));
    }

    private void invalid(String field, String code, @Nullable String arg, Present... presents) {
        assertThatThrownBy(() -> call(half, presents)).isInstanceOfSatisfying(Invalid.class, e -> {
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.args()).isEqualTo(arg == null ? List.of() : List.of(arg));
        });
    }

    private static HeldSeat seat(InstitutionId institution, SeatRole role) {
        return new HeldSeat(UUID.randomUUID(), institution, null, role);
    }

    private static Present present(InstitutionId institution) {
        return new Present(institution, null, null, null);
    }

    private static Present person(UUID person) {
        return new Present(null, person, null, null);
    }

    private static Attendee attendee(InstitutionId institution, AttendanceRole role) {
        return new Attendee(institution, null, role, null);
    }
}
