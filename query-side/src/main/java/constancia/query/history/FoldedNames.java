package constancia.query.history;

import constancia.kernel.Event;
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

/** Names of other items, each folded at the cut of the answer that names it, and at most once per answer. */
final class FoldedNames implements Names {

    private static final Label UNKNOWN = new Label(null, null, null);

    private final Journal journal;
    private final Views views;
    private final Cut cut;
    private final Map<UUID, Label> known = new HashMap<>();

    FoldedNames(Journal journal, Views views, Cut cut) {
        this.journal = journal;
        this.views = views;
        this.cut = cut;
    }

    @Override
    public @Nullable InstitutionName institution(@Nullable InstitutionId id) {
        return id == null ? null : new InstitutionName(id, label("institution", id).shortName(), label("institution", id).name());
    }

    @Override
    public @Nullable BodyName body(@Nullable BodyId id) {
        return id == null ? null : new BodyName(id, label("body", id).shortName(), label("body", id).name());
    }

    @Override
    public @Nullable PlanName plan(@Nullable PlanId id) {
        return id == null ? null : new PlanName(id, label("plan", id).shortName());
    }

    @Override
    public @Nullable ActionName action(@Nullable ActionId id) {
        return id == null ? null : new ActionName(id, label("action", id).name());
    }

    @Override
    public @Nullable AgreementName agreement(@Nullable AgreementId id) {
        return id == null ? null : new AgreementName(id, label("agreement", id).shortName());
    }

    @Override
    public @Nullable MeetingName meeting(@Nullable MeetingId id) {
        return id == null ? null : new MeetingName(id, body((BodyId) label("meeting", id).of()));
    }

    @Override
    public @Nullable CaseFileName caseFile(@Nullable CaseFileId id) {
        return id == null ? null : new CaseFileName(id, label("case-file", id).name());
    }

    private Label label(String type, ItemId id) {
        var label = known.get(id.value());
        if (label == null) {
            label = fold(views.of(type), id.value());
            known.put(id.value(), label);
        }
        return label;
    }

    private <E extends Event, S> Label fold(View<E, S> view, UUID id) {
        return Fold.at(cut, view, journal.of(view.type(), id)).map(view::label).orElse(UNKNOWN);
    }
}
