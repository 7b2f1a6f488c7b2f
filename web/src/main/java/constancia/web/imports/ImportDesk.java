package constancia.web.imports;

import constancia.command.imports.PaintedSheet;
import constancia.command.imports.Preview;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where files come into the register: previewed, decided upon, confirmed; then carried out in steps. */
public interface ImportDesk {

    record Previewed(UUID id, Preview preview) {}

    /** A row that the rules refused: the row's number in the preview, code and arguments as in a problem. */
    record RefusedRow(int row, String code, List<String> args) {}

    /** @param status {@code previewed}, {@code running}, {@code done}, {@code stopped}; {@code done} counts rows carried out */
    record Progress(UUID id, String status, @Nullable UUID plan, int rows, int done, List<RefusedRow> refused) {}

    /** An import as its account finds it again. */
    record Kept(UUID id, String fileName, Instant at, String status, @Nullable UUID plan, int rows, int done) {}

    /** What was understood, beside the sheets that it was read from. */
    record Painted(Preview preview, List<PaintedSheet> sheets) {}

    /**
     * @param mapping id or name of a mapping of the unit, or null
     * @throws constancia.command.imports.UnreadableFile the file cannot be read as a matrix (422); nothing is kept of it
     */
    Previewed preview(String account, String fileName, byte[] content, @Nullable String plan, @Nullable String mapping);

    /** @throws constancia.query.history.UnknownItem there is no such import of this account */
    Previewed look(String account, UUID id);

    /**
     * Keeps the answers and previews anew.
     *
     * @throws constancia.kernel.Invalid {@code unknown-question}, {@code unknown-choice} at {@code answers/<i>}
     * @throws constancia.kernel.Refused {@code import-under-way} once it was confirmed
     */
    Previewed decide(String account, UUID id, List<Map.Entry<String, String>> answers);

    /**
     * Tries every row; if none is refused, starts carrying them out. Asking again changes nothing.
     *
     * @throws constancia.kernel.Refused {@code import-undecided} while a question is open
     */
    Progress confirm(String account, UUID id);

    Progress progress(String account, UUID id);

    /** Those of the account, the latest first; the oldest are left out when there are very many. */
    List<Kept> list(String account);

    /** @throws constancia.query.history.UnknownItem there is no such import of this account */
    Kept kept(String account, UUID id);

    /** @throws constancia.query.history.UnknownItem there is no such import of this account */
    Painted painted(String account, UUID id);
}
