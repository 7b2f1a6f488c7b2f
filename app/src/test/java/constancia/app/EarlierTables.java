package constancia.app;

import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The journal's tables as they were at an earlier version, for what migrations make of what stands in them. */
public final class EarlierTables {

    private EarlierTables() {}

    /** Without the rights, which are those of today's tables: read and written by the owner. */
    public static TestDatabase at(String version) {
        var database = TestPostgres.newDatabase();
        flyway(database).target(version).repeatableSqlMigrationPrefix("NONE").load().migrate();
        return database;
    }

    public static void bringUpToDate(TestDatabase database) {
        flyway(database).load().migrate();
    }

    private static FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password()).locations("classpath:db/journal")
                .schemas("journal").placeholders(Map.of("app", database.app().user()));
    }
}
