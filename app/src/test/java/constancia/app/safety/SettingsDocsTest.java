package constancia.app.safety;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The settings that the register knows are those that it reads and those that its operator reads about. */
class SettingsDocsTest {

    private static final Pattern READ = Pattern.compile("\"(?:\\$\\{)?constancia\\.([a-z]+(?:[-.][a-z]+)*)[:}\"]");
    private static final Pattern TOLD = Pattern.compile("`constancia\\.([a-z]+(?:[-.][a-z]+)*)`");

    @Test
    void every_setting_that_is_read_is_known_and_no_other() {
        var read = Repository.sources().stream().filter(file -> !file.toString().contains("/safety/SettingsCheck")).map(Repository::read).collect(Collectors.joining());
        var names = found(READ, read);
        names.removeIf(name -> name.matches("(kernel|command|query|web|app|postgres)(\\..*)?"));
        names.addAll(SecretFiles.SECRETS.stream().filter(secret -> secret.startsWith("constancia.")).map(secret -> secret.substring("constancia.".length()) + "-file").toList());
        assertThat(new TreeSet<>(SettingsCheck.KNOWN)).isEqualTo(names);
    }

    @Test
    void every_setting_is_explained_to_the_operator_and_no_other() {
        assertThat(found(TOLD, Repository.read(Repository.root().resolve("docs/operating.md")))).isEqualTo(new TreeSet<>(SettingsCheck.KNOWN));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
