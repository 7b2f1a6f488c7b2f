package constancia.command.imports;

import constancia.command.imports.Content.Mapped;
import constancia.command.imports.InstitutionMatcher.Match;
import constancia.command.imports.Likeness.Form;
import constancia.command.imports.MatrixRow.Fault;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rows of each kind need from a person beyond the plan, the day and the institutions that they name. */
final class Asked {

    static final String RESULTS_OF = "results-of";
    static final String BODY = "body";
    static final String NEW_BODY = "new-body:";
    static final String SEAT_ROLE = "seat-role:";
    static final String SIMILAR = "similar:";
    static final String NAME = "name:";
    static final String CODES = "territory-codes";
    static final String KIND = "institution-kind:";
    static final String SAME_ROW = "same-row:";

    /**
     * A row above that comes in as something of its own.
     *
     * @param ref   by which a row below says that it is the same
     * @param asked the questions that decide what it is
     * @param forms everything that it is called
     */
    private record Above(String ref, String shown, List<String> asked, List<Form> forms) {

        /** How it looks like a row with those names, if it does. */
        private Optional<Likeness> like(List<Form> own) {
            return forms.stream().flatMap(form -> own.stream().flatMap(one -> Likeness.of(one, form).stream())).max(Comparator.comparingDouble(Likeness::degree));
        }
    }

    private final Asking asking;
    private final List<Mapped> tables;
    private final List<Above> institutions = new ArrayList<>();
    private final List<Above> bodies = new ArrayList<>();

    Asked(Asking asking, List<Mapped> tables) {
        this.asking = asking;
        this.tables = tables;
    }

    /** Asks into {@code names}; the item that the row already is, if it is one on record. */
    @Nullable UUID of(int number, Item item, List<String> names) {
        return switch (item.kind()) {
            case RESULTS -> {
                names.add(once(RESULTS_OF, Kind.RESULTS_OF, List.of(), this::resultsOf));
                yield null;
            }
            case SEATS -> {
                names.add(once(BODY, Kind.BODY, List.of(), this::bodies));
                if (SeatRoles.of(item.get(Meaning.ROLE), item.get(Meaning.KIND)).isEmpty()) {
                    names.add(once(SEAT_ROLE + Plain.of(item.get(Meaning.ROLE)), Kind.SEAT_ROLE, List.of(item.get(Meaning.ROLE)), () -> {
                        var choices = new ArrayList<>(Arrays.stream(SeatRole.values()).map(role -> Choice.of(role.word(), "seat-role", role.word())).toList());
                        choices.add(Choice.of("leave-out", "leave-out"));
                        return choices;
                    }));
                }
                yield null;
            }
            case FUNCTIONS -> {
                names.add(once(BODY, Kind.BODY, List.of(), this::bodies));
                yield null;
            }
            case BODIES -> body(item, names);
            case INSTITUTIONS -> institution(number, item, names);
            case TERRITORY, OUTLINE, ACTIONS, MILESTONES, RISKS -> null;
        };
    }

    /** Whether codes are made of department and name, where the file gives none. */
    String codes(int number) {
        once(CODES, Kind.TERRITORY_CODES, List.of(), () -> List.of(Choice.of("derive", "derive-codes"), Choice.of("leave-out", "leave-out")));
        asking.about(CODES, number);
        return CODES;
    }

    private interface Choices {
        List<Choice> get();
    }

    private String once(String name, Kind kind, List<String> args, Choices choices) {
        return asking.known(name) ? name : asking.ask(name, kind, args, choices.get());
    }

    /** Who the title names is offered first. */
    private List<Choice> resultsOf() {
        var choices = new ArrayList<Choice>();
        tables.stream().flatMap(mapped -> mapped.table().titles().stream()).forEach(title -> {
            if (asking.match(title) instanceof Match.Exact exact) {
                choices.add(Choice.of("lead:" + exact.institution().id(), "results-of-known", Previewer.shown(exact.institution())));
            }
        });
        choices.add(Choice.of("lead:…", "results-of"));
        return choices;
    }

    private List<Choice> bodies() {
        var choices = new ArrayList<Choice>();
        asking.register().bodies().forEach(body -> choices.add(Choice.of("use:" + body.acronym(), "body-known", body.acronym())));
        choices.add(Choice.of("use:…", "body"));
        return choices;
    }

    private @Nullable UUID body(Item item, List<String> names) {
        var name = NEW_BODY + Plain.of(item.get(Meaning.NAME));
        names.add(name);
        if (!asking.known(name)) {
            askForBody(name, item);
        }
        var answer = asking.answered(name);
        var decisive = Namesakes.isSame(answer) ? asking.answered(NEW_BODY + Namesakes.of(answer)) : answer;
        return decisive == null || decisive.equals("leave-out") ? null
            : asking.register().bodies().stream().filter(body -> Plain.letters(body.acronym()).equals(Plain.letters(Previewer.value(decisive)))).map(Register.KnownBody::id).findFirst().orElse(null);
    }

    private void askForBody(String name, Item item) {
        var first = BodyKinds.of(item.get(Meaning.NAME), item.get(Meaning.KIND));
        var choices = new ArrayList<Choice>();
        var forms = List.of(Form.of(item.get(Meaning.NAME)));
        same(name, bodies, forms, "same-as:", "same-body", item.get(Meaning.NAME), choices);
        first.ifPresent(kind -> choices.add(Choice.of(kind.word() + ":…", "new-body", kind.word())));
        Arrays.stream(BodyKind.values()).filter(kind -> first.filter(kind::equals).isEmpty())
            .forEach(kind -> choices.add(Choice.of(kind.word() + ":…", "new-body", kind.word())));
        choices.add(Choice.of("leave-out", "leave-out"));
        asking.ask(name, Kind.NEW_BODY, List.of(item.get(Meaning.NAME)), choices);
        var answer = asking.answered(name);
        if (!"leave-out".equals(answer) && !Namesakes.isSame(answer)) {
            bodies.add(new Above("«" + name.substring(NEW_BODY.length()) + "»", item.get(Meaning.NAME), List.of(name), forms));
        }
    }

    /** Adds the choices that this is the same as one of those above; what is itself undecided decides nothing. */
    private void same(String name, List<Above> above, List<Form> forms, String word, String kind, String shown, List<Choice> choices) {
        above.stream().flatMap(one -> one.like(forms).stream().map(likeness -> Map.entry(one, likeness)))
            .sorted(Comparator.comparingDouble(like -> -like.getValue().degree())).limit(Namesakes.MOST_OF_ONE).forEach(like -> {
                var one = like.getKey();
                choices.add(Choice.of(word + one.ref, kind, shown, one.shown, like.getValue().why().word(), like.getValue().letters()));
                if (asking.open(one.asked) && asking.given(name).filter(answer -> answer.equals(word + one.ref)).isPresent()) {
                    asking.refuse(name, new Fault("same-as-undecided", List.of(one.shown)));
                }
            });
    }

    private @Nullable UUID institution(int number, Item item, List<String> names) {
        if (!InstitutionRow.of(item, null).named()) {
            names.add(asking.ask(NAME + number, Kind.NAME_UNKNOWN, List.of(item.get(Meaning.ACRONYM)), List.of(Choice.of("name:…", "name"), Choice.of("leave-out", "leave-out")), number));
            var told = asking.answered(NAME + number);
            if (told == null || told.equals("leave-out")) {
                return null;
            }
        }
        var read = InstitutionRow.of(item, asking.given(NAME + number).map(Previewer::value).orElse(null));
        var byName = asking.match(read.name());
        if (byName instanceof Match.Exact exact && (read.acronym().isEmpty() || asking.match(read.acronym()) instanceof Match.Exact same && same.institution().equals(exact.institution()))) {
            return exact.institution().id();
        }
        var forms = read.forms().stream().map(Form::of).toList();
        var same = new ArrayList<Choice>();
        same(SIMILAR + number, institutions, forms, SAME_ROW, "same-row", read.shown(), same);
        var alike = alike(read);
        if (!same.isEmpty() || !alike.isEmpty() || byName instanceof Match.Ambiguous) {
            similar(number, read, alike, same, names);
        }
        if (InstitutionKinds.of(item.get(Meaning.KIND)).isEmpty() && !asking.left(names) && !merged(number)) {
            names.add(kind(item.get(Meaning.KIND), number));
        }
        if (institutions.size() == Namesakes.MOST_NAMES) {
            asking.notice(Namesakes.NOT_COMPARED);
        } else if (!asking.left(names) && !merged(number)) {
            institutions.add(new Above(String.valueOf(number), read.shown(), List.copyOf(names), forms));
        }
        return null;
    }

    private boolean merged(int number) {
        var answer = asking.answered(SIMILAR + number);
        return answer != null && (answer.startsWith("same:") || answer.startsWith(SAME_ROW));
    }

    private String kind(String written, int number) {
        var name = KIND + Plain.of(written);
        once(name, Kind.INSTITUTION_KIND, List.of(written), () -> Arrays.stream(InstitutionKind.values())
            .map(kind -> Choice.of(kind.word(), "institution-kind", kind.word())).toList());
        asking.about(name, number);
        return name;
    }

    /** Names on record that look like one of these. */
    private List<String> alike(InstitutionRow read) {
        var alike = new ArrayList<String>();
        read.forms().stream().map(asking::match).forEach(match -> {
            if (match instanceof Match.Suggested suggested) {
                suggested.suggestions().forEach(one -> add(alike, Previewer.shown(one.institution())));
            } else if (match instanceof Match.Exact exact) {
                add(alike, Previewer.shown(exact.institution()));
            }
        });
        return alike;
    }

    private static void add(List<String> alike, String shown) {
        if (!alike.contains(shown)) {
            alike.add(shown);
        }
    }

    private void similar(int number, InstitutionRow read, List<String> alike, List<Choice> same, List<String> names) {
        var choices = new ArrayList<>(List.of(Choice.of("new", "new-institution")));
        choices.addAll(same);
        choices.add(Choice.of("same:…", "same-institution"));
        choices.add(Choice.of("leave-out", "leave-out"));
        var all = Stream.concat(same.stream().map(choice -> choice.args().get(1)), alike.stream()).distinct().collect(Collectors.joining("; "));
        names.add(asking.ask(SIMILAR + number, Kind.SIMILAR_INSTITUTION, List.of(read.shown(), all), choices, number));
    }
}
