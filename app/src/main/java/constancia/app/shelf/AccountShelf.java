package constancia.app.shelf;

import constancia.app.lookups.Keys;
import constancia.kernel.Invalid;
import constancia.kernel.ItemId;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.rights.Authority;
import constancia.query.history.UnknownItem;
import constancia.web.shelf.Shelf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shelves of all accounts, in PostgreSQL. */
@Component
final class AccountShelf implements Shelf {

    private static final int OPENED = 8;
    /** The bodies in which an account has a part: a role there or everywhere, or a seat that its institution holds. */
    private static final String OURS = """
            (:everywhere or f.body = any (cast(:bodies as uuid[])) or f.body in (select s.body from journal.seat s
                where s.institution = any (cast(:institutions as uuid[])) and s.held_from <= :today and coalesce(s.vacated_on, s.held_until, :today) >= :today))""";
    private static final String SELECT = "select f.*, b.acronym from journal.saved_filter f left join journal.body b on b.id = f.body ";

    private final JdbcClient db;
    private final Supplier<UUID> newId;
    private final Clock clock;

    AccountShelf(@Qualifier("workDb") JdbcClient workDb, Supplier<UUID> newId, Clock clock) {
        this.db = workDb;
        this.newId = newId;
        this.clock = clock;
    }

    @Override
    public KeptFilter keep(Authority who, NewFilter filter) {
        var body = filter.body() == null ? null : filter.body().value();
        if (body != null && db.sql("select 1 from (select id as body from journal.body where id = :body) f where " + OURS).params(parts(who)).param("body", body).query().listOfRows().isEmpty()) {
            throw new Invalid("body", "body-not-yours");
        }
        var id = newId.get();
        boolean kept = db.sql("""
                insert into journal.saved_filter (id, account, name, name_key, list, query, body) values (:id, :account, :name, :key, :list, :query, :body)
                on conflict on constraint saved_filter_name_taken do nothing""")
                .param("id", id).param("account", who.account()).param("name", filter.name()).param("key", Keys.of(filter.name()))
                .param("list", filter.list()).param("query", filter.query()).param("body", body).update() == 1;
        if (!kept) {
            throw new Refused("filter-name-taken", filter.name());
        }
        return db.sql(SELECT + "where f.id = :id").param("id", id).query((row, line) -> filter(row, who)).single();
    }

    @Override
    public List<KeptFilter> filters(Authority who) {
        return db.sql(SELECT + "where f.account = :account or " + OURS + " and f.body is not null order by f.name_key, f.id").params(parts(who))
                .param("account", who.account()).query((row, line) -> filter(row, who)).list();
    }

    @Override
    public void drop(Authority who, UUID filter) {
        if (db.sql("delete from journal.saved_filter where id = :id and account = :account").param("id", filter).param("account", who.account()).update() == 0) {
            throw new UnknownItem();
        }
    }

    private Map<String, Object> parts(Authority who) {
        var parts = new HashMap<String, Object>();
        parts.put("everywhere", who.bindings().stream().anyMatch(binding -> binding.to() == null));
        parts.put("bodies", ids(who, BodyId.class));
        parts.put("institutions", ids(who, InstitutionId.class));
        parts.put("today", LocalDate.now(clock));
        return parts;
    }

    private static String[] ids(Authority who, Class<? extends ItemId> kind) {
        return who.bindings().stream().map(binding -> binding.to()).filter(kind::isInstance).map(to -> to.value().toString()).toArray(String[]::new);
    }

    private static KeptFilter filter(ResultSet row, Authority who) throws SQLException {
        return new KeptFilter(row.getObject("id", UUID.class), row.getString("name"), row.getString("list"), row.getString("query"), row.getString("acronym"),
                row.getString("account").equals(who.account()));
    }

    @Override
    public Optional<Look> lastLook(String account) {
        return db.sql("select * from journal.last_look where account = :account").param("account", account)
                .query((row, line) -> new Look(row.getLong("position"), row.getObject("looked_at", OffsetDateTime.class).toInstant())).optional();
    }

    @Override
    public void looked(String account, long position) {
        db.sql("""
                insert into journal.last_look (account, position) values (:account, :position)
                on conflict (account) do update set position = greatest(excluded.position, last_look.position), looked_at = now()""")
                .param("account", account).param("position", position).update();
    }

    @Override
    public void opened(String account, String kind, UUID item) {
        db.sql("""
                with opened as (
                    insert into journal.opened_item (account, kind, item) values (:account, :kind, :item)
                    on conflict (account, item) do update set opened_at = now())
                delete from journal.opened_item where account = :account and item <> :item and item not in (
                    select o.item from journal.opened_item o where o.account = :account and o.item <> :item order by o.opened_at desc limit :others)""")
                .param("account", account).param("kind", kind).param("item", item).param("others", OPENED - 1).update();
    }

    @Override
    public List<Opened> lastOpened(String account) {
        return db.sql("select kind, item from journal.opened_item where account = :account order by opened_at desc limit :most").param("account", account)
                .param("most", OPENED).query((row, line) -> new Opened(row.getString("kind"), row.getObject("item", UUID.class))).list();
    }
}
