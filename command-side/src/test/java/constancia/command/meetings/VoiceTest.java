package constancia.command.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VoiceTest {

    static final InstitutionId MINISTRY = new InstitutionId(new UUID(1, 1));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(1, 2));
    static final InstitutionId MAYORS = new InstitutionId(new UUID(1, 3));
    static final UUID MINISTER = new UUID(2, 1);
    static final UUID BUSINESSWOMAN = new UUID(2, 2);
    static final UUID STRANGER = new UUID(2, 3);

    final List<Attendee> attendance = List.of(new Attendee(MINISTRY, MINISTER, AttendanceRole.LEADS, Capacity.REPRESENTATIVE),
            new Attendee(SPAIN, null, AttendanceRole.FRIEND, null), new Attendee(null, BUSINESSWOMAN, AttendanceRole.MEMBER, null));

    @Test
    void an_institution_speaks_with_or_without_telling_through_whom() {
        assertThat(Voice.of(MINISTRY, null, attendance)).isEqualTo(new Voice(MINISTRY, null, true));
        assertThat(Voice.of(MINISTRY, MINISTER, attendance)).isEqualTo(new Voice(MINISTRY, MINISTER, true));
    }

    @Test
    void who_spoke_may_be_told_where_the_attendance_does_not_but_not_against_it() {
        assertThat(Voice.of(SPAIN, STRANGER, attendance)).isEqualTo(new Voice(SPAIN, STRANGER, false));
        notPresent(MINISTRY, STRANGER);
    }

    @Test
    void a_person_on_its_own_seat_speaks_for_itself_whoever_records_it() {
        assertThat(Voice.of(null, BUSINESSWOMAN, attendance)).isEqualTo(new Voice(null, BUSINESSWOMAN, true));
        assertThat(Voice.of(MINISTRY, BUSINESSWOMAN, attendance)).isEqualTo(new Voice(null, BUSINESSWOMAN, true));
    }

    @Test
    void who_did_not_attend_does_not_speak() {
        notPresent(MAYORS, null);
        notPresent(null, STRANGER);
        notPresent(null, MINISTER);
        assertThatThrownBy(() -> Voice.of(null, null, attendance)).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.field()).isEqualTo("institution");
            assertThat(invalid.code()).isEqualTo("required");
        });
    }

    private void notPresent(InstitutionId institution, UUID person) {
        assertThatThrownBy(() -> Voice.of(institution, person, attendance)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("not-present"));
    }
}
