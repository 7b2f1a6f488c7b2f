package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.texts.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged register talks to its database and to nobody else. It runs in a network of its own that has a way out
 * into the dark: whatever is sent there is counted.
 */
class SilenceTest {

    private static final String NETWORK = """
            ip link set lo up && ip link add outside type veth peer name dark || exit 99
            for one in outside dark; do echo 1 > /proc/sys/net/ipv6/conf/$one/disable_ipv6; ip link set $one up; done
            ip addr add 192.0.2.1/24 dev outside && ip route add default dev outside || exit 99
            exec "$@"
            """;

    @BeforeAll
    static void tools() {
        Tools.need(inOwnNetwork("true").toArray(String[]::new));
        Tools.need("nsenter", "--version");
    }

    @Test
    void the_register_starts_records_and_answers_without_a_word_to_the_outside(@TempDir Path folder) throws Exception {
        try (var register = Packaged.embedded(folder, inOwnNetwork())) {
            assertThat(inNetworkOf(register, folder, Packaged.java().toString(), "-cp", classes(), Talk.class.getName(), String.valueOf(register.port()), Packaged.PASSWORD))
                    .as(register.log()).isEqualTo("201 201 200 true");
            assertSilent(register);

            // The counter counts: somebody who calls out is noticed.
            inNetworkOf(register, folder, Packaged.java().toString(), "-cp", classes(), CallsOut.class.getName());
            assertThat(sentOutside(register)).isPositive();
        }
    }

    @Test
    void a_whole_story_of_eight_years_is_told_without_a_word_to_the_outside(@TempDir Path folder) throws Exception {
        try (var register = Packaged.embedded(folder, inOwnNetwork(), "--constancia.demo=true")) {
            await().atMost(Duration.ofMinutes(4)).until(() -> register.log().contains("The demonstration is complete"));
            assertSilent(register);
        }
    }

    private static void assertSilent(Packaged register) throws IOException {
        assertThat(sentOutside(register)).as("packets to the outside").isZero();
        assertThat(foreignSockets(register)).isEmpty();
        assertThat(datagrams(register)).as("datagrams to anybody, servers of names on this machine among them").isZero();
    }

    /** Wrong on purpose: asks somewhere out there. */
    static final class CallsOut {
        public static void main(String[] args) throws IOException {
            new java.net.Socket().connect(new java.net.InetSocketAddress("198.51.100.7", 443), 800);
        }
    }

    static List<String> inOwnNetwork(String... command) {
        var unshared = Tools.works("unshare", "-n", "true") ? List.of("unshare", "-n") : List.of("unshare", "-r", "-n");
        var all = new ArrayList<>(unshared);
        all.addAll(List.of("sh", "-c", NETWORK, "sh"));
        all.addAll(List.of(command));
        return all;
    }

    static String inNetworkOf(Packaged register, Path folder, String... command) throws Exception {
        var all = new ArrayList<>(List.of("nsenter", "--preserve-credentials", "-t", String.valueOf(register.pid()), "-U", "-n"));
        if (Tools.works("unshare", "-n", "true")) {
            all.remove("-U");
            all.remove("--preserve-credentials");
        }
        all.addAll(List.of(command));
        var output = Files.createTempFile(folder, "talk", ".txt");
        var process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
        return Repository.read(output);
    }

    static String classes() {
        return Path.of(Talk.class.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }

    static long sentOutside(Packaged register) throws IOException {
        return Files.readAllLines(net(register, "dev")).stream().filter(line -> line.strip().startsWith("outside:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip().split("\\s+")[9])).sum();
    }

    private static long datagrams(Packaged register) throws IOException {
        var udp = Files.readAllLines(net(register, "snmp")).stream().filter(line -> line.startsWith("Udp: ")).map(line -> line.split(" ")).toList();
        return Long.parseLong(udp.getLast()[List.of(udp.getFirst()).indexOf("OutDatagrams")]);
    }

    /** Connections whose other end is not this machine's loopback. */
    private static List<String> foreignSockets(Packaged register) throws IOException {
        var foreign = new ArrayList<String>();
        for (var table : List.of("tcp", "tcp6", "udp", "udp6")) {
            var lines = Files.readAllLines(net(register, table), StandardCharsets.UTF_8);
            lines.stream().skip(1).map(line -> line.strip().split("\\s+")[2].split(":")[0])
                    .filter(remote -> !remote.matches("0+|0100007F|0{24}0100007F|0{16}FFFF00000100007F|0{16}0{8}01000000")).forEach(foreign::add);
        }
        return foreign;
    }

    private static Path net(Packaged register, String table) {
        return Path.of("/proc", String.valueOf(register.pid()), "net", table);
    }
}
