package constancia.app.imports;

import constancia.app.lookups.Keys;
import constancia.command.imports.ImportKind;
import constancia.command.imports.Mapping;
import constancia.command.imports.Mapping.Column;
import constancia.kernel.Refused;
import constancia.query.history.UnknownItem;
import constancia.web.imports.MappingDesk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mappings of the unit, in PostgreSQL. */
@Component
final class ImportMappings implements MappingDesk {

    private static final TypeReference<List<Column>> COLUMNS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;
    private final Supplier<UUID> newId;

    ImportMappings(JdbcClient commandDb, JsonMapper json, Supplier<UUID> newId) {
        this.db = commandDb;
        this.json = json;
        this.newId = newId;
    }

    @Override
    public Kept save(String account, Mapping mapping) {
        var id = newId.get();
        boolean ours = db.sql("""
                insert into journal.import_mapping (id, name, name_key, kind, columns, account) values (:id, :name, :key, :kind, :columns::jsonb, :account)
                on conflict on constraint import_mapping_name_taken do nothing""")
                .param("id", id).param("name", mapping.name()).param("key", Keys.of(mapping.name())).param("kind", mapping.kind().word())
                .param("columns", json.writeValueAsString(mapping.columns())).param("account", account).update() == 1;
        if (!ours) {
            throw new Refused("mapping-name-taken", mapping.name());
        }
        return new Kept(id, mapping);
    }

    @Override
    public List<Kept> list() {
        return db.sql("select * from journal.import_mapping order by name_key").query(this::row).list();
    }

    @Override
    public Kept look(UUID id) {
        return db.sql("select * from journal.import_mapping where id = :id").param("id", id).query(this::row).optional().orElseThrow(UnknownItem::new);
    }

    @Override
    public Kept rename(UUID id, String name) {
        try {
            db.sql("update journal.import_mapping set name = :name, name_key = :key where id = :id").param("id", id).param("name", name).param("key", Keys.of(name)).update();
        } catch (DuplicateKeyException taken) {
            throw new Refused("mapping-name-taken", name);
        }
        return look(id);
    }

    @Override
    public void delete(UUID id) {
        if (db.sql("delete from journal.import_mapping where id = :id").param("id", id).update() == 0) {
            throw new UnknownItem();
        }
    }

    Optional<Mapping> find(String idOrName) {
        return db.sql("select * from journal.import_mapping where id::text = lower(:given) or name_key = :key order by id::text = lower(:given) desc limit 1")
                .param("given", idOrName).param("key", Keys.of(idOrName)).query(this::row).optional().map(Kept::mapping);
    }

    private Kept row(ResultSet row, int line) throws SQLException {
        var kind = ImportKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        return new Kept(row.getObject("id", UUID.class), new Mapping(row.getString("name"), kind, json.readValue(row.getString("columns"), COLUMNS)));
    }
}
