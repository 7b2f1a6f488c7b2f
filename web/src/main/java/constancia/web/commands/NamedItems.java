package constancia.web.commands;

import constancia.kernel.agreements.AgreementId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.meetings.MeetingId;
import java.lang.reflect.RecordComponent;
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
        for (var component : command.getClass().getRecordComponents()) {
            if (!component.getName().equals(OWN)) {
                collect(component.getName(), component.getName(), value(component, command), named);
            }
        }
        return named;
    }

    private static void collect(String name, String field, @Nullable Object value, List<Named> named) {
        switch (value) {
            case AgreementId id -> named.add(new Named(field, id.value(), "unknown-agreement"));
            case MeetingId id -> named.add(new Named(field, id.value(), "unknown-meeting"));
            case CaseFileId id -> named.add(new Named(field, id.value(), "unknown-case-file"));
            case UUID id when name.equals("deliberation") -> named.add(new Named(field, id, "unknown-deliberation"));
            case Collection<?> all -> {
                int place = 0;
                for (var each : all) {
                    collect(name, field + "/" + place++, each, named);
                }
            }
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    collect(component.getName(), field + "/" + component.getName(), value(component, record), named);
                }
            }
            case null, default -> { }
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
