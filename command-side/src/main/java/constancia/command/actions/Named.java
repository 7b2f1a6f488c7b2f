package constancia.command.actions;

import constancia.kernel.Invalid;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command names must exist. */
final class Named {

    private Named() {}

    /** Answers the day since when it is no longer, {@link LocalDate#MAX} while it is. */
    static LocalDate active(String field, InstitutionId institution, LocalDate on, Neighbours neighbours) {
        return neighbours.institutions().activeUntil(institution, on)
                .orElseThrow(() -> neighbours.institutions().exists(institution) ? new Invalid(field, "institution-not-active", on)
                        : new Invalid(field, "unknown-institution", institution));
    }

    static void active(String field, BodyId body, LocalDate on, Neighbours neighbours) {
        if (!neighbours.bodies().active(body, on)) {
            throw neighbours.bodies().exists(body) ? new Invalid(field, "body-not-active", on) : new Invalid(field, "unknown-body", body);
        }
    }

    static void exists(String field, @Nullable InstitutionId institution, Neighbours neighbours) {
        if (institution != null && !neighbours.institutions().exists(institution)) {
            throw new Invalid(field, "unknown-institution", institution);
        }
    }

    static void exists(String field, @Nullable AgreementId agreement, Neighbours neighbours) {
        if (agreement != null && !neighbours.agreements().exists(agreement)) {
            throw new Invalid(field, "unknown-agreement", agreement);
        }
    }

    static PlanId plan(String field, @Nullable PlanId plan) {
        if (plan == null) {
            throw new Invalid(field, "action-without-plan");
        }
        return plan;
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
