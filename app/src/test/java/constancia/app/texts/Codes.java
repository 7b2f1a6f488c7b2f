package constancia.app.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds in Java sources the codes of refusals and faults, with how many gaps of their sentences they fill. */
final class Codes {

    /**
     * @param args how many values go into the sentence, or −1 when the source does not tell
     */
    record Code(String code, int args, String where) {}

    private enum Maker {
        REFUSED("new Refused(", 0, true), INVALID("new Invalid(", 1, true), FIELD("FieldProblem.of(", 1, true), FIELDS("new FieldProblem(", 1, false),
        FILE("new UnreadableFile(", 0, false), PROBLEM("problem(", 1, false), REFUSE("refuse(", 1, false);

        private final String opening;
        private final int place;
        private final boolean restFillsGaps;

        Maker(String opening, int place, boolean restFillsGaps) {
            this.opening = opening;
            this.place = place;
            this.restFillsGaps = restFillsGaps;
        }
    }

    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)*)\"");

    private Codes() {}

    static List<Code> in(String source, String where) {
        var codes = new ArrayList<Code>();
        for (var maker : Maker.values()) {
            for (int at = source.indexOf(maker.opening); at >= 0; at = source.indexOf(maker.opening, at + 1)) {
                if (maker == Maker.PROBLEM || maker == Maker.REFUSE ? !Character.isJavaIdentifierPart(source.charAt(at - 1)) : true) {
                    codes.addAll(codes(Arguments.of(source, at + maker.opening.length()), maker, where));
                }
            }
        }
        return codes;
    }

    private static List<Code> codes(List<String> arguments, Maker maker, String where) {
        if (arguments.size() <= maker.place) {
            return List.of();
        }
        var argument = arguments.get(maker.place);
        int args = maker.restFillsGaps ? arguments.size() - maker.place - 1 : -1;
        // A condition may choose between two codes; what it asks may hold other words.
        var choice = argument.contains("?") ? argument.substring(argument.indexOf('?')) : argument;
        return choice.contains("(") ? List.of() : LITERAL.matcher(choice).results().map(found -> new Code(found.group(1), args, where)).toList();
    }
}
