package constancia.postgres;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedPostgresTest {

    @TempDir
    static Path data;
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.start(options());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void dataPortAndPasswordsSurviveARestart() throws Exception {
        execute(server.owner(), "create table kept (text text); insert into kept values ('here')");
        int port = server.port();
        Login app = server.app();

        server.close();
        server.close();
        server = EmbeddedPostgres.start(options());

        assertThat(server.port()).isEqualTo(port);
        assertThat(server.app()).isEqualTo(app);
        assertThat(value(server.owner(), "select text from kept")).isEqualTo("here");
    }

    @Test
    void settingsAreThoseOfADurableServer() throws Exception {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("data_checksums")).isEqualTo("on");
        assertThat(setting("max_prepared_transactions")).isEqualTo("0");
        assertThat(setting("max_connections")).isEqualTo("200");
        assertThat(setting("jit")).isEqualTo("off");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(value(server.superuser(), "show unix_socket_directories")).isEmpty();
        assertThat(setting("server_encoding")).isEqualTo("UTF8");
        assertThat(setting("work_mem")).isEqualTo("12MB");
        assertThat(value(server.app(), "select concat(datlocprovider, ' ', datlocale) from pg_database"
                + " where datname = current_database()")).isEqualTo("b C.UTF-8");
    }

    @Test
    void settingsCannotBeUndoneFromInside() throws Exception {
        execute(server.superuser(), "alter system set fsync = off");
        execute(server.superuser(), "select pg_reload_conf()");
        server.close();
        server = EmbeddedPostgres.start(options());
        assertThat(setting("fsync")).isEqualTo("on");
    }

    @Test
    void theApplicationsRoleHasTimeLimitsAndNoPowers() throws Exception {
        assertThat(setting("transaction_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("10s");
        for (Login login : new Login[] {server.app(), server.owner()}) {
            assertThat(value(login, "select (rolsuper or rolcreatedb or rolcreaterole or rolreplication"
                    + " or rolbypassrls)::text from pg_roles where rolname = current_user")).isEqualTo("false");
        }
        assertThat(value(server.app(), "select pg_get_userbyid(datdba) from pg_database"
                + " where datname = current_database()")).isEqualTo(EmbeddedPostgres.OWNER);
        execute(server.owner(), "create schema ours; create table ours.note (text text)");
        assertDenied("create table public.mine (text text)");
        assertDenied("create table ours.mine (text text)");
        assertDenied("create temporary table mine (text text)");
        assertDenied("create schema mine");
        assertDenied("select * from ours.note");
        assertDenied("drop table ours.note");
    }

    @Test
    void nobodyGetsInWithoutThePassword() {
        assertThatThrownBy(() -> new Login(EmbeddedPostgres.APP, "guess").connect(server.jdbcUrl()))
                .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
    }

    @Test
    void passwordsAreReadableByTheirOwnerOnly() throws Exception {
        for (Login login : new Login[] {server.superuser(), server.owner(), server.app()}) {
            Path file = data.resolve("passwords").resolve(login.user());
            assertThat(Files.readString(file)).isEqualTo(login.password()).hasSize(48);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(login.toString()).doesNotContain(login.password());
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("cluster"))).hasSize(3);
    }

    @Test
    void aSecondStarterIsRefusedInThisJvmAndInAnother() throws Exception {
        assertThatThrownBy(() -> EmbeddedPostgres.start(options())).isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("is in use by this same application");
        try (Child child = new Child("server", data)) {
            assertThat(child.refused()).contains("is in use by another running application (process "
                    + ProcessHandle.current().pid() + ")");
        }
        assertThat(value(server.app(), "select 'still here'")).isEqualTo("still here");
    }

    @Test
    void ofTwoThatStartAtOnceOneIsRefused(@TempDir Path other) throws Exception {
        try (Child one = new Child("server", other); Child two = new Child("server", other)) {
            assertThat(List.of(one.firstWord(), two.firstWord())).containsExactlyInAnyOrder("started", "refused");
            one.terminate();
            two.terminate();
        }
    }

    @Test
    void aDatabaseOfTheSameKindCanBeMade() throws Exception {
        server.createDatabase("another");
        try (Connection owner = server.owner().connect(server.jdbcUrl("another"));
             Statement statement = owner.createStatement()) {
            statement.execute("create table mine (text text)");
        }
        assertThatThrownBy(() -> server.createDatabase("another")).isInstanceOf(PostgresFailure.class);
        assertThatThrownBy(() -> server.createDatabase("x; drop")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Options there = Options.in(other).withBinaries(TestPostgres.binaries()).notDurable();
            assertThatThrownBy(() -> EmbeddedPostgres.start(there.withPort(taken.getLocalPort())))
                    .isInstanceOf(PostgresFailure.class)
                    .hasMessage("Port " + taken.getLocalPort() + " on 127.0.0.1 is in use by another program.");

            Files.writeString(other.resolve("port"), Integer.toString(taken.getLocalPort()));
            try (EmbeddedPostgres elsewhere = EmbeddedPostgres.start(there)) {
                assertThat(elsewhere.port()).isNotEqualTo(taken.getLocalPort());
            }
        }
    }

    @Test
    void aSettingThatMakesNoSenseIsNamed(@TempDir Path other) throws Exception {
        assertThatThrownBy(() -> EmbeddedPostgres.start(Options.in(other).withBinaries(TestPostgres.binaries())
                .notDurable().with("max_connections", "many")))
                .isInstanceOf(PostgresFailure.class).hasMessageContaining("max_connections");
    }

    @Test
    void aFolderOfAnotherMajorVersionIsNamed(@TempDir Path other) throws Exception {
        Files.createDirectory(other.resolve("cluster"));
        Files.writeString(other.resolve("cluster/PG_VERSION"), "16\n");
        new Passwords(other).login("postgres");
        assertThatThrownBy(() -> EmbeddedPostgres.start(Options.in(other).withBinaries(TestPostgres.binaries())))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("was made by PostgreSQL 16 and this is PostgreSQL 18");
    }

    @Test
    void lostPasswordsAreNamed(@TempDir Path other) throws Exception {
        Files.createDirectory(other.resolve("cluster"));
        Files.writeString(other.resolve("cluster/PG_VERSION"), "18\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(Options.in(other).withBinaries(TestPostgres.binaries())))
                .isInstanceOf(PostgresFailure.class).hasMessageContaining("passwords/postgres is missing");
    }

    private static Options options() throws Exception {
        return Options.in(data).withBinaries(TestPostgres.binaries()).with("work_mem", "12MB");
    }

    private static String setting(String name) throws SQLException {
        return value(server.app(), "show " + name);
    }

    private static String value(Login login, String query) throws SQLException {
        try (Connection connection = login.connect(server.jdbcUrl());
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Login login, String command) throws SQLException {
        try (Connection connection = login.connect(server.jdbcUrl());
             Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void assertDenied(String command) {
        assertThatThrownBy(() -> execute(server.app(), command)).isInstanceOfSatisfying(SQLException.class,
                denied -> assertThat(denied.getSQLState()).as(command).isEqualTo("42501"));
    }
}
