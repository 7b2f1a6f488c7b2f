package constancia.kernel.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftingTest {

    static final InstitutionId MJSP = AgreementCourseTest.MJSP;
    static final InstitutionId LEGAL = AgreementCourseTest.PNUD;
    static final LocalDate DAY = AgreementCourseTest.DAY;
    static final Clause FIRST = clause(1, "Una.");
    static final Clause SECOND = clause(2, "Dos.");

    @Test
    void the_review_stands_as_its_last_step_says() {
        assertThat(course().drafting().review()).isNull();
        assertThat(course(submitted(1)).drafting().review()).isEqualTo(ReviewStatus.UNDER_REVIEW);
        assertThat(course(submitted(1), returned(3)).drafting().review()).isEqualTo(ReviewStatus.RETURNED);
        assertThat(course(submitted(1), returned(3), revised(4, null)).drafting().review()).isEqualTo(ReviewStatus.RETURNED);
        assertThat(course(submitted(1), cleared(3)).drafting().review()).isEqualTo(ReviewStatus.CLEARED);
        assertThat(course(submitted(1), cleared(3), revised(4, null)).drafting().review()).isEqualTo(ReviewStatus.OUTDATED);
    }

    @Test
    void each_stay_counts_its_days() {
        var reviews = course(submitted(1), returned(11), submitted(20)).drafting().reviews();
        assertThat(reviews).containsExactly(new Drafting.Review(LEGAL, DAY.plusDays(1), ReviewStatus.RETURNED, DAY.plusDays(11), "Falta la base legal."),
                new Drafting.Review(LEGAL, DAY.plusDays(20), null, null, null));
        assertThat(reviews.getFirst().daysHeld(DAY.plusDays(90))).isEqualTo(10);
        assertThat(reviews.getLast().daysHeld(DAY.plusDays(20))).isZero();
        assertThat(reviews.getLast().daysHeld(DAY.plusDays(90))).isEqualTo(70);
    }

    @Test
    void the_steps_of_one_day_stand_as_they_were_recorded() {
        assertThat(course(submitted(1), cleared(1), revised(1, null)).drafting().review()).isEqualTo(ReviewStatus.OUTDATED);
        assertThat(course(submitted(1), cleared(1)).drafting().lastTurn()).contains(DAY.plusDays(1));
    }

    @Test
    void the_clauses_are_those_of_the_last_version_that_states_any() {
        assertThat(course().clauses(DAY)).containsExactly(FIRST);
        assertThat(course(revised(1, List.of(SECOND)), revised(2, null)).clauses(DAY)).containsExactly(SECOND);
        assertThat(course(revised(1, null)).drafting().versions()).isEqualTo(2);
    }

    @Test
    void addenda_in_force_replace_add_and_take_out_clauses() {
        var replaced = clause(1, "Una, de otro modo.");
        var course = course(new AddendumAdded(new UUID(7, 1), 1, "Adenda", null, null, null, List.of(), List.of(), List.of(MJSP), List.of(SECOND, replaced), null, DAY.plusDays(1)),
                new AddendumSigned(new UUID(7, 1), 1, MJSP, null, null, null, DAY.plusDays(5)),
                new AddendumAdded(new UUID(7, 2), 2, "Adenda", null, null, null, List.of(), List.of(), List.of(), null, List.of(SECOND.id()), DAY.plusDays(9)));
        assertThat(course.clauses(DAY.plusDays(4))).containsExactly(FIRST);
        assertThat(course.clauses(DAY.plusDays(5))).containsExactly(replaced, SECOND);
        assertThat(course.clauses(DAY.plusDays(9))).containsExactly(replaced);
    }

    @Test
    void the_draft_is_closed_by_the_first_signature_or_when_it_is_in_force() {
        assertThat(course().draftClosedOn()).isNull();
        assertThat(course(new AgreementSigned(MJSP, null, null, null, DAY.plusDays(3))).draftClosedOn()).isEqualTo(DAY.plusDays(3));
        assertThat(of(pronouncement(null)).draftClosedOn()).isEqualTo(DAY);
        assertThat(of(pronouncement(true)).draftClosedOn()).isNull();
        assertThat(of(pronouncement(true), new PronouncementIssued(null, DAY.plusDays(3))).draftClosedOn()).isEqualTo(DAY.plusDays(3));
    }

    @Test
    void a_draft_of_a_pronouncement_is_in_force_since_it_is_issued() {
        assertThat(of(pronouncement(true)).status(DAY)).isEqualTo(AgreementStatus.PENDING_SIGNATURES);
        var issued = of(pronouncement(true), new PronouncementIssued(null, DAY.plusDays(3)));
        assertThat(issued.status(DAY.plusDays(2))).isEqualTo(AgreementStatus.PENDING_SIGNATURES);
        assertThat(issued.status(DAY.plusDays(3))).isEqualTo(AgreementStatus.IN_FORCE);
    }

    @Test
    void what_was_merged_or_split_is_superseded() {
        var into = new AgreementId(new UUID(5, 1));
        assertThat(course(new AgreementMerged(into, DAY.plusDays(3))).status(DAY.plusDays(3))).isEqualTo(AgreementStatus.SUPERSEDED);
        assertThat(course(new AgreementSplit(List.of(into), DAY.plusDays(3))).status(DAY.plusDays(3))).isEqualTo(AgreementStatus.SUPERSEDED);
    }

    private static AgreementEvent submitted(int days) {
        return new LegalReviewSubmitted(null, null, LEGAL, DAY.plusDays(days));
    }

    private static AgreementEvent cleared(int days) {
        return new LegalReviewCleared(null, null, null, DAY.plusDays(days));
    }

    private static AgreementEvent returned(int days) {
        return new ReturnedForChanges(null, null, DAY.plusDays(days));
    }

    private static AgreementEvent revised(int days, @Nullable List<Clause> clauses) {
        return new DraftRevised(2, null, "Otro.", null, clauses, DAY.plusDays(days));
    }

    private static AgreementEvent pronouncement(@Nullable Boolean draft) {
        return new AgreementRecorded("INS-2014-0002", AgreementKind.PRONOUNCEMENT, "Pronunciamiento", "Texto", null, null, null, null, null, List.of(), null, null,
                draft, null, null, DAY);
    }

    private static Clause clause(int number, String text) {
        return new Clause(new UUID(8, number), ClauseKind.DISASTER, text, List.of());
    }

    private static AgreementCourse course(AgreementEvent... events) {
        var convenio = new AgreementRecorded("INS-2014-0001", AgreementKind.COOPERATION_AGREEMENT, "Convenio", "Texto", null, null, null, null, null,
                List.of(new Party(MJSP, true, false)), null, null, null, null, List.of(FIRST), DAY);
        return of(convenio, events);
    }

    private static AgreementCourse of(AgreementEvent first, AgreementEvent... more) {
        var by = new Provenance("coordinacion", null, false, Provenance.Through.API, "Falta la base legal.");
        var course = AgreementCourse.evolve(null, new Recorded<>(1, first, by));
        for (int i = 0; i < more.length; i++) {
            course = AgreementCourse.evolve(course, new Recorded<>(i + 2, more[i], by));
        }
        return course;
    }
}
