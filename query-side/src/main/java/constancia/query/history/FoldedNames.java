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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names of other items, each folded at the cut of the answer that names it, and at most once per answer. What the reader
 * may not know of is not named at all.
 */
final class FoldedNames implements Names {

    private static final Label UNKNOWN = new Label(null, null, null);
    private static final Label HIDDEN = new Label(null, null, null);

    private final NamedRecords records;
    private final Views views;
    private final Cut cut;
    private final Map<UUID, Label> known = new HashMap<>();

    FoldedNames(NamedRecords records, Views views, Cut cut) {
        this.records = records;
        this.views = views;
        this.cut = cut;
    }

    /** An answer with these names in it; the records of all that it names are read at once. */
    <A> A in(Function<Names, A> answer) {
        var names = new AskedNames();
        answer.apply(names);
        records.read(names.asked());
        return answer.apply(this);
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
        return hidden("agreement", id) ? null : new AgreementName(id, label("agreement", id).shortName());
    }

    @Override
    public @Nullable MeetingName meeting(@Nullable MeetingId id) {
        return hidden("meeting", id) ? null : new MeetingName(id, body((BodyId) label("meeting", id).of()));
    }

    @Override
    public @Nullable CaseFileName caseFile(@Nullable CaseFileId id) {
        return hidden("case-file", id) ? null : new CaseFileName(id, label("case-file", id).name());
    }

    /** What any item is called: by its name, else by its short name, else by what it belongs to; null where all of that is withheld. */
    @Nullable String called(String type, UUID id) {
        var label = known.computeIfAbsent(id, item -> fold(views.of(type), item));
        return label.name() != null ? label.name() : label.shortName() != null ? label.shortName() : label.of() instanceof BodyId body ? label("body", body).shortName() : null;
    }

    private boolean hidden(String type, @Nullable ItemId id) {
        return id == null || label(type, id) == HIDDEN;
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
        var entries = records.of(view.type(), id);
        return entries.isEmpty() ? HIDDEN : Fold.at(cut, view, entries).map(view::label).map(FoldedNames::open).orElse(UNKNOWN);
    }

    private static Label open(Label label) {
        return Covered.MARK.equals(label.name()) ? new Label(label.shortName(), null, label.of()) : label;
    }
}
