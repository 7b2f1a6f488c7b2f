package constancia.query.institutions;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionEvent.*;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import constancia.query.institutions.InstitutionFacts.Mandate;
import constancia.query.institutions.InstitutionFacts.Name;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Institutions as people see them. */
public final class InstitutionView implements View<InstitutionEvent, InstitutionFacts> {

    @Override
    public String type() {
        return "institution";
    }

    @Override
    public Class<InstitutionEvent> events() {
        return InstitutionEvent.class;
    }

    @Override
    public InstitutionFacts nothing() {
        return InstitutionFacts.NOTHING;
    }

    @Override
    public InstitutionFacts evolve(InstitutionFacts f, Recorded<InstitutionEvent> record) {
        return switch (record.event()) {
            case InstitutionRegistered e -> new InstitutionFacts(f.name().or(new Name(e.name(), e.acronym()), e.effectiveOn()), e.kind(),
                    e.country(), aliases(e, record), e.body(), e.effectiveOn(), null, List.of(), null, List.of());
            case AliasAdded e -> new InstitutionFacts(f.name(), f.kind(), f.country(), Dated.plus(f.aliases(), e.alias(), record), f.body(),
                    f.registeredOn(), f.endedOn(), f.successors(), f.succession(), f.mandates());
            case InstitutionRenamed e -> named(f, f.name().or(new Name(e.name(), e.acronym()), e.effectiveOn()));
            case InstitutionSucceeded e -> new InstitutionFacts(f.name(), f.kind(), f.country(), f.aliases(), f.body(), f.registeredOn(),
                    e.effectiveOn(), e.successors(), e.kind(), f.mandates());
            case InstitutionDeactivated e -> new InstitutionFacts(f.name(), f.kind(), f.country(), f.aliases(), f.body(), f.registeredOn(),
                    e.effectiveOn(), f.successors(), f.succession(), f.mandates());
            case RepresentativeAppointed e -> mandated(f, Dated.plus(f.mandates(),
                    new Mandate(e.representative(), e.person(), e.as(), e.office(), e.term(), null), record));
            case MandateEnded e -> mandated(f, Dated.each(f.mandates(), m -> m.id().equals(e.representative())
                    ? new Mandate(m.id(), m.person(), m.capacity(), m.office(), m.term(), e.last()) : m));
        };
    }

    @Override
    public Object answer(InstitutionFacts f, LocalDate on, Names names) {
        var name = f.name().value();
        var mandates = Dated.values(f.mandates()).stream().map(m -> new InstitutionItem.Mandate(m.id(), m.person(), m.capacity(), m.office(),
                m.status(on), m.term().from(), m.term().until(), m.endedOn())).toList();
        return new InstitutionItem(f.endedOn() == null ? "active" : "ended", name.name(), name.acronym(), f.kind(), f.country(), Dated.values(f.aliases()),
                names.body(f.body()), f.registeredOn(), f.endedOn(), f.succession(), f.successors().stream().map(names::institution).toList(),
                mandates, "public");
    }

    @Override
    public Label label(InstitutionFacts f) {
        var name = f.name().value();
        return new Label(name.acronym(), name.name(), null);
    }

    @Override
    public List<Object> summary(InstitutionEvent event, Names names) {
        return switch (event) {
            case InstitutionRegistered e -> List.of(e.name());
            case AliasAdded e -> List.of(e.alias());
            case InstitutionRenamed e -> List.of(e.name());
            case InstitutionSucceeded e -> List.of(e.successors().stream().map(names::institution).map(n -> String.valueOf(n.name()))
                    .collect(Collectors.joining(", ")));
            case InstitutionDeactivated _ -> List.of();
            case RepresentativeAppointed e -> List.of(e.as().ordinal());
            case MandateEnded _ -> List.of();
        };
    }

    private static InstitutionFacts named(InstitutionFacts f, Latest<Name> name) {
        return new InstitutionFacts(name, f.kind(), f.country(), f.aliases(), f.body(), f.registeredOn(), f.endedOn(), f.successors(),
                f.succession(), f.mandates());
    }

    private static InstitutionFacts mandated(InstitutionFacts f, List<Dated<Mandate>> mandates) {
        return new InstitutionFacts(f.name(), f.kind(), f.country(), f.aliases(), f.body(), f.registeredOn(), f.endedOn(), f.successors(),
                f.succession(), mandates);
    }

    private static List<Dated<String>> aliases(InstitutionRegistered e, Recorded<?> record) {
        List<Dated<String>> aliases = List.of();
        for (var alias : e.aliases()) {
            aliases = Dated.plus(aliases, alias, record);
        }
        return aliases;
    }
}
