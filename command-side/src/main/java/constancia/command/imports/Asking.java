package constancia.command.imports;

import constancia.command.imports.InstitutionMatcher.Known;
import constancia.command.imports.InstitutionMatcher.Match;
import constancia.command.imports.MatrixRow.Fault;
import constancia.command.imports.Preview.Party;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions of one preview, each asked once, with the answers that were given; institutions are asked for here. */
final class Asking {

    static final String INSTITUTION = "institution:";

    private final Map<String, String> answers;
    private final Register register;
    private final LocalDate today;
    private final List<Known> institutions;
    private final InstitutionMatcher matcher;
    private final Namesakes namesakes;
    private final Map<String, Fault> faults = new HashMap<>();
    private final Set<Notice> notices = new LinkedHashSet<>();
    private final Map<String, Match> matches = new HashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    /** @param namesakes the unknown institutions of the file that look alike */
    Asking(Map<String, String> answers, Register register, LocalDate today, Namesakes namesakes) {
        this.answers = answers;
        this.namesakes = namesakes;
        this.register = register;
        this.today = today;
        this.institutions = register.institutions();
        this.matcher = new InstitutionMatcher(institutions);
    }

    Register register() {
        return register;
    }

    LocalDate today() {
        return today;
    }

    /** What was answered under that name, whether or not it is asked. */
    Optional<String> given(String name) {
        return Optional.ofNullable(answers.get(name));
    }

    /** In the order in which they were asked. */
    List<Question> questions() {
        return questions.values().stream().map(Question::copied).toList();
    }

    /** Why answers that are among the choices were not taken, by the names of their questions. */
    Map<String, Fault> faults() {
        return Map.copyOf(faults);
    }

    /** Does not take what was answered to the question that comes next under that name. */
    void refuse(String name, Fault why) {
        faults.put(name, why);
    }

    /** What was noticed while asking, each once. */
    List<Notice> notices() {
        return List.copyOf(notices);
    }

    void notice(Notice notice) {
        notices.add(notice);
    }

    boolean known(String name) {
        return questions.containsKey(name);
    }

    /** One more row that a question is about. */
    void about(String name, int row) {
        questions.get(name).isAbout(row);
    }

    /** One that was asked before, of the file. */
    void keep(Question question) {
        questions.put(question.name(), question);
    }

    boolean open(List<String> asked) {
        return asked.stream().anyMatch(name -> answered(name) == null);
    }

    boolean left(List<String> asked) {
        return asked.stream().anyMatch(name -> !name.startsWith(INSTITUTION) && ("keep".equals(answered(name)) || "leave-out".equals(answered(name))));
    }

    Party party(int number, String written, @Nullable Role role, List<String> asked) {
        if (match(written) instanceof Match.Exact exact) {
            return new Party(written, role, "use:" + exact.institution().id(), Previewer.shown(exact.institution()));
        }
        var name = INSTITUTION + Plain.of(written);
        asked.add(name);
        if (!questions.containsKey(name)) {
            namesakes.fault(name).ifPresent(why -> refuse(name, why));
            ask(name, Kind.INSTITUTION, List.of(written), institutionChoices(name, written));
        }
        questions.get(name).isAbout(number);
        return party(written, role, answered(name), name);
    }

    private Party party(String written, @Nullable Role role, @Nullable String answer, String name) {
        if (Namesakes.isSame(answer)) {
            var root = namesakes.root(name);
            var decision = root.answer();
            return decision.startsWith("register:") ? new Party(written, role, Namesakes.same(answer, root), root.args().getFirst())
                    : party(written, role, decision.equals("leave-out") ? decision : (Namesakes.isAlias(answer) ? "alias:" : "use:") + Previewer.value(decision), name);
        }
        if (answer == null || !answer.startsWith("use:") && !answer.startsWith("alias:")) {
            return new Party(written, role, answer, answer != null && answer.startsWith("register:") ? written : null);
        }
        var meant = meant(Previewer.value(answer)).orElseThrow();
        return new Party(written, role, answer.substring(0, answer.indexOf(':') + 1) + meant.id(), Previewer.shown(meant));
    }

    /** The institution that an answer names by its id, or by exactly its name, acronym or alias. */
    Optional<Known> meant(String idOrName) {
        return institutions.stream().filter(known -> known.id().toString().equals(idOrName)).findFirst()
                .or(() -> match(idOrName) instanceof Match.Exact exact ? Optional.of(exact.institution()) : Optional.empty());
    }

    private List<Choice> institutionChoices(String name, String written) {
        var choices = new ArrayList<Choice>();
        var candidates = switch (match(written)) {
            case Match.Suggested suggested -> suggested.suggestions().stream().map(InstitutionMatcher.Suggestion::institution).toList();
            case Match.Ambiguous ambiguous -> ambiguous.institutions();
            case Match.Exact exact -> List.of(exact.institution());
            case Match.Unknown _ -> List.<Known>of();
        };
        candidates.forEach(known -> {
            choices.add(Choice.of("alias:" + known.id(), "alias", written, Previewer.shown(known)));
            choices.add(Choice.of("use:" + known.id(), "use", written, Previewer.shown(known)));
        });
        choices.addAll(namesakes.choices(name, written));
        choices.add(Choice.of("alias:…", "alias-other", written));
        choices.add(Choice.of("use:…", "use-other", written));
        Arrays.stream(InstitutionKind.values()).forEach(kind -> choices.add(Choice.of("register:" + kind.word(), "register", written, kind.word())));
        choices.add(Choice.of("leave-out", "leave-institution-out", written));
        return choices;
    }

    Match match(String written) {
        return matches.computeIfAbsent(written, matcher::match);
    }

    String ask(String name, Kind kind, List<String> args, List<Choice> choices, Integer... rows) {
        var question = new Question(name, kind, args, List.copyOf(choices), null, new ArrayList<>(List.of(rows)));
        var answer = answers.get(name);
        questions.put(name, answer != null && !faults.containsKey(name) && question.takes(answer) && stands(kind, answer) ? question.answered(kept(kind, answer)) : question);
        return name;
    }

    /** An institution is kept by its id, however it was named. */
    private String kept(Kind kind, String answer) {
        boolean named = kind == Kind.RESULTS_OF || kind == Kind.SIMILAR_INSTITUTION && answer.startsWith("same:");
        return named ? answer.substring(0, answer.indexOf(':') + 1) + meant(Previewer.value(answer)).orElseThrow().id() : answer;
    }

    /** Whether the value that somebody put into an open choice is one. */
    private boolean stands(Kind kind, String answer) {
        var value = Previewer.value(answer);
        return switch (kind) {
            case PLAN -> Previewer.mayBePlan(value, register);
            case EFFECTIVE_ON -> value.matches("(19|20)\\d{2}-\\d{2}-\\d{2}") && day(value).filter(day -> !day.isAfter(today)).isPresent();
            case PERIODS -> !answer.startsWith("year:") || value.matches("(19|20)\\d{2}");
            case INSTITUTION -> !answer.startsWith("use:") && !answer.startsWith("alias:") || meant(value).isPresent();
            case RESULTS_OF -> meant(value).isPresent();
            case BODY -> bodies().contains(Plain.letters(value));
            case NEW_BODY -> answer.equals("leave-out") || Namesakes.isSame(answer) || !value.isEmpty() && value.length() <= 30;
            case SIMILAR_INSTITUTION -> !answer.startsWith("same:") || meant(value).isPresent();
            case NAME_UNKNOWN -> answer.equals("leave-out") || !value.isEmpty() && value.length() <= 300;
            case ENCODING, HIDDEN_SHEET, HIDDEN_ROWS, HIDDEN_COLUMNS, SHEET, SEAT_ROLE, TERRITORY_CODES, INSTITUTION_KIND, NO_RESPONSIBLE, JOINED_ROWS, CHANGED_ROW, CHANGED_DETAILS -> true;
        };
    }

    /** The acronyms of bodies on record and of those that this file establishes. */
    private Set<String> bodies() {
        return Stream.concat(register.bodies().stream().map(Register.KnownBody::acronym), questions.values().stream()
            .filter(question -> question.kind() == Kind.NEW_BODY && question.answer() != null && !Namesakes.isSame(question.answer())).map(question -> Previewer.value(question.answer())))
            .map(Plain::letters).collect(Collectors.toSet());
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Nullable String answered(String name) {
        var question = questions.get(name);
        return question == null ? null : question.answer();
    }
}
