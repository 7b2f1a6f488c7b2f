package constancia.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DurabilityTest {

    @TempDir
    static Path data;

    @ParameterizedTest
    @ValueSource(strings = {"fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_prepared_transactions=7"})
    void aServerStartedWithOneSettingWrongIsRefusedForThatOne(String wrong) throws Exception {
        String[] setting = wrong.split("=");
        assertThatThrownBy(() -> EmbeddedPostgres.start(options().with(setting[0], setting[1])).close())
                .isInstanceOfSatisfying(UnsafeDatabase.class,
                        refused -> assertThat(refused.violations()).singleElement().asString()
                                .startsWith(setting[0] + " is " + setting[1]).contains(" / "));
        assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void commitsThatSkipConfiguredStandbysAreRefused() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(options().with("synchronous_commit", "local")
                .with("synchronous_standby_names", "san_miguel")).close())
                .isInstanceOf(UnsafeDatabase.class).hasMessageContaining("synchronous_commit is local");
    }

    @Test
    void commitsThatWaitForThisDiskAreFine() throws Exception {
        for (String commit : List.of("local", "remote_write", "remote_apply")) {
            EmbeddedPostgres.start(options().with("synchronous_commit", commit)).close();
        }
    }

    @Test
    void allViolationsAreNamedAtOnce() throws Exception {
        try (Connection connection = TestPostgres.newDatabase().connectAsApp()) {
            assertThat(Durability.check(connection)).hasSize(3);
            assertThatThrownBy(() -> Durability.require(connection)).isInstanceOf(UnsafeDatabase.class)
                    .hasMessageContaining("fsync").hasMessageContaining("full_page_writes")
                    .hasMessageContaining("synchronous_commit");
        }
    }

    @Test
    void theSettingsOfTheVeryConnectionCount() throws Exception {
        try (Connection connection = TestPostgres.newDurableDatabase().connectAsApp();
             Statement statement = connection.createStatement()) {
            assertThat(Durability.check(connection)).isEmpty();
            assertThat(Durability.warnings(connection)).isEmpty();
            statement.execute("set synchronous_commit = off");
            statement.execute("set transaction_timeout = 0");
            assertThat(Durability.check(connection)).hasSize(1);
            assertThat(Durability.warnings(connection)).singleElement().asString().contains("transaction_timeout");
        }
    }

    @Test
    void anOldVersionIsRefused() {
        Map<String, String> old = new TreeMap<>(Map.of("server_version_num", "160004", "server_version", "16.4",
                "fsync", "on", "synchronous_commit", "on", "synchronous_standby_names", "", "full_page_writes", "on",
                "max_prepared_transactions", "0", "data_checksums", "on"));
        assertThat(Durability.violations(old)).singleElement().asString().contains("16.4", "17");
        assertThat(Durability.warnings(old)).isEmpty();
    }

    @Test
    void missingChecksumsAreAWarning(@TempDir Path plain) throws Exception {
        Binaries.extractTo(TestPostgres.binaries());
        Path password = plain.resolve("password");
        Files.writeString(password, new Passwords(plain).login("postgres").password());
        List<String> initdb = new ArrayList<>(Runner.choose().command(List.of(
                TestPostgres.binaries().resolve("bin/initdb").toString(), "-D", plain.resolve("cluster").toString(),
                "--username=postgres", "--pwfile=" + password, "--auth=scram-sha-256", "--no-data-checksums")));
        assertThat(Commands.run(initdb, plain.resolve("initdb.log"))).isZero();

        try (EmbeddedPostgres server = EmbeddedPostgres.start(Options.in(plain).withBinaries(TestPostgres.binaries()));
             Connection connection = server.app().connect(server.jdbcUrl())) {
            assertThat(Durability.check(connection)).isEmpty();
            assertThat(Durability.warnings(connection)).singleElement().asString().contains("checksums");
        }
    }

    private static Options options() throws Exception {
        return Options.in(data).withBinaries(TestPostgres.binaries());
    }
}
