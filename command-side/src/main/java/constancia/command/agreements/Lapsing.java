package constancia.command.agreements;

import static constancia.kernel.agreements.AgreementStatus.EXPIRED;
import static constancia.kernel.agreements.AgreementStatus.IN_FORCE;
import static constancia.kernel.agreements.AgreementStatus.SUSPENDED;

import constancia.command.agreements.AgreementCommand.ExpireAgreement;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.AgreementExpired;
import java.time.LocalDate;
import java.util.List;

/** What expires on a date by itself: each date on record once, since the day after it. */
final class Lapsing {

    private Lapsing() {}

    static List<AgreementEvent> expire(ExpireAgreement c, Agreement now) {
        var until = now.course().validUntil(c.effectiveOn());
        return until == null || now.validities().contains(until) || !expired(now.course(), until, c.effectiveOn()) ? List.of()
                : List.of(new AgreementExpired(until, dayAfter(until, now)));
    }

    /** It held to its last day: what was never signed, or had ended, does not expire. */
    private static boolean expired(AgreementCourse course, LocalDate until, LocalDate on) {
        var last = course.status(until);
        return course.status(on) == EXPIRED && (last == IN_FORCE || last == SUSPENDED);
    }

    private static LocalDate dayAfter(LocalDate until, Agreement now) {
        var first = now.course().recordedOn();
        var dayAfter = until.plusDays(1);
        return dayAfter.isBefore(first) ? first : dayAfter;
    }
}
