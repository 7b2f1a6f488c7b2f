package constancia.query.wrong;

import constancia.query.Reader;
import constancia.query.tables.Page;
import java.util.List;

/** Wrong on purpose: knows who asks, and answers without asking whether they may. */
public class EverybodysList {

    public Page<String> page(Reader reader, String filter) {
        return new Page<>(List.of(filter + reader.account()), null, 1, null);
    }
}
