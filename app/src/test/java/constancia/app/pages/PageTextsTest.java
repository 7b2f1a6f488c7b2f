package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.command.Rectify;
import constancia.kernel.Word;
import constancia.web.Collections;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No page shows the key of a text in place of the text. */
class PageTextsTest {

    private static final Path TEMPLATES = Path.of("../web/src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");
    private static final Set<String> UNSEEN = Set.of("id", "version", "cut", "node", "item", "deliberation");

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle("constancia.web.pages." + name, Locale.of(language), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts", "fields", "commands", "words"})
    void what_is_said_in_one_language_is_said_in_the_other(String name) {
        assertThat(bundle(name, "es").keySet()).isEqualTo(bundle(name, "en").keySet()).isNotEmpty();
        bundle(name, "es").keySet().forEach(key -> assertThat(bundle(name, "es").getString(key)).as(key).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.html", "item.html", "form.html", "rectify.html", "home.html", "search.html", "calendar.html", "records.html", "dossier.html", "filter.html", "problem.html", "administration.html", "administration-state.html", "accounts.html", "account-new.html", "account-one.html", "territory.html", "persons.html", "person.html", "person-one.html", "person-erase.html",
            "classes.html", "fragments/accounts.html", "imports.html", "import.html", "import-running.html", "mappings.html", "mapping.html", "fragments/imports.html", "plan-matrix.html", "plan-cell.html", "plan-outline.html", "plan-recommendations.html",
            "plan-indicators.html", "plan-funding.html", "plan-risks.html", "timeline.html", "fragments/plan.html", "fragments/matrix.html", "live.html", "wall.html",
            "fragments/meeting.html", "print/acta.html", "print/paper.html", "print/dossier.html", "fragments/cells.html", "fragments/fields.html", "fragments/blocks.html", "fragments/filters.html", "fragments/dossier.html"})
    void every_key_of_a_template_has_its_text(String template) throws IOException {
        var keys = KEY.matcher(Files.readString(TEMPLATES.resolve(template))).results().map(found -> found.group(1)).toList();
        var known = new HashSet<String>();
        for (var name : new String[] {"texts", "fields", "commands", "words"}) {
            known.addAll(bundle(name, "es").keySet());
        }
        known.addAll(ResourceBundle.getBundle("constancia.web.security.pages", Locale.of("es")).keySet());
        assertThat(known).containsAll(keys);
    }

    @Test
    void no_text_is_kept_that_no_page_shows() throws IOException {
        var shown = new StringBuilder();
        for (var place : new String[] {"../web/src/main/resources/templates", "../web/src/main/java/constancia/web/pages"}) {
            try (var files = Files.walk(Path.of(place))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    shown.append(Files.readString(file));
                }
            }
        }
        var looked = Set.of("list", "column", "filter", "kind", "nav", "hint", "distance", "home", "past", "sentence", "record", "recorded", "plan", "cell", "key", "funding", "timeline", "live", "painted", "doubt",
                "administration", "vital", "change", "bound", "account", "accounts", "territory", "classes", "related", "punctuality", "compare");
        assertThat(bundle("texts", "es").keySet()).allSatisfy(key -> assertThat(shown.indexOf(key) >= 0 || shown.indexOf("'" + key.substring(0, key.lastIndexOf('.') + 1) + "' +") >= 0 || looked.contains(key.split("[.]")[0])).as(key).isTrue());
    }

    @Test
    void every_command_every_field_and_every_word_has_its_text() {
        var fields = new TreeSet<String>();
        var words = new TreeSet<String>();
        var commands = new TreeSet<String>();
        for (var kind : Collections.values()) {
            kind.commands().forEach(command -> {
                commands.add("command." + Collections.kebab(command));
                if (command != Rectify.class) {
                    walk(command, fields, words, new HashSet<>());
                }
            });
            walk(kind.answer(), fields, words, new HashSet<>());
        }
        assertThat(bundle("commands", "es").keySet()).containsAll(commands);
        assertThat(bundle("fields", "es").keySet()).containsAll(fields);
        assertThat(bundle("words", "es").keySet()).containsAll(words);
        assertThat(fields).hasSizeGreaterThan(200);
        assertThat(words).hasSizeGreaterThan(150);
    }

    private static void walk(Class<?> record, Set<String> fields, Set<String> words, Set<Class<?>> within) {
        if (record.isRecord() && within.add(record)) {
            for (var component : record.getRecordComponents()) {
                if (!UNSEEN.contains(name(component))) {
                    fields.add("field." + name(component));
                }
                walk(component.getGenericType(), fields, words, within);
            }
        }
    }

    private static void walk(Type type, Set<String> fields, Set<String> words, Set<Class<?>> within) {
        if (type instanceof ParameterizedType list) {
            walk(list.getActualTypeArguments()[list.getActualTypeArguments().length - 1], fields, words, within);
        } else if (type instanceof Class<?> raw && Word.class.isAssignableFrom(raw) && raw.isEnum()) {
            for (var word : raw.getEnumConstants()) {
                words.add("word." + raw.getSimpleName() + "." + ((Word) word).word());
            }
        } else if (type instanceof Class<?> raw && raw.getName().startsWith("constancia.") && !constancia.kernel.ItemId.class.isAssignableFrom(raw)) {
            walk(raw, fields, words, within);
        }
    }

    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}
