package constancia.query.wrong;

import constancia.query.tables.Page;
import java.util.List;

/** Wrong on purpose: shows everything to whoever asks. */
public class AnybodysList {

    public Page<String> page(String filter) {
        return new Page<>(List.of(filter), null, 1, null);
    }
}
