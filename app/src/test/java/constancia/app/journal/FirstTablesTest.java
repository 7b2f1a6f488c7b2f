package constancia.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.projections.Generations;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nodes that start at once on an empty register make one set of tables between them. */
class FirstTablesTest {

    @Test
    void one_of_them_makes_the_tables_and_the_others_find_them() throws Exception {
        var database = TestJournal.freshDatabase();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> start = () -> new Generations(database.url(), database.owner(), database.app().user()).current();
            for (var one : threads.invokeAll(Stream.generate(() -> start).limit(4).toList())) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
        var owner = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password()));
        assertThat(owner.sql("select number || ' ' || state from journal.generation").query(String.class).list()).containsExactly("1 current");
    }
}
