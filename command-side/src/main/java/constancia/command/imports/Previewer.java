package constancia.command.imports;

import constancia.command.imports.Fingerprint.Place;
import constancia.command.imports.InstitutionMatcher.Known;
import constancia.command.imports.Preview.Becomes;
import constancia.command.imports.Preview.Party;
import constancia.command.imports.Preview.Row;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import constancia.command.imports.Register.Imported;
import constancia.command.imports.Register.KnownPlan;
import constancia.kernel.actions.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what each row of a matrix will become and asks what only a person can decide. The same matrix, answers and
 * register give the same preview; an unknown institution is never taken for granted.
 */
public final class Previewer {

    static final String PLAN = "plan";
    static final String EFFECTIVE_ON = "effective-on";
    static final String PERIODS = "periods";
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Content content;
    private final Matrix matrix;
    private final Asking asking;
    private final Optional<KnownPlan> plan;
    private final @Nullable String planGiven;
    private final Calendar calendar;
    private final List<String> fingerprints;
    private final Map<String, Imported> byFingerprint = new HashMap<>();
    private final Map<Place, Imported> byPlace = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    private Previewer(Content content, @Nullable String planGiven, Asking asking) {
        this.content = content;
        this.matrix = content.matrix();
        this.planGiven = planGiven;
        this.asking = asking;
        this.fingerprints = matrix.fingerprints();
        this.plan = Optional.ofNullable(planGiven).or(() -> asking.given(PLAN).map(Previewer::value)).or(this::codeInTitles).flatMap(asking.register()::plan);
        this.calendar = new Calendar(asking.register(), plan.map(KnownPlan::id));
        var read = Set.copyOf(fingerprints);
        plan.map(known -> asking.register().imported(known.id())).orElse(List.of()).forEach(row -> {
            byFingerprint.put(row.fingerprint(), row);
            if (!read.contains(row.fingerprint()) && !row.place().number().isEmpty()) {
                byPlace.put(row.place(), row);
            }
        });
    }

    /** @param planGiven id or code of the plan that the request named, or null */
    public static Preview preview(Content content, @Nullable String planGiven, Map<String, String> answers, Register register, LocalDate today) {
        var alone = new Previewer(content, planGiven, new Asking(answers, register, today, Namesakes.NONE)).preview();
        var namesakes = new Namesakes(alone.questions(), answers);
        if (namesakes.tooMany()) {
            return alone.saying(Namesakes.NOT_COMPARED);
        }
        return namesakes.none() ? alone : new Previewer(content, planGiven, new Asking(answers, register, today, namesakes)).preview();
    }

    /** What stands after the colon of a choice. */
    static String value(String choice) {
        return choice.substring(choice.indexOf(':') + 1).strip();
    }

    private Preview preview() {
        content.questions().forEach(asking::keep);
        if (content.ofPlan()) {
            askForPlan();
        }
        askForDay();
        askForPeriods();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < matrix.rows().size(); i++) {
            rows.add(row(i + 1, matrix.rows().get(i), fingerprints.get(i)));
        }
        new TableRows(content.tables(), asking, plan.map(KnownPlan::id), calendar).preview(rows);
        var code = planGiven != null ? planGiven : asking.answered(PLAN) == null ? null : value(asking.answered(PLAN));
        return new Preview(code, List.copyOf(rows), asking.questions(), Stream.concat(content.notices().stream(), asking.notices().stream()).toList(), periods(rows), asking.faults());
    }

    /** In the order of the plan's calendar, those that it lacks after the others; else as the file has them. */
    private List<String> periods(List<Row> rows) {
        var marked = rows.stream().filter(row -> row.kind() == ImportKind.ACTIONS).flatMap(row -> row.source().marks().stream()).collect(Collectors.toSet());
        return Stream.concat(calendar.periods().stream(), matrix.periods().stream().map(Matrix.Period::code)).distinct().filter(marked::contains).toList();
    }

    private void askForPlan() {
        if (planGiven == null) {
            var choices = new ArrayList<Choice>();
            codeInTitles().ifPresent(code -> choices.add(asking.register().plan(code).isPresent() ? Choice.of("plan:" + code, "existing-plan", code)
                    : Choice.of("plan:" + code, "new-plan", code, content.title())));
            choices.add(Choice.of("plan:…", "other-plan"));
            asking.ask(PLAN, Kind.PLAN, List.of(), choices);
        }
    }

    private void askForDay() {
        var today = asking.today();
        asking.ask(EFFECTIVE_ON, Kind.EFFECTIVE_ON, List.of(today.toString()), List.of(Choice.of("on:" + today, "today", today), Choice.of("on:…", "other-day")));
    }

    /** Quarters without a year stay periods without dates unless somebody gives the year. */
    private void askForPeriods() {
        if (plan.isEmpty() && !matrix.periods().isEmpty() && Quarters.among(matrix.periods())) {
            var codes = matrix.periods().stream().map(Matrix.Period::code).collect(Collectors.joining(", "));
            asking.ask(PERIODS, Kind.PERIODS, List.of(codes), List.of(Choice.of("without-dates", "without-dates"), Choice.of("year:…", "year")));
        }
    }

    /** A row that is there already, or twice in the file, asks nothing; one that is left out or amended asks no more. */
    private Row row(int number, MatrixRow source, String fingerprint) {
        var same = byFingerprint.get(fingerprint);
        if (same != null) {
            return row(number, source, List.of(), Becomes.ALREADY_THERE, same.item(), List.of());
        }
        if (!source.faults().isEmpty()) {
            return row(number, source, List.of(), Becomes.REFUSED, null, List.of());
        }
        if (!seen.add(fingerprint)) {
            return row(number, source, List.of(), Becomes.LEFT_OUT, null, List.of());
        }
        var asked = new ArrayList<String>();
        var before = byPlace.get(Place.of(source));
        var action = before == null ? null : before.item();
        if (before != null) {
            asked.add(askAboutChange(number, source, before));
        }
        if (source.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.JOINED_ROWS)) {
            asked.add(asking.ask("joined:" + number, Kind.JOINED_ROWS, List.of(String.valueOf(source.firstLine()), String.valueOf(source.lastLine()), source.text(), source.responsibleText()),
                    List.of(Choice.of("join", "join"), Choice.of("leave-out", "leave-out")), number));
        }
        if (asking.left(asked)) {
            return row(number, source, List.of(), Becomes.LEFT_OUT, action, asked);
        }
        if (before != null && "amend".equals(asking.answered(asked.getFirst()))) {
            return row(number, source, List.of(), asking.open(asked) ? Becomes.UNDECIDED : Becomes.AMENDED_ACTION, action, asked);
        }
        if (source.responsibles().isEmpty()) {
            asked.add(asking.ask("no-responsible:" + number, Kind.NO_RESPONSIBLE, List.of(source.text()), leads(), number));
        }
        var checked = asking.left(asked) ? source : calendar.checked(source);
        if (!checked.faults().isEmpty()) {
            return row(number, checked, List.of(), Becomes.REFUSED, action, asked);
        }
        var parties = asking.left(asked) ? List.<Party>of() : parties(number, source, asked);
        return row(number, source, parties, asking.left(asked) ? Becomes.LEFT_OUT : asking.open(asked) ? Becomes.UNDECIDED : Becomes.NEW_ACTION, action, asked);
    }

    private Row row(int number, MatrixRow source, List<Party> parties, Becomes becomes, @Nullable UUID action, List<String> asked) {
        return new Row(number, ImportKind.ACTIONS, source, matrix.blockOf(source).recommendations(), parties, becomes, action, Map.of(), List.copyOf(asked));
    }

    /** The same place in other words, or in the same words with other periods or institutions, which no import changes. */
    private String askAboutChange(int number, MatrixRow source, Imported before) {
        var keep = Choice.of("keep", "keep");
        var apart = Choice.of("new", "new-action");
        return Fingerprint.differsInWording(before.place(), before.text(), Place.of(source), source.text())
                ? asking.ask("changed:" + number, Kind.CHANGED_ROW, List.of(before.text(), source.text()), List.of(Choice.of("amend", "amend"), keep, apart), number)
                : asking.ask("changed:" + number, Kind.CHANGED_DETAILS, List.of(source.text()), List.of(keep, apart), number);
    }

    private List<Choice> leads() {
        return List.of(Choice.of("without", "without-responsible"), Choice.of("lead:…", "lead"), Choice.of("leave-out", "leave-out"));
    }

    private List<Party> parties(int number, MatrixRow source, List<String> asked) {
        var parties = new ArrayList<Party>();
        for (var named : source.responsibles()) {
            parties.add(asking.party(number, named.text(), Role.valueOf(named.part().name()), asked));
        }
        var lead = asking.given("no-responsible:" + number).orElse(null);
        if (source.responsibles().isEmpty() && lead != null && lead.startsWith("lead:")) {
            parties.add(asking.party(number, value(lead), Role.LEAD, asked));
        }
        return List.copyOf(parties);
    }

    private Optional<String> codeInTitles() {
        return matrix.labels().stream().filter(label -> Plain.of(label.name()).contains("codigo")).map(Matrix.Label::value).filter(code -> !code.isBlank()).findFirst();
    }

    /** A code may be a new plan's; an id must be one on record. */
    public static boolean mayBePlan(String idOrCode, Register register) {
        return !idOrCode.isEmpty() && idOrCode.length() <= 60 && (!idOrCode.matches(UUID_FORM) || register.plan(idOrCode).isPresent());
    }

    static String shown(Known known) {
        return known.acronym() == null ? known.name() : known.acronym() + " (" + known.name() + ")";
    }
}
