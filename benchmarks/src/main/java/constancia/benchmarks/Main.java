package constancia.benchmarks;

import java.util.Arrays;

/** What {@code bin/benchmark} runs: the measurement that the first argument names, with the others. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) throws Exception {
        var others = Arrays.copyOfRange(arguments, 1, arguments.length);
        System.exit(switch (arguments[0]) {
            case "commands" -> Commands.run(others);
            case "paired" -> Paired.run(others);
            case "imports" -> Imports.run(others);
            case "pages" -> Pages.run(others);
            default -> throw new IllegalArgumentException("Not known: " + arguments[0] + ". Known: commands, paired, imports, pages");
        });
    }
}
