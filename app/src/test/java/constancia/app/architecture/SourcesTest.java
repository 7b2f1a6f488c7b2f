package constancia.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What compiled classes no longer show. Each rule is tried on a text that breaks it. */
class SourcesTest {

    private static final Pattern FOLDER = Pattern.compile("(?<![\\w.}*])/(root|home/[a-z]+|work)/[a-z]");

    record Banned(String what, Predicate<String> where, Pattern pattern, String wrong) {}

    static List<Banned> bans() {
        Predicate<String> anywhere = source -> true;
        return List.of(
                new Banned("generated or second-standard-library code", anywhere, Pattern.compile("import (static )?(lombok|org\\.mapstruct|io\\.vavr)\\."), "import lombok.Data;"),
                new Banned("default beside sealed types, where a new event must break the build",
                        source -> source.contains(" decide(") || source.contains(" evolve("), Pattern.compile("\\bdefault\\s*(->|:)"),
                        "static S evolve(S s, E e) { return switch (e) { case A a -> s; default -> s; }; }"),
                new Banned("locks of tables, which take a transaction's id before its snapshot", anywhere, Pattern.compile("(?i)lock table"), "lock table journal.event"),
                new Banned("printing past the log", source -> !source.contains("class FirstAdministrator"), Pattern.compile("System\\.(out|err)\\.print|printStackTrace\\(\\)"), "System.out.println(1);"));
    }

    @ParameterizedTest
    @MethodSource("bans")
    void no_source_contains(Banned ban) {
        assertThat(Repository.sources()).filteredOn(file -> caught(ban, Repository.read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bans")
    void a_source_that_does_is_caught(Banned ban) {
        assertThat(caught(ban, ban.wrong)).isTrue();
    }

    @Test
    void no_file_names_a_folder_of_one_machine() {
        var texts = Stream.of(".java", ".md", ".sql", ".properties", ".xml", ".yaml", ".yml", ".json").flatMap(ending -> Repository.files(ending).stream());
        assertThat(texts).filteredOn(file -> FOLDER.matcher(Repository.read(file)).find()).isEmpty();
        assertThat(FOLDER.matcher("see /" + "home/ana/x").find()).isTrue();
    }

    private static boolean caught(Banned ban, String source) {
        return ban.where.test(source) && ban.pattern.matcher(source).find();
    }
}
