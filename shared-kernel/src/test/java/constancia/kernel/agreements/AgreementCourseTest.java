package constancia.kernel.agreements;

import static constancia.kernel.agreements.AgreementStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.reserve.Classification;
import constancia.kernel.reserve.ItemClass;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AgreementCourseTest {

    static final InstitutionId MJSP = new InstitutionId(UUID.fromString("0194d0c2-0000-7000-8000-000000000020"));
    static final InstitutionId PNUD = new InstitutionId(UUID.fromString("0194d0c2-0000-7000-8000-000000000021"));
    static final LocalDate DAY = LocalDate.of(2014, 11, 20);
    static final LocalDate LATER = DAY.plusDays(30);
    static final LocalDate LAST = DAY.plusYears(1);
    static final Provenance UNIT = new Provenance("coordinacion", null, false, Provenance.Through.API, null);

    @Nested
    class ADecision {

        @Test
        void is_in_force_when_recorded() {
            var course = course(recorded(AgreementKind.DECISION, null, null));
            assertThat(course.status(DAY)).isEqualTo(IN_FORCE);
            assertThat(course.inForceSince(DAY)).isEqualTo(DAY);
        }

        @Test
        void holds_to_the_end_of_its_last_day() {
            var course = course(recorded(AgreementKind.DECISION, null, LAST));
            assertThat(course.status(LAST)).isEqualTo(IN_FORCE);
            assertThat(course.status(LAST.plusDays(1))).isEqualTo(EXPIRED);
        }
    }

    @Nested
    class AnInstrument {

        @Test
        void waits_for_every_signature_that_is_required_and_for_no_other() {
            var unsigned = recorded(AgreementKind.COOPERATION_AGREEMENT, null, null, new Party(MJSP, true, false), new Party(PNUD, false, false));
            assertThat(course(unsigned).status(LATER)).isEqualTo(PENDING_SIGNATURES);
            assertThat(course(unsigned).inForceSince(LATER)).isNull();
            var signed = course(unsigned, new AgreementSigned(MJSP, null, null, null, LATER));
            assertThat(signed.status(LATER.minusDays(1))).isEqualTo(PENDING_SIGNATURES);
            assertThat(signed.status(LATER)).isEqualTo(IN_FORCE);
            assertThat(signed.inForceSince(LATER)).isEqualTo(LATER);
        }

        @Test
        void and_for_every_ratification_that_is_required() {
            var course = course(recorded(AgreementKind.MEMORANDUM, null, null, new Party(MJSP, true, false), new Party(PNUD, true, true)),
                    new AgreementSigned(MJSP, null, null, null, DAY), new AgreementSigned(PNUD, null, null, null, DAY), new AgreementRatified(PNUD, null, null, null, LATER));
            assertThat(course.status(LATER.minusDays(1))).isEqualTo(PENDING_SIGNATURES);
            assertThat(course.status(LATER)).isEqualTo(IN_FORCE);
            assertThat(course.inForceSince(LATER)).isEqualTo(LATER);
        }

        @Test
        void signed_for_later_is_not_in_force_until_then() {
            var course = course(recorded(AgreementKind.LETTER_OF_COMMITMENT, LATER, null, new Party(MJSP, true, false)), new AgreementSigned(MJSP, null, null, null, DAY));
            assertThat(course.status(LATER.minusDays(1))).isEqualTo(PENDING_SIGNATURES);
            assertThat(course.inForceSince(DAY)).isEqualTo(LATER);
            assertThat(course.status(LATER)).isEqualTo(IN_FORCE);
        }

        @Test
        void signed_after_the_day_it_was_to_begin_is_in_force_since_it_was_signed() {
            var course = course(recorded(AgreementKind.LETTER_OF_COMMITMENT, DAY.minusDays(9), null, new Party(MJSP, true, false)),
                    new AgreementSigned(MJSP, null, null, null, LATER));
            assertThat(course.inForceSince(LATER)).isEqualTo(LATER);
        }

        @Test
        void for_which_no_signature_is_required_is_in_force_when_recorded() {
            assertThat(course(recorded(AgreementKind.LETTER_OF_COMMITMENT, null, null)).status(DAY)).isEqualTo(IN_FORCE);
        }

        @Test
        void expires_signed_or_not() {
            var unsigned = course(recorded(AgreementKind.COOPERATION_AGREEMENT, null, LAST, new Party(MJSP, true, false)));
            assertThat(unsigned.status(LAST)).isEqualTo(PENDING_SIGNATURES);
            assertThat(unsigned.status(LAST.plusDays(1))).isEqualTo(EXPIRED);
        }
    }

    @Nested
    class ItsLife {

        @Test
        void is_suspended_from_the_one_day_to_the_other() {
            var course = course(recorded(AgreementKind.DECISION, null, null), new AgreementSuspended(DAY.plusDays(5)), new AgreementResumed(LATER));
            assertThat(List.of(course.status(DAY.plusDays(4)), course.status(DAY.plusDays(5)), course.status(LATER.minusDays(1)), course.status(LATER)))
                    .containsExactly(IN_FORCE, SUSPENDED, SUSPENDED, IN_FORCE);
        }

        @Test
        void of_several_turns_on_a_day_the_last_recorded_stands() {
            assertThat(course(recorded(AgreementKind.DECISION, null, null), new AgreementSuspended(LATER), new AgreementResumed(LATER)).status(LATER))
                    .isEqualTo(IN_FORCE);
            assertThat(course(recorded(AgreementKind.DECISION, null, null), new AgreementSuspended(LATER), new AgreementResumed(LATER),
                    new AgreementSuspended(LATER)).status(LATER)).isEqualTo(SUSPENDED);
        }

        @Test
        void renewed_after_it_expired_was_expired_in_between() {
            var course = course(recorded(AgreementKind.DECISION, null, LATER), new AgreementRenewed(LAST, LATER.plusDays(9)));
            assertThat(course.status(LATER)).isEqualTo(IN_FORCE);
            assertThat(course.status(LATER.plusDays(8))).isEqualTo(EXPIRED);
            assertThat(course.status(LATER.plusDays(9))).isEqualTo(IN_FORCE);
            assertThat(course.validUntil(LATER)).isEqualTo(LATER);
            assertThat(course.validUntil(LAST)).isEqualTo(LAST);
        }

        @Test
        void ends_by_a_record_whatever_it_was() {
            var suspended = List.<AgreementEvent>of(recorded(AgreementKind.DECISION, null, LATER), new AgreementSuspended(DAY));
            var by = new AgreementId(UUID.fromString("0194d0c2-0000-7000-8000-000000000002"));
            assertThat(course(suspended, new AgreementTerminated(null, null, LATER)).status(LATER)).isEqualTo(TERMINATED);
            assertThat(course(suspended, new AgreementTerminated(null, null, LATER)).status(LATER.minusDays(1))).isEqualTo(SUSPENDED);
            assertThat(course(suspended, new AgreementSuperseded(by, LAST)).status(LAST)).isEqualTo(SUPERSEDED);
            assertThat(course(suspended, new AgreementFulfilled(LAST)).status(LAST)).isEqualTo(FULFILLED);
            assertThat(course(suspended, new AgreementFulfilled(LAST)).status(LAST.minusDays(1))).isEqualTo(EXPIRED);
        }

        @Test
        void last_turned_on_the_day_of_its_last_record() {
            var first = recorded(AgreementKind.DECISION, null, LAST);
            assertThat(course(first).lastTurn()).isEqualTo(DAY);
            assertThat(course(first, new AgreementSuspended(LATER)).lastTurn()).isEqualTo(LATER);
            assertThat(course(first, new AgreementRenewed(LAST.plusDays(1), LATER)).lastTurn()).isEqualTo(LATER);
            assertThat(course(first, new AgreementTerminated(null, null, LAST)).lastTurn()).isEqualTo(LAST);
        }
    }

    @Test
    void a_reserve_lapses_by_itself() {
        var reserve = new Classification(ItemClass.RESERVED, LATER, "Art. 19, LAIP", null, null);
        assertThat(reserve.on(LATER)).isEqualTo(reserve);
        assertThat(reserve.on(LATER.plusDays(1))).isEqualTo(Classification.OPEN);
        assertThat(new Classification(ItemClass.CONFIDENTIAL, null, null, null, null).on(LAST).as()).isEqualTo(ItemClass.CONFIDENTIAL);
    }

    private static AgreementRecorded recorded(AgreementKind kind, @Nullable LocalDate from, @Nullable LocalDate until, Party... parties) {
        return new AgreementRecorded("INS-2014-0001", kind, "Acuerdo", "Texto", null, null, null, null, null, List.of(parties), from, until, null, null, null, DAY);
    }

    private static AgreementCourse course(List<AgreementEvent> events, AgreementEvent last) {
        return course(Stream.concat(events.stream(), Stream.of(last)).toArray(AgreementEvent[]::new));
    }

    private static AgreementCourse course(AgreementEvent... events) {
        AgreementCourse course = null;
        for (int n = 1; n <= events.length; n++) {
            course = AgreementCourse.evolve(course, new Recorded<>(n, events[n - 1], UNIT));
        }
        return course;
    }
}
