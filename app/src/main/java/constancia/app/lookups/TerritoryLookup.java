package constancia.app.lookups;

import constancia.app.journal.Openings;
import constancia.app.journal.Told;
import constancia.command.territories.Territories;
import constancia.command.territories.Territory;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The catalogue of territories. The widest are written first, so that they may come in any order. What is in it stays in it,
 * so it is asked for once, and again after a connection was opened, which may lead to a server that lost what was written.
 */
@Component
final class TerritoryLookup implements Territories {

    private final JdbcClient db;
    private final JdbcClient workDb;
    private final TransactionTemplate transaction;
    private final Openings openings;
    /** Of each known code how many connections had been opened when it was seen. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    TerritoryLookup(JdbcClient commandDb, Openings commandConnections, @Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction) {
        this.db = commandDb;
        this.workDb = workDb;
        this.transaction = workTransaction;
        this.openings = commandConnections;
    }

    @Override
    public boolean exists(String code) {
        long opened = openings.count();
        if (Long.valueOf(opened).equals(seen.get(code))) {
            return true;
        }
        boolean exists = Told.once(new Code(code), () -> db.sql("select 1 from journal.territory where code = :code").param("code", code)
                .query(Integer.class).optional().isPresent());
        if (exists) {
            seen.put(code, opened);
        }
        return exists;
    }

    @Override
    public void put(List<Territory> territories, String account) {
        mustBeDifferent(territories);
        var widestFirst = IntStream.range(0, territories.size()).boxed().sorted(Comparator.<Integer, Integer>comparing(i -> rank(territories.get(i)))
                .thenComparing(i -> territories.get(i).code())).toList();
        transaction.executeWithoutResult(status -> widestFirst.forEach(i -> put(territories.get(i), i, account)));
    }

    private static void mustBeDifferent(List<Territory> territories) {
        var seen = new HashSet<String>();
        for (int i = 0; i < territories.size(); i++) {
            if (!seen.add(territories.get(i).code())) {
                throw new Invalid("territories/" + i + "/code", "territory-repeated", territories.get(i).code());
            }
        }
    }

    private void put(Territory t, int i, String account) {
        var priority = t.priority();
        try {
            workDb.sql("""
                    insert into journal.territory (code, name, kind, rank, parent, parent_rank, priority_index, priority_source, priority_year, changed_by)
                    values (:code, :name, :kind, :rank, :parent, :parentRank, :index, :source, :year, :account)
                    on conflict (code) do update set name = excluded.name, kind = excluded.kind, rank = excluded.rank, parent = excluded.parent,
                        parent_rank = excluded.parent_rank, priority_index = excluded.priority_index, priority_source = excluded.priority_source,
                        priority_year = excluded.priority_year, changed_by = excluded.changed_by, changed_at = now()""")
                    .param("code", t.code()).param("name", t.name()).param("kind", t.kind().word()).param("rank", rank(t))
                    .param("parent", t.parent()).param("parentRank", parentRank(t, "territories/" + i + "/parent"))
                    .param("index", priority == null ? null : priority.index()).param("source", priority == null ? null : priority.source())
                    .param("year", priority == null ? null : priority.year()).param("account", account).update();
        } catch (DataIntegrityViolationException e) {
            throw new Refused("territory-has-parts", t.code());
        }
    }

    private @Nullable Integer parentRank(Territory t, String field) {
        if (t.parent() == null) {
            return null;
        }
        int rank = workDb.sql("select rank from journal.territory where code = :code for share").param("code", t.parent()).query(Integer.class).optional()
                .orElseThrow(() -> new Invalid(field, "unknown-territory", t.parent()));
        if (rank >= rank(t)) {
            throw new Invalid(field, "territory-no-wider", t.parent());
        }
        return rank;
    }

    private static int rank(Territory t) {
        return t.kind().ordinal();
    }

    private record Code(String code) {}
}
