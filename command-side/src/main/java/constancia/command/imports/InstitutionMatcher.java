package constancia.command.imports;

import constancia.command.imports.Likeness.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds which registered institution a written name means. Only a name that is the same but for case,
 * accents, dots and spaces is taken; whatever merely looks alike (CMP and CMPV) is a suggestion for a person.
 */
public final class InstitutionMatcher {

    /** An institution of the register; the acronym may be null. */
    public record Known(UUID id, String name, String acronym, List<String> aliases) {
        public Known {
            aliases = List.copyOf(aliases);
        }

        Stream<String> forms() {
            return Stream.concat(Stream.of(name, acronym == null ? "" : acronym), aliases.stream()).filter(f -> !f.isBlank());
        }
    }

    /** One that may be meant, the form that looks alike, and how much: above 0, at most 1. */
    public record Suggestion(Known institution, String form, double likeness) {
    }

    /** What was found for a written name. */
    public sealed interface Match {
        record Exact(Known institution) implements Match { }

        /** Several have exactly this name: never chosen without a person. */
        record Ambiguous(List<Known> institutions) implements Match { }

        /** The most alike first. */
        record Suggested(List<Suggestion> suggestions) implements Match { }

        record Unknown() implements Match { }
    }

    private static final int MOST_SUGGESTIONS = 5;

    private final Map<String, Set<Known>> byForm = new LinkedHashMap<>();
    private final Map<Known, List<Form>> forms = new LinkedHashMap<>();

    public InstitutionMatcher(Collection<Known> institutions) {
        for (Known known : institutions) {
            forms.put(known, known.forms().map(Form::of).toList());
            known.forms().forEach(form -> byForm.computeIfAbsent(Plain.of(form), f -> new LinkedHashSet<>()).add(known));
        }
    }

    /** Whether the register has an institution with exactly this name. */
    public boolean knows(String written) {
        return byForm.containsKey(Plain.of(written));
    }

    public Match match(String written) {
        Set<Known> same = byForm.getOrDefault(Plain.of(written), Set.of());
        if (same.size() == 1) {
            return new Match.Exact(same.iterator().next());
        }
        if (same.size() > 1) {
            return new Match.Ambiguous(List.copyOf(same));
        }
        List<Suggestion> suggestions = suggestions(written);
        return suggestions.isEmpty() ? new Match.Unknown() : new Match.Suggested(suggestions);
    }

    private List<Suggestion> suggestions(String written) {
        var found = new ArrayList<Suggestion>();
        Form name = Form.of(written);
        forms.forEach((known, all) -> all.stream()
            .flatMap(form -> Likeness.of(name, form).stream().map(likeness -> new Suggestion(known, form.text(), likeness.degree())))
            .max(Comparator.comparingDouble(Suggestion::likeness))
            .ifPresent(found::add));
        found.sort(Comparator.comparingDouble(Suggestion::likeness).reversed().thenComparing(s -> s.institution().name()));
        return List.copyOf(found.subList(0, Math.min(MOST_SUGGESTIONS, found.size())));
    }
}
