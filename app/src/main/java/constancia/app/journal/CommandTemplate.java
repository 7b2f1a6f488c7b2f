package constancia.app.journal;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;

/**
 * How commands ask and write. What their transaction has gathered goes before whatever it asks next ({@link LastWrites});
 * once it has written it asks anew what it was told before ({@link Told}).
 */
public final class CommandTemplate extends JdbcTemplate {

    public CommandTemplate(DataSource commands) {
        super(commands);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        LastWrites.sendFirst();
        super.applyStatementSettings(statement);
    }

    @Override
    protected int update(PreparedStatementCreator statement, @Nullable PreparedStatementSetter values) {
        Told.forget();
        return super.update(statement, values);
    }
}
