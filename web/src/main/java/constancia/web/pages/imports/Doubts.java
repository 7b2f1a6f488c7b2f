package constancia.web.pages.imports;

import constancia.command.imports.Preview;
import constancia.command.imports.Question;
import constancia.command.imports.Question.Choice;
import constancia.web.WrittenDates;
import constancia.web.imports.ImportWords;
import constancia.web.pages.Formats;
import constancia.web.pages.imports.Doubt.Option;
import constancia.web.pages.imports.Doubt.Pick;
import constancia.web.pages.imports.Doubt.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The questions about a file as a form: what is open first, and of that what concerns most rows. No guess is chosen beforehand. */
@Component
final class Doubts {

    private static final String GAP = "…";
    private static final String GROUP = "*";
    /** Of which kinds of choice there is one for each word of an enumeration: those are picked from a list. */
    private static final Map<String, String> GROUPED = Map.of("register", "kind.", "new-body", "body.");
    /** Names that are offered where one is written. */
    private static final Map<String, String> LISTS = Map.of("alias-other", "institutions", "use-other", "institutions", "lead", "institutions", "results-of", "institutions",
            "same-institution", "institutions", "body", "bodies", "other-plan", "plans", "sheet-mapping", "mappings");

    private final ImportWords words;
    private final MessageSource texts;
    private final Formats formats;

    Doubts(ImportWords words, MessageSource texts, Formats formats) {
        this.words = words;
        this.texts = texts;
        this.formats = formats;
    }

    /**
     * @param filled what was just sent and could not be taken
     * @param faults by the number of the question
     */
    List<Doubt> of(Preview preview, Map<String, String[]> filled, Map<Integer, String> faults) {
        var asked = preview.questions();
        return IntStream.range(0, asked.size()).mapToObj(n -> doubt(n, asked.get(n), preview, filled, faults.get(n)))
                .sorted(Comparator.comparing((Doubt doubt) -> doubt.decided() != null).thenComparing(doubt -> !doubt.whole()).thenComparing(doubt -> -doubt.lines().size())).toList();
    }

    private Doubt doubt(int n, Question question, Preview preview, Map<String, String[]> filled, @Nullable String fault) {
        var given = filled.containsKey("c." + n) ? Optional.of(filled.get("c." + n)[0]) : Optional.<String>empty();
        var options = new LinkedHashMap<String, Option>();
        for (var choice : question.choices()) {
            var value = GROUPED.containsKey(choice.kind()) ? GROUP + choice.kind() : choice.word();
            options.computeIfAbsent(value, key -> option(n, value, choice, question, given, filled));
        }
        var lines = question.rows().stream().map(row -> preview.rows().get(row - 1).source()).map(source -> new Place(source.sheet(), source.firstLine())).toList();
        return new Doubt(n, question.name(), question.kind().word(), words.question(question, locale()), List.copyOf(options.values()), lines, decided(question), fault);
    }

    private Option option(int n, String value, Choice choice, Question question, Optional<String> given, Map<String, String[]> filled) {
        boolean grouped = GROUPED.containsKey(choice.kind());
        var alike = question.choices().stream().filter(other -> other.kind().equals(choice.kind())).toList();
        var taken = question.answer() == null ? Optional.<Choice>empty() : alike.stream().filter(other -> grouped || other == choice).filter(other -> takes(other, question.answer())).findFirst();
        var picked = filled.containsKey("p." + n + "." + value) ? filled.get("p." + n + "." + value)[0] : taken.map(Choice::word).orElse("");
        var picks = !grouped ? List.<Pick>of() : alike.stream().map(one -> new Pick(one.word(), text(GROUPED.get(choice.kind()) + one.args().getLast()), one.word().equals(picked))).toList();
        var written = filled.containsKey("w." + n + "." + value) ? filled.get("w." + n + "." + value)[0]
                : taken.filter(one -> one.word().endsWith(GAP)).map(one -> formats.any(question.answer().substring(one.word().length() - 1))).orElse("");
        return new Option(value, label(choice, grouped), picks, choice.word().endsWith(GAP) ? LISTS.getOrDefault(choice.kind(), "") : null,
                given.map(value::equals).orElse(taken.isPresent()), written);
    }

    private static boolean takes(Choice choice, String answer) {
        return choice.word().endsWith(GAP) ? answer.startsWith(choice.word().substring(0, choice.word().length() - 1)) : choice.word().equals(answer);
    }

    private @Nullable String decided(Question question) {
        return question.answer() == null ? null : question.choices().stream().filter(choice -> choice.word().equals(question.answer())).findFirst()
                .or(() -> question.choices().stream().filter(choice -> takes(choice, question.answer())).findFirst())
                .map(choice -> choice.word().endsWith(GAP) ? label(choice, false) + " " + formats.any(question.answer().substring(choice.word().length() - 1)) : words.choice(choice, locale()))
                .orElse("");
    }

    /** What a person writes stands in a field of its own, so that the sentence of the API does not fit. */
    private String label(Choice choice, boolean grouped) {
        var args = grouped ? choice.args().toArray() : words.args(choice, locale()).stream().map(formats::any).toArray();
        var own = texts.getMessage("doubt." + choice.kind(), args, null, locale());
        return own != null ? own : words.choice(choice, locale());
    }

    private String text(String key) {
        return texts.getMessage(key, null, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** An answer that was given, and the number of its question in the form. */
    record Given(int n, String question, String choice) {}

    /**
     * What a filled form answers. Whoever writes beside a choice and forgets to mark it has made that choice.
     *
     * @param missing takes the numbers of the questions where something is still to be written or picked
     */
    static List<Given> answers(Map<String, String[]> filled, List<Integer> missing) {
        var given = new ArrayList<Given>();
        for (var name : filled.keySet()) {
            if (!name.matches("q\\.\\d{1,6}")) {
                continue;
            }
            int n = Integer.parseInt(name.substring(2));
            var chosen = one(filled, "c." + n).or(() -> filled.keySet().stream().filter(other -> other.startsWith("w." + n + ".")).filter(other -> one(filled, other).isPresent())
                    .map(other -> other.substring(("w." + n + ".").length())).findFirst());
            chosen.ifPresent(value -> complete(n, value, filled).ifPresentOrElse(choice -> given.add(new Given(n, filled.get(name)[0], choice)), () -> missing.add(n)));
        }
        return given;
    }

    private static Optional<String> complete(int n, String value, Map<String, String[]> filled) {
        var word = value.startsWith(GROUP) ? one(filled, "p." + n + "." + value) : Optional.of(value);
        return word.flatMap(found -> found.endsWith(GAP)
                ? one(filled, "w." + n + "." + value).map(written -> found.substring(0, found.length() - 1) + (found.startsWith("on:") ? WrittenDates.iso(written) : written)) : word);
    }

    private static Optional<String> one(Map<String, String[]> filled, String name) {
        return Optional.ofNullable(filled.get(name)).map(values -> values[0].strip()).filter(value -> !value.isEmpty());
    }
}
