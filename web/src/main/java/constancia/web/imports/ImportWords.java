package constancia.web.imports;

import constancia.command.imports.Notice;
import constancia.command.imports.Question;
import constancia.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The sentences about a file: what must be decided, what may be chosen, what was noticed. */
@Component
public final class ImportWords {

    /** Where the words stand with which a choice of that kind is told. */
    private static final Map<String, String> WORDS = Map.of("institution-kind", "kind.", "sheet-as", "rows.", "new-body", "body.", "seat-role", "seat.");

    private final Messages messages;

    ImportWords(Messages messages) {
        this.messages = messages;
    }

    public String question(Question question, Locale locale) {
        return messages.of("question." + question.kind().word(), List.copyOf(question.args()), locale);
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
        var words = WORDS.get(choice.kind());
        return words == null ? List.copyOf(choice.args()) : List.of(messages.of(words + choice.args().getFirst(), List.of(), locale));
    }
}
