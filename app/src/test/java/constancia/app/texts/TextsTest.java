package constancia.app.texts;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Event;
import constancia.kernel.EventTypes;
import constancia.kernel.Rectified;
import constancia.kernel.rights.Role;
import constancia.web.Messages;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the register can say it can say in Spanish and in English, and it keeps no sentence that it never says. */
class TextsTest {

    private static final List<Locale> LANGUAGES = List.of(Messages.SPANISH, Locale.ENGLISH);
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)}");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");
    private static final Pattern IN_PAGES = Pattern.compile("#\\{([a-z0-9-]+)");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9-]+)\"");

    @Test
    void every_code_has_a_sentence_in_both_languages() {
        var codes = codes();
        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(codes.stream().flatMap(code -> LANGUAGES.stream().filter(language -> sentence(code.code(), language) == null)
                .map(language -> code.code() + " (" + language + ") in " + code.where()))).isEmpty();
    }

    @Test
    void every_gap_of_a_sentence_is_filled() {
        assertThat(codes().stream().filter(code -> code.args() >= 0)
                .flatMap(code -> LANGUAGES.stream().filter(language -> gaps(raw(code.code(), language)) > code.args())
                        .map(language -> code.code() + " (" + language + ") has more gaps than " + code.where() + " fills"))).isEmpty();
    }

    @Test
    void both_languages_have_the_same_sentences() {
        var bundles = Repository.files("_es.properties");
        assertThat(bundles).isNotEmpty();
        for (var spanish : bundles) {
            var english = spanish.resolveSibling(spanish.getFileName().toString().replace("_es.properties", "_en.properties"));
            assertThat(properties(english).stringPropertyNames()).as("%s", english).isEqualTo(properties(spanish).stringPropertyNames());
        }
    }

    /** The pages look their texts up by what they show; a test of their own knows them. */
    private static boolean isOfSentences(Path bundle) {
        return !bundle.toString().contains("summaries") && !bundle.getParent().endsWith("web/pages");
    }

    @Test
    void no_sentence_is_kept_that_is_never_said() {
        var said = said();
        var orphans = new ArrayList<String>();
        for (var bundle : Repository.files("_es.properties")) {
            if (isOfSentences(bundle)) {
                properties(bundle).stringPropertyNames().stream().filter(key -> !said.contains(key.substring(key.indexOf('.') + 1)) && !key.matches("status-\\d{3}"))
                        .forEach(key -> orphans.add(key + " in " + Repository.root().relativize(bundle)));
            }
        }
        assertThat(orphans).isEmpty();
    }

    @Test
    void no_code_has_two_sentences() {
        var times = Repository.files("_es.properties").stream().filter(TextsTest::isOfSentences)
                .flatMap(bundle -> properties(bundle).stringPropertyNames().stream()).collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        assertThat(times).hasSizeGreaterThan(40).allSatisfy((code, sentences) -> assertThat(sentences).as(code).isOne());
    }

    @Test
    void every_event_is_told_in_both_languages_and_nothing_else_is() {
        var told = new TreeSet<String>();
        for (var summaries : Repository.files("summaries_es.properties")) {
            told.addAll(properties(summaries).stringPropertyNames());
        }
        assertThat(told).isEqualTo(new TreeSet<>(EventTypes.all().keySet()));
        EventTypes.all().forEach((name, type) -> LANGUAGES.forEach(language ->
                assertThat(properties(summaries(type, language)).getProperty(name)).as("%s in %s", name, language).isNotBlank()));
    }

    @Test
    void a_code_without_a_sentence_is_found() {
        var codes = Codes.in("if (x) { throw new Refused(\"never-written\", a, b(c, d)); } throw new Invalid(\"x/\" + i(1, 2), y ? \"one\" : \"other\");", "here");
        assertThat(codes).containsExactly(new Codes.Code("never-written", 2, "here"), new Codes.Code("one", 0, "here"), new Codes.Code("other", 0, "here"));
        assertThat(sentence("never-written", Locale.ENGLISH)).isNull();
    }

    private static Path summaries(Class<? extends Event> event, Locale language) {
        var slice = event == Rectified.class ? "history" : event.getPackageName().substring("constancia.kernel.".length());
        return Repository.root().resolve("query-side/src/main/resources/constancia/query/" + slice + "/summaries_" + language.getLanguage() + ".properties");
    }

    private static List<Codes.Code> codes() {
        return Repository.sources().stream().flatMap(file -> Codes.in(Repository.read(file), Repository.root().relativize(file).toString()).stream()).toList();
    }

    /** Every word that stands in the sources: quoted, or as a constant of an enumeration. */
    private static Set<String> said() {
        var sources = Repository.sources().stream().map(Repository::read).collect(Collectors.joining("\n"));
        var said = LITERAL.matcher(sources).results().map(found -> found.group(1)).collect(Collectors.toSet());
        Repository.files(".html").forEach(page -> IN_PAGES.matcher(Repository.read(page)).results().forEach(found -> said.add(found.group(1))));
        Arrays.stream(Role.values()).forEach(role -> said.add("role-" + role.word()));
        List.of("auto", "light", "dark").forEach(theme -> said.add("theme-" + theme));
        CONSTANT.matcher(sources).results().forEach(found -> said.add(found.group().toLowerCase(Locale.ROOT).replace('_', '-')));
        return said;
    }

    private static String sentence(String code, Locale language) {
        try {
            return new Messages().of(code, List.of(), language);
        } catch (MissingResourceException e) {
            return null;
        }
    }

    /** The sentence with its gaps: filled with nothing they stay as they are. */
    private static String raw(String code, Locale language) {
        var sentence = sentence(code, language);
        return sentence == null ? "" : sentence;
    }

    private static int gaps(String sentence) {
        return GAP.matcher(sentence).results().mapToInt(gap -> Integer.parseInt(gap.group(1)) + 1).max().orElse(0);
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Repository.read(file)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
