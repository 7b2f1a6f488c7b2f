package constancia.command.imports;

import constancia.kernel.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How two names look alike.
 *
 * @param letters in how many they differ, where that is why
 * @param degree  above 0, at most 1; only for the order of suggestions
 */
record Likeness(Why why, int letters, double degree) {

    /** What somebody who looks at both sees: the same letters, the one in brackets within the other, the initials… */
    enum Why implements Word { SAME_LETTERS, BRACKETS, INITIALS, OTHER_ORDER, LETTER, LETTERS, WORDS }

    private static final int LONGEST = 300;
    /** Fewer initials than these are those of too many names, unless they are all. */
    private static final int FEW_INITIALS = 3;

    /**
     * A name made ready to be compared many times.
     *
     * @param sorted    its letters in the order of the alphabet
     * @param bracketed the letters that it has in brackets
     */
    record Form(String text, String letters, String sorted, List<String> words, String initials, String bracketed) {

        static Form of(String text) {
            var letters = Plain.letters(text);
            var words = Plain.words(text);
            return new Form(text, letters, letters.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining()), words,
                words.size() < 2 ? "" : words.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining()), inBrackets(text));
        }

        private static String inBrackets(String text) {
            int open = text.lastIndexOf('(');
            int close = text.indexOf(')', open + 1);
            return open >= 0 && close > open ? Plain.letters(text.substring(open + 1, close)) : "";
        }
    }

    /** The strongest; empty where they do not look alike. */
    static Optional<Likeness> of(Form one, Form other) {
        if (one.letters.isEmpty() || other.letters.isEmpty() || one.letters.length() > LONGEST || other.letters.length() > LONGEST) {
            return Optional.empty();
        }
        if (one.letters.equals(other.letters)) {
            return Optional.of(new Likeness(Why.SAME_LETTERS, 0, 0.98));
        }
        if (one.bracketed.equals(other.letters) || other.bracketed.equals(one.letters)) {
            return Optional.of(new Likeness(Why.BRACKETS, 0, 0.95));
        }
        return edited(one, other).or(() -> initials(one, other)).or(() -> contained(one.words, other.words));
    }

    private static Optional<Likeness> initials(Form one, Form other) {
        return initials(one.initials, other.letters) || initials(other.initials, one.letters) ? Optional.of(new Likeness(Why.INITIALS, 0, 0.7)) : Optional.empty();
    }

    /** "MJS" and "MJSP" both stand for Ministerio de Justicia y Seguridad: a list often leaves the last word out. */
    private static boolean initials(String initials, String letters) {
        return !initials.isEmpty() && (initials.equals(letters) || Math.min(initials.length(), letters.length()) >= FEW_INITIALS
            && Math.abs(initials.length() - letters.length()) == 1 && (letters.startsWith(initials) || initials.startsWith(letters)));
    }

    private static Optional<Likeness> edited(Form one, Form other) {
        String a = one.letters;
        String b = other.letters;
        int shorter = Math.min(a.length(), b.length());
        int allowed = shorter < 3 ? 0 : shorter < 6 ? 1 : shorter < 12 ? 2 : shorter / 6;
        if (Math.abs(a.length() - b.length()) > allowed || different(one.sorted, other.sorted) > allowed) {
            return Optional.empty();
        }
        int distance = distance(a, b);
        if (distance > allowed) {
            return Optional.empty();
        }
        double degree = 0.9 * (1 - (double) distance / Math.max(a.length(), b.length()));
        return Optional.of(one.sorted.equals(other.sorted) ? new Likeness(Why.OTHER_ORDER, 0, Math.max(degree, 0.9)) : new Likeness(distance == 1 ? Why.LETTER : Why.LETTERS, distance, degree));
    }

    /** How many letters of one the other does not have, whatever their order: no distance is less, and this is found sooner. */
    private static int different(String one, String other) {
        int i = 0;
        int j = 0;
        int same = 0;
        while (i < one.length() && j < other.length()) {
            int order = Character.compare(one.charAt(i), other.charAt(j));
            same += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return Math.max(one.length(), other.length()) - same;
    }

    /** One long name within another: "Alcaldía Municipal" and "Alcaldía Municipal de San Salvador". */
    private static Optional<Likeness> contained(List<String> a, List<String> b) {
        int shorter = Math.min(a.size(), b.size());
        long common = a.stream().filter(b::contains).count();
        return shorter >= 2 && common == shorter ? Optional.of(new Likeness(Why.WORDS, 0, 0.85 * shorter / Math.max(a.size(), b.size()))) : Optional.empty();
    }

    /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
