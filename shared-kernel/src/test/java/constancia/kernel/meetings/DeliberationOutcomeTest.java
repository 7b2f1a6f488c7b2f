package constancia.kernel.meetings;

import static constancia.kernel.meetings.Assessment.*;
import static constancia.kernel.meetings.DeliberationOutcome.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.SeatRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliberationOutcomeTest {

    @Test
    void one_disagreement_leaves_it_unresolved_and_one_reservation_is_told() {
        assertThat(DeliberationOutcome.of(List.of(AGREES, AGREES))).isEqualTo(CONSENSUS);
        assertThat(DeliberationOutcome.of(List.of(AGREES, AGREES_WITH_RESERVATION))).isEqualTo(CONSENSUS_WITH_RESERVATIONS);
        assertThat(DeliberationOutcome.of(List.of(AGREES, AGREES_WITH_RESERVATION, DISAGREES))).isEqualTo(UNRESOLVED);
    }

    @Test
    void the_stage_follows_from_what_was_proposed_and_concluded() {
        assertThat(DeliberationStage.of(0, false)).isEqualTo(DeliberationStage.QUESTION);
        assertThat(DeliberationStage.of(1, false)).isEqualTo(DeliberationStage.PROPOSAL);
        assertThat(DeliberationStage.of(2, false)).isEqualTo(DeliberationStage.SECOND_PROPOSAL);
        assertThat(DeliberationStage.of(1, true)).isEqualTo(DeliberationStage.CONCLUDED);
    }

    @Test
    void who_watches_a_body_or_is_its_guest_does_not_count() {
        for (var seat : SeatRole.values()) {
            assertThat(AttendanceRole.of(seat).counts()).as(seat.word()).isEqualTo(!seat.watches());
        }
        assertThat(AttendanceRole.GUEST.counts()).isFalse();
        assertThat(List.of(AttendanceRole.values()).stream().filter(AttendanceRole::conducts)).containsExactly(AttendanceRole.LEADS, AttendanceRole.CONVENES,
                AttendanceRole.FACILITATES, AttendanceRole.TECHNICAL_SECRETARIAT);
    }
}
