package constancia.web.pages.imports;

import constancia.command.imports.ImportKind;
import constancia.command.imports.Preview;
import constancia.command.imports.Preview.Becomes;
import constancia.web.Messages;
import constancia.web.imports.ImportWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file will become, in the order of its rows: actions as the matrix that people know, other things as lists.
 *
 * @param tallies how many rows become what; they add up to all rows
 * @param periods of the actions' marks, in the order of the calendar
 */
public record Understood(int rows, List<Tally> tallies, List<String> periods, List<Section> sections) {

    /** @param becomes a word of {@code Becomes} */
    public record Tally(String becomes, long rows) {}

    /** @param kind of what they become */
    public record Section(String kind, List<Part> parts) {}

    /** Rows of one place in the plan; other things than actions have none. */
    public record Part(String component, List<String> recommendations, List<Row> rows) {}

    /** @param href what the row is on record */
    public record Row(int row, String sheet, int line, String number, String text, List<String> marks, @Nullable Object dueOn, List<Party> responsible, String becomes, @Nullable String href,
                      Map<String, String> fields, List<String> notices, List<String> errors) {}

    /** @param known the institution that is meant, null while that is open */
    public record Party(String written, @Nullable String role, @Nullable String known) {

        /** As a table has room for it: the acronym before the name. */
        public String called() {
            return known == null ? written + " ?" : known.replaceFirst(" \\(.*\\)$", "");
        }
    }

    private static final Map<ImportKind, String> PAGES = Map.of(ImportKind.ACTIONS, "actions", ImportKind.RESULTS, "actions", ImportKind.INSTITUTIONS, "institutions", ImportKind.BODIES, "bodies",
            ImportKind.SEATS, "bodies", ImportKind.FUNCTIONS, "bodies", ImportKind.RISKS, "risks", ImportKind.OUTLINE, "plans");

    /** @param from how many rows stand before the first that is shown */
    static Understood of(Preview preview, int from, int most, ImportWords words, Messages messages, Locale locale) {
        var sections = new LinkedHashMap<ImportKind, Map<List<String>, Part>>();
        preview.rows().stream().skip(from).limit(most).forEach(row -> {
            var component = row.source().component();
            var called = row.kind() == ImportKind.ACTIONS ? (component.code() + " " + component.text()).strip() : "";
            sections.computeIfAbsent(row.kind(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(Stream.concat(Stream.of(called), row.recommendations().stream()).toList(), key -> new Part(called, row.recommendations(), new ArrayList<>()))
                    .rows().add(row(row, words, messages, locale));
        });
        var tallies = Stream.of(Becomes.values()).map(becomes -> new Tally(becomes.word(), preview.rows().stream().filter(row -> row.becomes() == becomes).count())).filter(tally -> tally.rows > 0).toList();
        return new Understood(preview.rows().size(), tallies, preview.periods(), sections.entrySet().stream().map(section -> new Section(section.getKey().word(), List.copyOf(section.getValue().values()))).toList());
    }

    private static Row row(Preview.Row row, ImportWords words, Messages messages, Locale locale) {
        var source = row.source();
        return new Row(row.row(), source.sheet(), source.firstLine(), source.number(), source.text(), source.marks(), source.dueOn(),
                row.responsible().stream().map(party -> new Party(party.written(), party.role() == null ? null : party.role().word(), party.name())).toList(), row.becomes().word(),
                row.item() == null || !PAGES.containsKey(row.kind()) ? null : "/" + PAGES.get(row.kind()) + "/" + row.item(), row.fields(),
                source.notices().stream().map(notice -> words.notice(notice, locale)).toList(),
                source.faults().stream().map(fault -> messages.of(fault.code(), List.copyOf(fault.arguments()), locale)).toList());
    }
}
