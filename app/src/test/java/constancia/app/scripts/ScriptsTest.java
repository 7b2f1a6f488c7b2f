package constancia.app.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts find what they need, or say what is missing. */
class ScriptsTest {

    @TempDir
    Path folder;

    @Test
    void without_a_jdk_25_the_register_says_in_both_languages_what_is_missing() throws Exception {
        var told = run(1, Map.of("JAVA_HOMES", jdk("17.0.15") + " " + folder.resolve("none")), "bin/constancia");
        assertThat(told).contains("Falta un JDK 25").contains("is missing").contains("apt-get install").contains("brew install");
    }

    @Test
    void the_first_jdk_that_is_new_enough_is_taken() throws Exception {
        var old = jdk("17.0.15");
        var good = jdk("25.0.3");
        assertThat(run(0, Map.of("JAVA_HOMES", old + " " + good + " " + jdk("26")), "-c", ". bin/find-jdk; echo $JAVA_HOME").strip()).isEqualTo(good.toString());
    }

    @Test
    void psql_says_when_nothing_runs() throws Exception {
        assertThat(run(1, Map.of("CONSTANCIA_DATA", folder.toString()), "bin/psql")).contains("no está en marcha").contains("No register runs");
    }

    @Test
    void the_demonstration_is_started_by_what_starts_any_register() throws Exception {
        assertThat(run(1, Map.of("JAVA_HOMES", folder.resolve("none").toString()), "bin/demo")).contains("Falta un JDK 25");
        assertThat(Repository.read(Repository.root().resolve("bin/demo"))).contains("bin/constancia --constancia.demo=true --constancia.data=data-demo");
    }

    @Test
    void every_script_that_the_readme_names_is_there() {
        var named = Pattern.compile("\\bbin/[a-z-]+").matcher(Repository.read(Repository.root().resolve("README.md"))).results().map(MatchResult::group).distinct().toList();
        assertThat(named).contains("bin/demo", "bin/constancia", "bin/test").allSatisfy(script -> assertThat(Repository.root().resolve(script)).isExecutable());
    }

    private Path jdk(String version) throws IOException {
        var home = Files.createDirectories(folder.resolve("jdk-" + version));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (var program : new String[] {"java", "javac"}) {
            assertThat(Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\n").toFile().setExecutable(true)).isTrue();
        }
        return home;
    }

    private String run(int exit, Map<String, String> environment, String... arguments) throws Exception {
        var command = new java.util.ArrayList<>(java.util.List.of("sh"));
        command.addAll(java.util.List.of(arguments));
        var output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(command).directory(Repository.root().toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Repository.read(output)).isEqualTo(exit);
        return Repository.read(output);
    }
}
