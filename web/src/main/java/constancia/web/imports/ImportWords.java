package constancia.web.imports;

import constancia.command.imports.Notice;
import constancia.command.imports.Question;
import constancia.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sentences about a file: what must be decided, what may be chosen, what was noticed. */
@Component
public final class ImportWords {

    /** Where the words stand with which a choice of that kind is told. */
    private static final Map<String, String> WORDS = Map.of("institution-kind", "kind.", "sheet-as", "rows.", "new-body", "body.", "seat-role", "seat.");

    /** Kinds of choice that something is the same as another name of the file, and why that looks so. */
    private static final Set<String> LIKE = Set.of("alias-as", "same-as", "same-row", "same-body");

    private final Messages messages;

    ImportWords(Messages messages) {
        this.messages = messages;
    }

    public String question(Question question, Locale locale) {
        var asked = messages.of("question." + question.kind().word(), List.copyOf(question.args()), locale);
        var alike = question.choices().stream().filter(choice -> choice.kind().equals("same-as")).map(choice -> messages.of("alike.name", args(choice, locale), locale)).collect(Collectors.joining("; "));
        return alike.isEmpty() ? asked : asked + " " + messages.of("alike.names", List.of(alike), locale);
    }

    public String choice(Question.Choice choice, Locale locale) {
        return messages.of("choice." + choice.kind(), args(choice, locale), locale);
    }

    public String notice(Notice notice, Locale locale) {
        var args = new ArrayList<Object>(List.of(notice.sheet(), notice.line()));
        args.addAll(notice.arguments());
        return messages.of("notice." + notice.code(), args, locale);
    }

    /** What stands in the sentence of a choice. */
    public List<Object> args(Question.Choice choice, Locale locale) {
        if (choice.kind().equals("register")) {
            return List.of(choice.args().getFirst(), messages.of("kind." + choice.args().getLast(), List.of(), locale));
        }
        if (LIKE.contains(choice.kind())) {
            return List.of(choice.args().get(0), choice.args().get(1), messages.of("alike." + choice.args().get(2), List.of(choice.args().get(3)), locale));
        }
        var words = WORDS.get(choice.kind());
        return words == null ? List.copyOf(choice.args()) : List.of(messages.of(words + choice.args().getFirst(), List.of(), locale));
    }
}
