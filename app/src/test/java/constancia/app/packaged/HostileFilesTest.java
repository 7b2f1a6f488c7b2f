package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of hostile files sent to the packaged register, which has a small heap, a folder for temporary files of its
 * own and a network that leads into the dark. Its memory is what the operating system says that it holds.
 */
class HostileFilesTest {

    private static final long SEED = Long.getLong("tests.files.seed", 20_150_615);
    private static final int FILES = Integer.getInteger("tests.files", 500);
    private static final int MEGABYTE = 1024 * 1024;

    @BeforeAll
    static void tools() {
        Tools.need(SilenceTest.inOwnNetwork("true").toArray(String[]::new));
        Tools.need("nsenter", "--version");
    }

    @Test
    void every_file_is_refused_or_read_in_ten_seconds_within_200_megabytes(@TempDir Path folder) throws Exception {
        var samples = Files.list(Repository.root().resolve("samples")).filter(file -> file.toString().endsWith(".xlsx")).sorted().toList();
        var warm = Files.createDirectories(folder.resolve("warm"));
        for (var sample : samples) {
            Files.copy(sample, warm.resolve(sample.getFileName()));
        }
        var hostile = Files.createDirectories(folder.resolve("hostile"));
        var files = new HostileFiles(hostile, samples.getFirst());
        files.craft();
        files.mutate(samples, FILES, SEED);
        var temporary = Files.createDirectories(folder.resolve("temporary"));

        try (var register = start(folder, temporary); var watch = Executors.newSingleThreadExecutor()) {
            assertThat(upload(register, folder, warm)).allMatch(line -> line.split("\t")[2].equals("201"));
            var left = files(temporary);
            long before = resident(register);
            var peak = watch.submit(() -> peak(register));
            var answers = upload(register, folder, hostile);
            watch.shutdownNow();
            long most = peak.get() - before;

            long slowest = answers.stream().mapToLong(line -> Long.parseLong(line.split("\t")[3])).max().orElseThrow();
            System.out.printf("hostile files: seed %d, %d files, slowest %d ms, resident %d MB before and at most %+d MB%n", SEED, files.made(), slowest, before / MEGABYTE, most / MEGABYTE);
            assertThat(answers).as(register.log()).hasSizeGreaterThanOrEqualTo(files.made());
            assertThat(answers).allMatch(line -> line.split("\t")[2].matches("201|400|413|415|422"));
            assertThat(answers).filteredOn(line -> line.split("\t")[2].matches("4..")).allMatch(line -> line.contains("urn:constancia:"));
            assertThat(answers).noneMatch(line -> line.contains("root:x:0"));
            // Of what is in parts that the register never opens it takes no notice.
            assertThat(answers).filteredOn(line -> line.contains("/api/imports") && line.matches("((laughs|quadratic|xxe-(file|http|dtd)|deep)-xl-(worksheets|workbook)|overlapping|entries|nested|polyglot|cut|symlink).*"))
                    .hasSizeGreaterThan(40).noneMatch(line -> line.split("\t")[2].equals("201"));
            assertThat(slowest).isLessThan(10_000);
            assertThat(most).isLessThan(200L * MEGABYTE);
            assertThat(SilenceTest.sentOutside(register)).as("packets to the outside").isZero();
            assertThat(files(temporary)).as("left behind").isEqualTo(left);
            assertThat(register.log()).doesNotContain("OutOfMemory");
        }
    }

    /** With one compiler and few arenas: what those take as time goes by is not due to the files. */
    private static Packaged start(Path folder, Path temporary) {
        int port = Packaged.freePort();
        var command = new ArrayList<>(SilenceTest.inOwnNetwork());
        command.addAll(List.of(Packaged.java().toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary, "-jar", Packaged.jar().toString(), "--server.port=" + port,
                "--constancia.data=" + folder.resolve("data")));
        return Packaged.start(command, Map.of("CONSTANCIA_ADMIN_PASSWORD", Packaged.PASSWORD, "MALLOC_ARENA_MAX", "2"), folder, port);
    }

    private static List<String> upload(Packaged register, Path folder, Path files) throws Exception {
        return SilenceTest.inNetworkOf(register, folder, Packaged.java().toString(), "-cp", SilenceTest.classes(), Uploads.class.getName(), String.valueOf(register.port()), Packaged.PASSWORD, files.toString())
                .lines().toList();
    }

    private static long peak(Packaged register) throws IOException {
        long peak = 0;
        try {
            while (true) {
                peak = Math.max(peak, resident(register));
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException enough) {
            return peak;
        }
    }

    private static long resident(Packaged register) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(register.pid()), "status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst().orElseThrow();
    }

    private static TreeSet<String> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(Path::toString).collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        }
    }
}
