package constancia.command.imports;

import constancia.command.imports.InstitutionMatcher.Known;
import constancia.command.imports.InstitutionMatcher.Match;
import constancia.command.imports.Preview.Becomes;
import constancia.command.imports.Preview.Party;
import constancia.command.imports.Preview.Row;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import constancia.command.imports.Register.Imported;
import constancia.command.imports.Register.KnownPlan;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Matrix matrix;
    private final Map<String, String> answers;
    private final InstitutionMatcher matcher;
    private final List<Known> institutions;
    private final Optional<KnownPlan> plan;
    private final List<Imported> imported;
    private final @Nullable String planGiven;
    private final LocalDate today;
    private final Map<String, Question> questions = new LinkedHashMap<>();

    private Previewer(Matrix matrix, @Nullable String planGiven, Map<String, String> answers, Register register, LocalDate today) {
        this.matrix = matrix;
        this.planGiven = planGiven;
        this.answers = answers;
        this.today = today;
        this.institutions = register.institutions();
        this.matcher = new InstitutionMatcher(institutions);
        this.plan = Optional.ofNullable(planGiven).or(() -> Optional.ofNullable(answers.get(PLAN)).map(Previewer::value))
                .or(this::codeInTitles).flatMap(register::plan);
        this.imported = plan.map(known -> register.imported(known.id())).orElse(List.of());
    }

    /** @param planGiven id or code of the plan that the request named, or null */
    public static Preview preview(Matrix matrix, @Nullable String planGiven, Map<String, String> answers, Register register, LocalDate today) {
        return new Previewer(matrix, planGiven, answers, register, today).preview();
    }

    /** What stands after the colon of a choice. */
    static String value(String choice) {
        return choice.substring(choice.indexOf(':') + 1);
    }

    private Preview preview() {
        askForPlan();
        askForDay();
        askForPeriods();
        var rows = new ArrayList<Row>();
        var fingerprints = matrix.fingerprints();
        for (int i = 0; i < matrix.rows().size(); i++) {
            rows.add(row(i + 1, matrix.rows().get(i), fingerprints.get(i)));
        }
        return new Preview(rows, List.copyOf(questions.values()), matrix.notices());
    }

    private void askForPlan() {
        if (planGiven == null) {
            var choices = new ArrayList<Choice>();
            codeInTitles().ifPresent(code -> choices.add(Choice.of("plan:" + code, plan.isPresent() ? "existing-plan" : "new-plan", code,
                    plan.map(KnownPlan::title).orElseGet(() -> title(matrix)))));
            choices.add(Choice.of("plan:…", "other-plan"));
            ask(PLAN, Kind.PLAN, List.of(), choices, List.of());
        }
    }

    private void askForDay() {
        ask(EFFECTIVE_ON, Kind.EFFECTIVE_ON, List.of(today.toString()), List.of(Choice.of("on:" + today, "today", today), Choice.of("on:…", "other-day")), List.of());
    }

    /** Quarters without a year stay periods without dates unless somebody gives the year. */
    private void askForPeriods() {
        if (plan.isEmpty() && !matrix.periods().isEmpty()) {
            var codes = matrix.periods().stream().map(Matrix.Period::code).collect(Collectors.joining(", "));
            ask(PERIODS, Kind.PERIODS, List.of(codes), List.of(Choice.of("without-dates", "without-dates"), Choice.of("year:…", "year")), List.of());
        }
    }

    private Row row(int number, MatrixRow source, String fingerprint) {
        var known = imported.stream().filter(row -> row.fingerprint().equals(fingerprint)).findFirst();
        if (known.isPresent()) {
            return new Row(number, source, matrix.blockOf(source).recommendations(), List.of(), Becomes.ALREADY_THERE, known.get().action(), List.of());
        }
        var asked = new ArrayList<String>();
        var changed = imported.stream().filter(row -> Fingerprint.differsInWording(row.place(), row.text(), Fingerprint.Place.of(source), source.text())).findFirst();
        changed.ifPresent(row -> asked.add(ask("changed:" + number, Kind.CHANGED_ROW, List.of(row.text(), source.text()),
                List.of(Choice.of("amend", "amend"), Choice.of("keep", "keep"), Choice.of("new", "new-action")), List.of(number))));
        if (source.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.JOINED_ROWS)) {
            asked.add(ask("joined:" + number, Kind.JOINED_ROWS, List.of(String.valueOf(source.firstLine()), String.valueOf(source.lastLine()), source.text(), source.responsibleText()),
                    List.of(Choice.of("join", "join"), Choice.of("leave-out", "leave-out")), List.of(number)));
        }
        if (source.responsibles().isEmpty()) {
            asked.add(ask("no-responsible:" + number, Kind.NO_RESPONSIBLE, List.of(source.text()), leads(), List.of(number)));
        }
        var parties = parties(number, source, asked);
        return new Row(number, source, matrix.blockOf(source).recommendations(), parties, becomes(asked), changed.map(Imported::action).orElse(null), List.copyOf(asked));
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
        if (matcher.match(written) instanceof Match.Exact exact) {
            return new Party(written, role, "use:" + exact.institution().id(), shown(exact.institution()));
        }
        var name = "institution:" + Plain.of(written);
        var question = questions.get(name);
        asked.add(name);
        ask(name, Kind.INSTITUTION, List.of(written), question == null ? institutionChoices(written) : question.choices(),
                question == null ? List.of(number) : Stream.concat(question.rows().stream(), Stream.of(number)).distinct().toList());
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
                .or(() -> matcher.match(idOrName) instanceof Match.Exact exact ? Optional.of(exact.institution()) : Optional.empty());
    }

    private List<Choice> institutionChoices(String written) {
        var choices = new ArrayList<Choice>();
        var candidates = switch (matcher.match(written)) {
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

    private Becomes becomes(List<String> asked) {
        if (asked.stream().anyMatch(name -> answered(name) == null)) {
            return Becomes.UNDECIDED;
        }
        for (var name : asked) {
            var answer = answered(name);
            if ("keep".equals(answer) || "leave-out".equals(answer) && !name.startsWith("institution:")) {
                return Becomes.LEFT_OUT;
            }
            if ("amend".equals(answer)) {
                return Becomes.AMENDED_ACTION;
            }
        }
        return Becomes.NEW_ACTION;
    }

    private String ask(String name, Kind kind, List<String> args, List<Choice> choices, List<Integer> rows) {
        var question = new Question(name, kind, args, List.copyOf(choices), null, rows);
        var answer = answers.get(name);
        questions.put(name, new Question(name, kind, args, question.choices(), answer != null && question.takes(answer) && stands(kind, answer) ? answer : null, rows));
        return name;
    }

    /** Whether the value that somebody put into an open choice is one. */
    private boolean stands(Kind kind, String answer) {
        var value = value(answer);
        return switch (kind) {
            case PLAN -> value.strip().length() <= 60;
            case EFFECTIVE_ON -> value.matches("(19|20)\\d{2}-\\d{2}-\\d{2}") && day(value).filter(day -> !day.isAfter(today)).isPresent();
            case PERIODS -> !answer.startsWith("year:") || value.matches("(19|20)\\d{2}") && Quarters.among(matrix.periods());
            case INSTITUTION -> !answer.startsWith("use:") && !answer.startsWith("alias:") || meant(value).isPresent();
            case NO_RESPONSIBLE, JOINED_ROWS, CHANGED_ROW -> true;
        };
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private @Nullable String answered(String name) {
        return questions.get(name).answer();
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
