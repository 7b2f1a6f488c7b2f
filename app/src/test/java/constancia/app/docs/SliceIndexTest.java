package constancia.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import constancia.command.Internal;
import constancia.command.NeedsGrounds;
import constancia.command.Rectify;
import constancia.kernel.Event;
import constancia.kernel.EventTypes;
import constancia.kernel.Rectified;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The index of slices in the README: which command leaves which event, and the test that tells its rules. */
class SliceIndexTest {

    private final List<String> rows = new ArrayList<>();
    private final TreeSet<String> answered = new TreeSet<>();

    @Test
    void the_readme_lists_every_command_with_its_events_and_its_test() {
        for (var family : families()) {
            slice(family);
        }
        everySlice();
        assertThat(answered).as("every event is the answer to a command").isEqualTo(new TreeSet<>(EventTypes.all().keySet()));
        Generated.compareSection("README.md", "slices", "| command | event | rules told by |\n|---|---|---|\n" + String.join("\n", rows) + "\n");
    }

    private void everySlice() {
        rows.add("| **every slice** | | |");
        rows.add("| " + named(Rectify.class) + " | " + Rectified.class.getSimpleName() + " | " + test(Rectify.class, files("command-side/src/test/java/constancia/command/RectifyingTest.java")) + " |");
        answered.add(Rectified.class.getSimpleName());
    }

    private static List<Class<?>> families() {
        return EventTypes.all().values().stream().<Class<?>>map(event -> event.getInterfaces()[0]).filter(family -> family != Event.class).distinct()
                .sorted(Comparator.comparing(Class::getPackageName)).toList();
    }

    private void slice(Class<?> family) {
        var slice = family.getPackageName().substring("constancia.kernel.".length());
        var rules = new Rulebook(files("command-side/src/main/java/constancia/command/" + slice));
        var tests = files("command-side/src/test/java/constancia/command/" + slice);
        rows.add("| **" + slice + "** | | |");
        for (var command : commands(slice, family)) {
            var events = rules.events(command.getSimpleName());
            assertThat(events).as("events of %s", command.getSimpleName()).isNotEmpty();
            answered.addAll(events);
            rows.add("| " + named(command) + " | " + String.join(", ", events) + " | " + test(command, tests) + " |");
        }
    }

    /** In the order in which the slice lists them, those of its policies too. */
    private static List<Class<?>> commands(String slice, Class<?> family) {
        var name = "constancia.command." + slice + "." + family.getSimpleName().replace("Event", "Command");
        try {
            return List.of(Class.forName(name).getPermittedSubclasses());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String named(Class<?> command) {
        return command.getSimpleName() + (command.isAnnotationPresent(NeedsGrounds.class) ? " ‡" : "")
                + (command.isAnnotationPresent(Internal.class) ? " (by a policy)" : "");
    }

    /** The test that speaks most of the command. */
    private static String test(Class<?> command, List<Path> tests) {
        var name = Pattern.compile("\\b" + command.getSimpleName() + "\\b");
        var test = tests.stream().filter(file -> file.toString().endsWith("Test.java") && name.matcher(Repository.read(file)).find())
                .max(Comparator.comparingLong(file -> name.matcher(Repository.read(file)).results().count()));
        assertThat(test).as("a test of %s", command.getSimpleName()).isPresent();
        var path = Repository.root().relativize(test.get()).toString();
        return "[" + test.get().getFileName().toString().replace(".java", "") + "](" + path + ")";
    }

    private static List<Path> files(String folder) {
        return Repository.files(".java").stream().filter(file -> file.startsWith(Repository.root().resolve(folder))).toList();
    }
}
