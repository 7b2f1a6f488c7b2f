package constancia.app.docs;

import constancia.app.texts.Arguments;
import constancia.app.texts.Repository;
import constancia.kernel.EventTypes;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads from the rules of a slice which events answer which command: what stands behind {@code case Command} in
 * {@code decide}, followed into the methods of the slice that it calls.
 */
final class Rulebook {

    private static final Pattern MADE = Pattern.compile("\\bnew (?:\\w+\\.)?(\\w+)\\(");
    private static final Pattern CALL = Pattern.compile("(?:\\b([A-Z]\\w+)\\.|(?<![\\w.]))([a-z]\\w*)\\(");
    private static final Pattern METHOD = Pattern.compile("(?m)^ {4}(?:(?:public|private|static|abstract|final|@\\w+) )*(?:<[^>]+> )?[\\w.<>\\[\\], @]+ (\\w+)\\([^;{}]*\\)(?: throws \\w+)? \\{");

    private final Map<String, String> methods = new LinkedHashMap<>();
    private String decide = "";
    private String home = "";

    Rulebook(List<Path> files) {
        for (var file : files) {
            var type = file.getFileName().toString().replace(".java", "");
            var source = Repository.read(file);
            var found = METHOD.matcher(source);
            while (found.find()) {
                var body = block(source, found.end() - 1);
                methods.put(key(type, found.group(1), source, found.end(1) + 1), body);
                if (found.group(1).equals("decide") && !type.endsWith("Shell")) {
                    decide = body;
                    home = type;
                }
            }
        }
    }

    /** The events with which a command can be answered, in the order of their names. */
    Set<String> events(String command) {
        var events = new TreeSet<String>();
        var behind = Pattern.compile("(?:case [^>:]*?\\b" + command + "\\b[^>:]*?->|instanceof " + command + "\\b[^{]*?(?=\\{))").matcher(decide);
        while (behind.find()) {
            collect(home, segment(behind.end()), events, new HashSet<>());
        }
        return events;
    }

    /** Up to the end of the statement or block that begins there. */
    private String segment(int from) {
        int start = from;
        while (Character.isWhitespace(decide.charAt(start))) {
            start++;
        }
        return decide.charAt(start) == '{' ? block(decide, start) : statement(decide, start);
    }

    private void collect(String type, String code, Set<String> events, Set<String> seen) {
        MADE.matcher(code).results().map(made -> made.group(1)).filter(EventTypes.all()::containsKey).forEach(events::add);
        CALL.matcher(code).results().forEach(call -> {
            var owner = call.group(1) == null ? type : call.group(1);
            var key = key(owner, call.group(2), code, call.end());
            if (methods.containsKey(key) && !call.group(2).matches("decide|evolve") && seen.add(key)) {
                collect(owner, methods.get(key), events, seen);
            }
        });
    }

    /** Methods of one name are told apart by how many arguments they take. */
    private static String key(String type, String method, String source, int behindBracket) {
        return type + "." + method + "/" + Arguments.of(source, behindBracket).size();
    }

    private static String block(String source, int opening) {
        return upTo(source, opening, '{', '}', false);
    }

    private static String statement(String source, int from) {
        return upTo(source, from, '(', ')', true);
    }

    private static String upTo(String source, int from, char open, char close, boolean semicolon) {
        int depth = 0;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            depth += c == open ? 1 : c == close ? -1 : 0;
            if (semicolon ? depth == 0 && c == ';' : depth == 0 && c == close) {
                return source.substring(from, i + 1);
            }
        }
        return source.substring(from);
    }
}
