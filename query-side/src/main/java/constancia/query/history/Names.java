package constancia.query.history;

import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.plans.PlanId;
import org.jspecify.annotations.Nullable;

/** What other items were called at the cut of the answer. A null id gives null, and so does the id of what the reader may not know of. */
public interface Names {

    record InstitutionName(InstitutionId id, @Nullable String acronym, @Nullable String name) {}

    record BodyName(BodyId id, @Nullable String acronym, @Nullable String name) {}

    record PlanName(PlanId id, @Nullable String code) {}

    record ActionName(ActionId id, @Nullable String title) {}

    record AgreementName(AgreementId id, @Nullable String folio) {}

    record MeetingName(MeetingId id, @Nullable BodyName body) {}

    record CaseFileName(CaseFileId id, @Nullable String title) {}

    @Nullable InstitutionName institution(@Nullable InstitutionId id);

    @Nullable BodyName body(@Nullable BodyId id);

    @Nullable PlanName plan(@Nullable PlanId id);

    @Nullable ActionName action(@Nullable ActionId id);

    @Nullable AgreementName agreement(@Nullable AgreementId id);

    @Nullable MeetingName meeting(@Nullable MeetingId id);

    @Nullable CaseFileName caseFile(@Nullable CaseFileId id);
}
