package constancia.app.texts;

import java.util.ArrayList;
import java.util.List;

/** Takes calls in Java sources apart, as far as brackets and quotes tell. */
public final class Arguments {

    private Arguments() {}

    /** The arguments of a call whose opening bracket stands before {@code from}. */
    public static List<String> of(String source, int from) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        boolean quoted = false;
        int start = from;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (quoted) {
                continue;
            }
            if (c == '(' || c == '{' || c == '[') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == ')')) {
                arguments.add(source.substring(start, i).strip());
                start = i + 1;
                if (c == ')') {
                    return arguments.equals(List.of("")) ? List.of() : arguments;
                }
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            }
        }
        return List.of();
    }
}
