package constancia.command.imports;

import constancia.command.imports.Content.Mapped;
import constancia.command.imports.Fingerprint.Place;
import constancia.command.imports.Preview.Becomes;
import constancia.command.imports.Preview.Party;
import constancia.command.imports.Preview.Row;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import constancia.command.imports.Register.Imported;
import constancia.kernel.actions.Role;
import constancia.kernel.plans.PlanId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what each row of the tables will become, after the rows of actions, and asks what they need. */
final class TableRows {

    private final List<Mapped> tables;
    private final Asking asking;
    private final Asked asked;
    private final Places places;
    private final Calendar calendar;
    private final Map<String, Imported> byFingerprint = new HashMap<>();
    private final Map<Place, Imported> byPlace = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    /**
     * @param plan     on record, if it is
     * @param calendar the plan's
     */
    TableRows(List<Mapped> tables, Asking asking, Optional<PlanId> plan, Calendar calendar) {
        this.tables = tables;
        this.asking = asking;
        this.calendar = calendar;
        this.asked = new Asked(asking, tables);
        this.places = new Places(tables.stream().anyMatch(mapped -> mapped.mapping().kind() == ImportKind.TERRITORY) ? asking.register().territories() : List.of());
        var read = new HashSet<String>();
        tables.forEach(mapped -> mapped.items().forEach(item -> read.add(item.fingerprint())));
        var before = new ArrayList<>(asking.register().imported(Register.NO_PLAN));
        plan.ifPresent(known -> before.addAll(asking.register().imported(known)));
        before.forEach(row -> {
            byFingerprint.put(row.fingerprint(), row);
            if (!read.contains(row.fingerprint()) && !row.place().number().isEmpty()) {
                byPlace.put(row.place(), row);
            }
        });
    }

    void preview(List<Row> rows) {
        items(tables, (item, before) -> rows.add(row(rows.size() + 1, item)));
    }

    interface Each {
        void take(Item item, int before);
    }

    /** Every entry in the order of the preview, with how many stood before it. */
    static void items(List<Mapped> tables, Each each) {
        int before = 0;
        for (var mapped : tables) {
            for (var item : mapped.items()) {
                each.take(item, before++);
            }
        }
    }

    /** Where an item stands among those of its kind; numbers restart in each component. */
    static Place place(Item item) {
        return new Place(item.kind().word() + ":" + item.table().sheet() + ":" + item.component().key(), 0, item.number());
    }

    private Row row(int number, Item item) {
        var source = item.row();
        var fingerprint = item.fingerprint();
        var same = byFingerprint.get(fingerprint);
        if (same != null) {
            return row(number, item, source, List.of(), Becomes.ALREADY_THERE, same.item(), List.of());
        }
        if (!source.faults().isEmpty()) {
            return row(number, item, source, List.of(), Becomes.REFUSED, null, List.of());
        }
        if (!seen.add(fingerprint)) {
            return row(number, item, source, List.of(), Becomes.LEFT_OUT, null, List.of());
        }
        var names = new ArrayList<String>();
        askAboutChange(number, item, names);
        if (item.entry().lastLine() > item.entry().firstLine()) {
            names.add(asking.ask("joined:" + number, Kind.JOINED_ROWS, List.of(String.valueOf(item.entry().firstLine()), String.valueOf(item.entry().lastLine()), item.text(), ""),
                List.of(Choice.of("join", "join"), Choice.of("leave-out", "leave-out")), number));
        }
        if (item.kind() == ImportKind.TERRITORY) {
            return place(number, item, source, names);
        }
        var checked = item.milestone() && !asking.left(names) ? calendar.checked(source) : source;
        if (!checked.faults().isEmpty()) {
            return row(number, item, checked, List.of(), Becomes.REFUSED, null, names);
        }
        var there = asking.left(names) ? null : asked.of(number, item, names);
        if (there != null) {
            return row(number, item, source, List.of(), Becomes.ALREADY_THERE, there, names);
        }
        var parties = asking.left(names) ? List.<Party>of() : parties(number, item, names);
        boolean seatless = item.kind() == ImportKind.SEATS && parties.stream().anyMatch(party -> "leave-out".equals(party.decision()));
        return row(number, item, source, parties, asking.left(names) || seatless ? Becomes.LEFT_OUT : asking.open(names) ? Becomes.UNDECIDED : Becomes.NEW, null, names);
    }

    private Row place(int number, Item item, MatrixRow source, List<String> names) {
        if (places.municipality(item).isPresent()) {
            return row(number, item, source, List.of(), Becomes.ALREADY_THERE, null, List.of());
        }
        if (places.department(item).isEmpty()) {
            return row(number, item, source.refused("unknown-department", item.get(Meaning.DEPARTMENT)), List.of(), Becomes.REFUSED, null, List.of());
        }
        var code = places.entry(item).code();
        if (!places.free(code)) {
            return row(number, item, source.refused("territory-code-taken", code), List.of(), Becomes.REFUSED, null, List.of());
        }
        if (item.get(Meaning.CODE).isEmpty()) {
            names.add(asked.codes(number));
        }
        return row(number, item, source, List.of(), asking.left(names) ? Becomes.LEFT_OUT : asking.open(names) ? Becomes.UNDECIDED : Becomes.NEW, null, names);
    }

    private static Row row(int number, Item item, MatrixRow source, List<Party> parties, Becomes becomes, @Nullable UUID there, List<String> names) {
        return new Row(number, item.kind(), source, List.of(), parties, becomes, there, item.fields(), List.copyOf(names));
    }

    private void askAboutChange(int number, Item item, List<String> names) {
        var before = item.number().isEmpty() ? null : byPlace.get(place(item));
        if (before != null) {
            names.add(asking.ask("changed:" + number, Kind.CHANGED_ROW, List.of(before.text(), item.text()),
                List.of(Choice.of("keep", "keep"), Choice.of("new", "new-item")), number));
        }
    }

    private List<Party> parties(int number, Item item, List<String> names) {
        return switch (item.kind()) {
            case MILESTONES -> item.get(Meaning.PARTNER).isEmpty() ? List.of() : List.of(asking.party(number, item.get(Meaning.PARTNER), Role.LEAD, names));
            case SEATS -> List.of(asking.party(number, item.get(Meaning.NAME), null, names));
            case INSTITUTIONS, BODIES, FUNCTIONS, TERRITORY, OUTLINE, ACTIONS, RESULTS, RISKS -> List.of();
        };
    }
}
