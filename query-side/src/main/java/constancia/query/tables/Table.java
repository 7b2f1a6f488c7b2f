package constancia.query.tables;

import constancia.query.history.View;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A projection: the tables it owns are written from the item's own view, once per item and batch. Writing the same
 * facts again changes nothing. The tables stand in the schema that the connection points at.
 */
public interface Table<S> {

    View<?, S> view();

    void write(JdbcTemplate db, List<Facts<S>> items);
}
