package constancia.query.tables;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that an item had and has no more. */
public final class Former {

    private static final String DELETE = "delete from %s r using written w where r.%s = w.id and r.version <> w.version";

    private Former() {}

    /**
     * Takes away, in one statement, the rows of these items that were not written with their last version.
     *
     * @param item   the column that names the item
     * @param table  in which each row holds the version with which it was written
     * @param others the same
     */
    public static void delete(JdbcTemplate db, List<? extends Facts<?>> items, String item, String table, String... others) {
        var with = Stream.concat(Stream.of("written as (select * from unnest(?::uuid[], ?::int[]) as written (id, version))"),
                Stream.of(others).map(other -> other + "_gone as (" + DELETE.formatted(other, item) + ")")).collect(Collectors.joining(", "));
        db.update("with " + with + " " + DELETE.formatted(table, item), row -> {
            row.setArray(1, row.getConnection().createArrayOf("uuid", items.stream().map(Facts::id).toArray()));
            row.setArray(2, row.getConnection().createArrayOf("int", items.stream().map(Facts::version).toArray()));
        });
    }
}
