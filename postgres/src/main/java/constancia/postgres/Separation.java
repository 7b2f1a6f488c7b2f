package constancia.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the role with which the register works could change what was recorded. Ask with a connection of that role. */
public final class Separation {

    private static final String ROLE = """
            select r.rolname, r.rolsuper, r.rolbypassrls or r.rolcreaterole or r.rolreplication as more, pg_has_role(r.oid, d.datdba, 'member') as owner
            from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()""";
    private static final String TABLES = """
            select t.name from unnest(?) t (name) where to_regclass(t.name) is not null
            and has_table_privilege(t.name, 'update, delete, truncate') order by t.name""";

    private Separation() {}

    /** What must be put right before the tables are touched, one sentence each in English and Spanish; empty if fine. */
    public static List<String> check(Connection connection) throws SQLException {
        var found = new ArrayList<String>();
        try (PreparedStatement query = connection.prepareStatement(ROLE); ResultSet row = query.executeQuery()) {
            row.next();
            var role = row.getString("rolname");
            if (row.getBoolean("rolsuper")) {
                found.add("The role " + role + " is a superuser: it could change what was recorded. / El rol " + role + " es superusuario: podría cambiar lo asentado.");
            } else if (row.getBoolean("owner")) {
                found.add("The role " + role + " owns the database: it could change what was recorded. / El rol " + role + " es dueño de la base de datos: podría cambiar lo asentado.");
            } else if (row.getBoolean("more")) {
                found.add("The role " + role + " may create roles, replicate or pass over row security; it needs none of that. / El rol " + role
                        + " puede crear roles, replicar o saltarse la seguridad de filas; no necesita nada de eso.");
            }
        }
        return found;
    }

    /** Those of these tables whose rows the role could change or delete, one sentence each; to be asked once they are there. */
    public static List<String> check(Connection connection, List<String> onlyGrow) throws SQLException {
        var found = new ArrayList<String>();
        try (PreparedStatement query = connection.prepareStatement(TABLES)) {
            query.setArray(1, connection.createArrayOf("text", onlyGrow.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add("The register's role may change or delete rows of " + rows.getString(1) + ". / El rol del registro puede cambiar o borrar filas de " + rows.getString(1) + ".");
                }
            }
        }
        return found;
    }
}
