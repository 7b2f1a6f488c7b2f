package constancia.command.imports;

import constancia.command.imports.Fingerprint.Place;
import constancia.command.imports.InstitutionMatcher.Known;
import constancia.command.imports.InstitutionMatcher.Match;
import constancia.command.imports.Preview.Becomes;
import constancia.command.imports.Preview.Party;
import constancia.command.imports.Preview.Row;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import constancia.command.imports.Register.Imported;
import constancia.command.imports.Register.KnownPlan;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what each row of a matrix will become and asks what only a person can decide. The same matrix, answers and
 * register give the same preview; an unknown institution is never taken for granted.
 */
public final class Previewer {

    static final String PLAN = "plan";
    static final String EFFECTIVE_ON = "effective-on";
    static final String PERIODS = "periods";
    private static final String INSTITUTION = "institution:";
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final Matrix matrix;
    private final Map<String, String> answers;
    private final Register register;
    private final List<Known> institutions;
    private final InstitutionMatcher matcher;
    private final Optional<KnownPlan> plan;
    private final @Nullable String planGiven;
    private final LocalDate today;
    private final List<String> fingerprints;
    private final Map<String, Imported> byFingerprint = new HashMap<>();
    private final Map<Place, Imported> byPlace = new HashMap<>();
    private final Map<String, Match> matches = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    private Previewer(Matrix matrix, @Nullable String planGiven, Map<String, String> answers, Register register, LocalDate today) {
        this.matrix = matrix;
        this.planGiven = planGiven;
        this.answers = answers;
        this.register = register;
        this.today = today;
        this.institutions = register.institutions();
        this.matcher = new InstitutionMatcher(institutions);
        this.fingerprints = matrix.fingerprints();
        this.plan = Optional.ofNullable(planGiven).or(() -> Optional.ofNullable(answers.get(PLAN)).map(Previewer::value))
                .or(this::codeInTitles).flatMap(register::plan);
        var read = Set.copyOf(fingerprints);
        plan.map(known -> register.imported(known.id())).orElse(List.of()).forEach(row -> {
            byFingerprint.put(row.fingerprint(), row);
            if (!read.contains(row.fingerprint()) && !row.place().number().isEmpty()) {
                byPlace.put(row.place(), row);
            }
        });
    }

    /** @param planGiven id or code of the plan that the request named, or null */
    public static Preview preview(Matrix matrix, @Nullable String planGiven, Map<String, String> answers, Register register, LocalDate today) {
        return new Previewer(matrix, planGiven, answers, register, today).preview();
    }

    /** What stands after the colon of a choice. */
    static String value(String choice) {
        return choice.substring(choice.indexOf(':') + 1).strip();
    }

    private Preview preview() {
        askForPlan();
        askForDay();
        askForPeriods();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < matrix.rows().size(); i++) {
            rows.add(row(i + 1, matrix.rows().get(i), fingerprints.get(i)));
        }
        var code = planGiven != null ? planGiven : answered(PLAN) == null ? null : value(answered(PLAN));
        return new Preview(code, List.copyOf(rows), questions.values().stream().map(Question::copied).toList(), matrix.notices());
    }

    private void askForPlan() {
        if (planGiven == null) {
            var choices = new ArrayList<Choice>();
            codeInTitles().ifPresent(code -> choices.add(register.plan(code).isPresent() ? Choice.of("plan:" + code, "existing-plan", code)
                    : Choice.of("plan:" + code, "new-plan", code, title(matrix))));
            choices.add(Choice.of("plan:…", "other-plan"));
            ask(PLAN, Kind.PLAN, List.of(), choices);
        }
    }

    private void askForDay() {
        ask(EFFECTIVE_ON, Kind.EFFECTIVE_ON, List.of(today.toString()), List.of(Choice.of("on:" + today, "today", today), Choice.of("on:…", "other-day")));
    }

    /** Quarters without a year stay periods without dates unless somebody gives the year. */
    private void askForPeriods() {
        if (plan.isEmpty() && !matrix.periods().isEmpty() && Quarters.among(matrix.periods())) {
            var codes = matrix.periods().stream().map(Matrix.Period::code).collect(Collectors.joining(", "));
            ask(PERIODS, Kind.PERIODS, List.of(codes), List.of(Choice.of("without-dates", "without-dates"), Choice.of("year:…", "year")));
        }
    }

    /** A row that is there already, or twice in the file, asks nothing; one that is left out or amended asks no more. */
    private Row row(int number, MatrixRow source, String fingerprint) {
        var same = byFingerprint.get(fingerprint);
        if (same != null) {
            return row(number, source, List.of(), Becomes.ALREADY_THERE, same.action(), List.of());
        }
        if (!source.faults().isEmpty()) {
            return row(number, source, List.of(), Becomes.REFUSED, null, List.of());
        }
        if (!seen.add(fingerprint)) {
            return row(number, source, List.of(), Becomes.LEFT_OUT, null, List.of());
        }
        var asked = new ArrayList<String>();
        var before = byPlace.get(Place.of(source));
        var action = before == null ? null : before.action();
        if (before != null) {
            asked.add(askAboutChange(number, source, before));
        }
        if (source.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.JOINED_ROWS)) {
            asked.add(ask("joined:" + number, Kind.JOINED_ROWS, List.of(String.valueOf(source.firstLine()), String.valueOf(source.lastLine()), source.text(), source.responsibleText()),
                    List.of(Choice.of("join", "join"), Choice.of("leave-out", "leave-out")), number));
        }
        if (left(asked)) {
            return row(number, source, List.of(), Becomes.LEFT_OUT, action, asked);
        }
        if (before != null && "amend".equals(answered(asked.getFirst()))) {
            return row(number, source, List.of(), open(asked) ? Becomes.UNDECIDED : Becomes.AMENDED_ACTION, action, asked);
        }
        if (source.responsibles().isEmpty()) {
            asked.add(ask("no-responsible:" + number, Kind.NO_RESPONSIBLE, List.of(source.text()), leads(), number));
        }
        var parties = left(asked) ? List.<Party>of() : parties(number, source, asked);
        return row(number, source, parties, left(asked) ? Becomes.LEFT_OUT : open(asked) ? Becomes.UNDECIDED : Becomes.NEW_ACTION, action, asked);
    }

    private Row row(int number, MatrixRow source, List<Party> parties, Becomes becomes, @Nullable ActionId action, List<String> asked) {
        return new Row(number, source, matrix.blockOf(source).recommendations(), parties, becomes, action, List.copyOf(asked));
    }

    /** The same place in other words, or in the same words with other periods or institutions, which no import changes. */
    private String askAboutChange(int number, MatrixRow source, Imported before) {
        var keep = Choice.of("keep", "keep");
        var apart = Choice.of("new", "new-action");
        return Fingerprint.differsInWording(before.place(), before.text(), Place.of(source), source.text())
                ? ask("changed:" + number, Kind.CHANGED_ROW, List.of(before.text(), source.text()), List.of(Choice.of("amend", "amend"), keep, apart), number)
                : ask("changed:" + number, Kind.CHANGED_DETAILS, List.of(source.text()), List.of(keep, apart), number);
    }

    private boolean left(List<String> asked) {
        return asked.stream().anyMatch(name -> !name.startsWith(INSTITUTION) && ("keep".equals(answered(name)) || "leave-out".equals(answered(name))));
    }

    private boolean open(List<String> asked) {
        return asked.stream().anyMatch(name -> answered(name) == null);
    }

    private List<Choice> leads() {
        return List.of(Choice.of("without", "without-responsible"), Choice.of("lead:…", "lead"), Choice.of("leave-out", "leave-out"));
    }

    private List<Party> parties(int number, MatrixRow source, List<String> asked) {
        var parties = new ArrayList<Party>();
        for (var named : source.responsibles()) {
            parties.add(party(number, named.text(), Role.valueOf(named.part().name()), asked));
        }
        var lead = answers.get("no-responsible:" + number);
        if (source.responsibles().isEmpty() && lead != null && lead.startsWith("lead:")) {
            parties.add(party(number, value(lead), Role.LEAD, asked));
        }
        return List.copyOf(parties);
    }

    private Party party(int number, String written, Role role, List<String> asked) {
        if (match(written) instanceof Match.Exact exact) {
            return new Party(written, role, "use:" + exact.institution().id(), shown(exact.institution()));
        }
        var name = INSTITUTION + Plain.of(written);
        asked.add(name);
        if (!questions.containsKey(name)) {
            ask(name, Kind.INSTITUTION, List.of(written), institutionChoices(written));
        }
        questions.get(name).isAbout(number);
        var answer = answered(name);
        if (answer == null || !answer.startsWith("use:") && !answer.startsWith("alias:")) {
            return new Party(written, role, answer, answer != null && answer.startsWith("register:") ? written : null);
        }
        var meant = meant(value(answer)).orElseThrow();
        return new Party(written, role, answer.substring(0, answer.indexOf(':') + 1) + meant.id(), shown(meant));
    }

    /** The institution that an answer names by its id, or by exactly its name, acronym or alias. */
    private Optional<Known> meant(String idOrName) {
        return institutions.stream().filter(known -> known.id().toString().equals(idOrName)).findFirst()
                .or(() -> match(idOrName) instanceof Match.Exact exact ? Optional.of(exact.institution()) : Optional.empty());
    }

    private List<Choice> institutionChoices(String written) {
        var choices = new ArrayList<Choice>();
        var candidates = switch (match(written)) {
            case Match.Suggested suggested -> suggested.suggestions().stream().map(InstitutionMatcher.Suggestion::institution).toList();
            case Match.Ambiguous ambiguous -> ambiguous.institutions();
            case Match.Exact exact -> List.of(exact.institution());
            case Match.Unknown _ -> List.<Known>of();
        };
        candidates.forEach(known -> {
            choices.add(Choice.of("alias:" + known.id(), "alias", written, shown(known)));
            choices.add(Choice.of("use:" + known.id(), "use", written, shown(known)));
        });
        choices.add(Choice.of("alias:…", "alias-other", written));
        choices.add(Choice.of("use:…", "use-other", written));
        Arrays.stream(InstitutionKind.values()).forEach(kind -> choices.add(Choice.of("register:" + kind.word(), "register", written, kind.word())));
        choices.add(Choice.of("leave-out", "leave-institution-out", written));
        return choices;
    }

    private Match match(String written) {
        return matches.computeIfAbsent(written, matcher::match);
    }

    private String ask(String name, Kind kind, List<String> args, List<Choice> choices, Integer... rows) {
        var question = new Question(name, kind, args, List.copyOf(choices), null, new ArrayList<>(List.of(rows)));
        var answer = answers.get(name);
        questions.put(name, answer != null && question.takes(answer) && stands(kind, answer) ? question.answered(answer) : question);
        return name;
    }

    /** Whether the value that somebody put into an open choice is one. */
    private boolean stands(Kind kind, String answer) {
        var value = value(answer);
        return switch (kind) {
            case PLAN -> mayBePlan(value, register);
            case EFFECTIVE_ON -> value.matches("(19|20)\\d{2}-\\d{2}-\\d{2}") && day(value).filter(day -> !day.isAfter(today)).isPresent();
            case PERIODS -> !answer.startsWith("year:") || value.matches("(19|20)\\d{2}");
            case INSTITUTION -> !answer.startsWith("use:") && !answer.startsWith("alias:") || meant(value).isPresent();
            case ENCODING, HIDDEN_SHEET, HIDDEN_ROWS, HIDDEN_COLUMNS, NO_RESPONSIBLE, JOINED_ROWS, CHANGED_ROW, CHANGED_DETAILS -> true;
        };
    }

    /** A code may be a new plan's; an id must be one on record. */
    public static boolean mayBePlan(String idOrCode, Register register) {
        return !idOrCode.isEmpty() && idOrCode.length() <= 60 && (!idOrCode.matches(UUID_FORM) || register.plan(idOrCode).isPresent());
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private @Nullable String answered(String name) {
        var question = questions.get(name);
        return question == null ? null : question.answer();
    }

    private Optional<String> codeInTitles() {
        return matrix.labels().stream().filter(label -> Plain.of(label.name()).contains("codigo")).map(Matrix.Label::value).filter(code -> !code.isBlank()).findFirst();
    }

    static String title(Matrix matrix) {
        return matrix.title().orElse("");
    }

    private static String shown(Known known) {
        return known.acronym() == null ? known.name() : known.acronym() + " (" + known.name() + ")";
    }
}
