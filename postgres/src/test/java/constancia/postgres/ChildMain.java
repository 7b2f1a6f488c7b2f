package constancia.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** A JVM of its own that starts a server and commits rows until it is killed. */
final class ChildMain {

    private ChildMain() {}

    public static void main(String[] arguments) throws Exception {
        try {
            Options options = Options.in(Path.of(arguments[1]));
            EmbeddedPostgres server = switch (arguments[0]) {
                case "test-server" -> TestPostgres.quick();
                case "server" -> EmbeddedPostgres.start(options.withBinaries(TestPostgres.binaries()));
                case "server-with-its-own-programs" -> EmbeddedPostgres.start(options);
                default -> throw new IllegalArgumentException(arguments[0]);
            };
            System.out.println("started " + server.pid());
            commitRows(server);
        } catch (PostgresFailure refused) {
            System.out.println("refused " + refused.getMessage());
        }
    }

    private static void commitRows(EmbeddedPostgres server) throws Exception {
        try (Connection owner = server.owner().connect(server.jdbcUrl());
             Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists row (number int primary key)");
            statement.execute("grant select, insert on row to " + EmbeddedPostgres.APP);
        }
        try (Connection app = server.app().connect(server.jdbcUrl());
             PreparedStatement insert = app.prepareStatement("insert into row values (?)")) {
            for (int number = 1; ; number++) {
                insert.setInt(1, number);
                insert.executeUpdate();
                System.out.println("row " + number);
            }
        }
    }
}
