package constancia.web.commands;

import constancia.command.Parts;
import constancia.kernel.ItemId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.meetings.MeetingId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items of kinds that can be withheld, and deliberations, that a command names, each under its field. */
final class NamedItems {

    /** @param code what is refused of one that there is not */
    record Named(String field, UUID id, String code) {}

    private static final String OWN = "id";

    private NamedItems() {}

    static List<Named> in(Record command) {
        var named = new ArrayList<Named>();
        Parts.of(command, (name, value) -> {
            if (!name.equals(OWN)) {
                collect(name, name, value, named);
            }
        });
        return named;
    }

    private static void collect(String name, String field, @Nullable Object value, List<Named> named) {
        switch (value) {
            case AgreementId id -> named.add(new Named(field, id.value(), "unknown-agreement"));
            case MeetingId id -> named.add(new Named(field, id.value(), "unknown-meeting"));
            case CaseFileId id -> named.add(new Named(field, id.value(), "unknown-case-file"));
            case ItemId _ -> { }
            case UUID id when name.equals("deliberation") -> named.add(new Named(field, id, "unknown-deliberation"));
            case Collection<?> all -> {
                int place = 0;
                for (var each : all) {
                    collect(name, field + "/" + place++, each, named);
                }
            }
            case Record record -> Parts.of(record, (part, inner) -> collect(part, field + "/" + part, inner, named));
            case null, default -> { }
        }
    }
}
