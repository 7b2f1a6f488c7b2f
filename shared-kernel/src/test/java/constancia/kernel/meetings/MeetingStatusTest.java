package constancia.kernel.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.SeatRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MeetingStatusTest {

    static final LocalDate DAY = LocalDate.of(2014, 10, 1);

    @Test
    void the_status_follows_from_the_dates() {
        assertThat(MeetingStatus.of(null, null, null)).isEqualTo(MeetingStatus.CONVENED);
        assertThat(MeetingStatus.of(DAY, null, null)).isEqualTo(MeetingStatus.OPEN);
        assertThat(MeetingStatus.of(DAY, DAY, null)).isEqualTo(MeetingStatus.CLOSED);
        assertThat(MeetingStatus.of(null, null, DAY)).isEqualTo(MeetingStatus.CANCELLED);
    }

    @Test
    void every_seat_has_its_role_in_a_meeting() {
        for (var seat : SeatRole.values()) {
            assertThat(AttendanceRole.of(seat).word()).isEqualTo(seat.word());
        }
    }

    @Test
    void a_quorum_is_lacking_only_where_a_rule_asks_for_more() {
        assertThat(Quorum.of(3, 4)).isEqualTo(new Quorum(3, 4, false));
        assertThat(Quorum.of(3, 4).lacking()).isTrue();
        assertThat(Quorum.of(4, 4)).isEqualTo(new Quorum(4, 4, true));
        assertThat(Quorum.of(4, 4).lacking()).isFalse();
        assertThat(Quorum.of(0, null)).isEqualTo(new Quorum(0, null, null));
        assertThat(Quorum.of(0, null).lacking()).isFalse();
    }
}
