package constancia.query.history;

import constancia.kernel.ItemId;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.plans.PlanId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out which items an answer names. Whatever is asked for is called nothing. */
final class AskedNames implements Names {

    private static final String NOTHING = "";

    private final Map<UUID, String> asked = new HashMap<>();

    /** The kinds by id. */
    Map<UUID, String> asked() {
        return asked;
    }

    @Override
    public @Nullable InstitutionName institution(@Nullable InstitutionId id) {
        return asks("institution", id) ? new InstitutionName(id, NOTHING, NOTHING) : null;
    }

    @Override
    public @Nullable BodyName body(@Nullable BodyId id) {
        return asks("body", id) ? new BodyName(id, NOTHING, NOTHING) : null;
    }

    @Override
    public @Nullable PlanName plan(@Nullable PlanId id) {
        return asks("plan", id) ? new PlanName(id, NOTHING) : null;
    }

    @Override
    public @Nullable ActionName action(@Nullable ActionId id) {
        return asks("action", id) ? new ActionName(id, NOTHING) : null;
    }

    @Override
    public @Nullable AgreementName agreement(@Nullable AgreementId id) {
        return asks("agreement", id) ? new AgreementName(id, NOTHING) : null;
    }

    @Override
    public @Nullable MeetingName meeting(@Nullable MeetingId id) {
        return asks("meeting", id) ? new MeetingName(id, null) : null;
    }

    @Override
    public @Nullable CaseFileName caseFile(@Nullable CaseFileId id) {
        return asks("case-file", id) ? new CaseFileName(id, NOTHING) : null;
    }

    private boolean asks(String type, @Nullable ItemId id) {
        if (id != null) {
            asked.put(id.value(), type);
        }
        return id != null;
    }
}
