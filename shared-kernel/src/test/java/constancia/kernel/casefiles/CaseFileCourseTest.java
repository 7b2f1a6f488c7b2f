package constancia.kernel.casefiles;

import static constancia.kernel.casefiles.CaseFileStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.casefiles.CaseFileCourse.Standing;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseFileCourseTest {

    static final Provenance BY = new Provenance("coordinacion", null, false, Provenance.Through.API, null);
    static final LocalDate OPENED = LocalDate.of(2011, 2, 1);
    static final LocalDate DAY = OPENED.plusDays(10);
    static final LocalDate LATER = OPENED.plusDays(20);
    static final UUID ASKED = new UUID(1, 1);
    static final CaseFileEvent OPENING = new CaseFileOpened("Expediente", null, null, null, null, null, OPENED);
    static final CaseFileEvent ASKING = new AnswerAwaited(ASKED, new InstitutionId(new UUID(1, 2)), "Respuesta", null, DAY);

    @Test
    void it_is_open_until_it_waits() {
        assertThat(course(OPENING).status(OPENED)).isEqualTo(OPEN);
        assertThat(course(OPENING, ASKING).status(DAY)).isEqualTo(WAITING);
        assertThat(course(OPENING, ASKING).status(DAY.minusDays(1))).isEqualTo(OPEN);
    }

    @Test
    void it_waits_until_the_last_answer_came() {
        var answered = course(OPENING, ASKING, new AnswerReceived(ASKED, "Sí", null, LATER));
        assertThat(answered.status(LATER)).isEqualTo(OPEN);
        assertThat(answered.status(LATER.minusDays(1))).isEqualTo(WAITING);
        assertThat(course(OPENING, ASKING, new AnswerAwaited(new UUID(1, 3), new InstitutionId(new UUID(1, 2)), "Otra", null, DAY),
                new AnswerReceived(ASKED, "Sí", null, LATER)).status(LATER)).isEqualTo(WAITING);
    }

    @Test
    void resolved_it_waits_no_more_and_closed_it_is_closed() {
        var closed = course(OPENING, ASKING, new CaseFileResolved("Resuelto", null, DAY), new CaseFileClosed(LATER));
        assertThat(closed.status(DAY)).isEqualTo(RESOLVED);
        assertThat(closed.status(LATER)).isEqualTo(CLOSED);
        assertThat(closed.standing(LATER)).isEqualTo(new Standing(DAY, LATER));
        assertThat(closed.lastTurn()).isEqualTo(LATER);
    }

    @Test
    void reopened_it_stands_as_before_it_was_resolved() {
        var reopened = course(OPENING, ASKING, new CaseFileResolved("Resuelto", null, DAY), new CaseFileClosed(DAY), new CaseFileReopened(LATER));
        assertThat(reopened.status(DAY)).isEqualTo(CLOSED);
        assertThat(reopened.status(LATER)).isEqualTo(WAITING);
        assertThat(reopened.standing(LATER)).isEqualTo(new Standing(null, null));
    }

    @Test
    void it_may_be_closed_without_a_resolution() {
        assertThat(course(OPENING, new CaseFileClosed(DAY)).standing(DAY)).isEqualTo(new Standing(null, DAY));
        assertThat(course(OPENING).lastTurn()).isEqualTo(OPENED);
    }

    private static CaseFileCourse course(CaseFileEvent... events) {
        CaseFileCourse course = null;
        int n = 0;
        for (var event : events) {
            course = CaseFileCourse.evolve(course, new Recorded<>(++n, event, BY));
        }
        return course;
    }
}
