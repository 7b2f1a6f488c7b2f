package constancia.command.imports;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An institution as a list writes it; a question mark behind a name says that it is not certain and is no part of it. */
record InstitutionRow(String name, String acronym, List<String> aliases) {

    private static final int LONGEST_ALIAS = 100;

    /** @param told the name, where the list does not know it */
    static InstitutionRow of(Item item, @Nullable String told) {
        var written = certain(item.get(Meaning.NAME));
        var name = written.isEmpty() && told != null ? told : written;
        var acronym = certain(item.get(Meaning.ACRONYM));
        var aliases = new LinkedHashSet<String>();
        Set<String> known = Set.copyOf(Stream.of(Plain.of(name), Plain.of(acronym)).distinct().toList());
        Set<String> seen = new LinkedHashSet<>(known);
        Arrays.stream(item.get(Meaning.ALIASES).split("[;\\n]")).map(String::strip)
            .filter(alias -> !alias.isEmpty() && alias.length() <= LONGEST_ALIAS && seen.add(Plain.of(alias))).forEach(aliases::add);
        return new InstitutionRow(name, acronym, List.copyOf(aliases));
    }

    boolean named() {
        return !name.isEmpty();
    }

    String shown() {
        return acronym.isEmpty() ? name : acronym + " (" + name + ")";
    }

    /** Everything that it is called. */
    List<String> forms() {
        return Stream.concat(Stream.of(name, acronym), aliases.stream()).filter(form -> !form.isEmpty()).toList();
    }

    private static String certain(String written) {
        return written.startsWith("?") ? "" : Plain.trimmed(written, "", " ?").strip();
    }
}
