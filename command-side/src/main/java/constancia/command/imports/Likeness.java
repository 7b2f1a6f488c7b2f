package constancia.command.imports;

import java.util.List;

/** How much two names look alike, from 0 (not at all) to 1; only for the order of suggestions. */
final class Likeness {

    private static final int LONGEST = 300;

    private Likeness() {
    }

    /** A name made ready to be compared many times. */
    record Form(String text, String letters, List<String> words) {
        static Form of(String text) {
            return new Form(text, Plain.letters(text), Plain.words(text));
        }
    }

    static double of(Form written, Form known) {
        String a = written.letters;
        String b = known.letters;
        if (a.isEmpty() || b.isEmpty() || a.length() > LONGEST || b.length() > LONGEST) {
            return 0;
        }
        if (a.equals(b)) {
            return 0.98;
        }
        return Math.max(inBrackets(written.text, b), Math.max(edited(a, b), contained(written.words, known.words)));
    }

    /** "Ministerio de Justicia (MJSP)" names MJSP. */
    private static double inBrackets(String written, String letters) {
        int open = written.lastIndexOf('(');
        int close = written.indexOf(')', open + 1);
        return open >= 0 && close > open && Plain.letters(written.substring(open + 1, close)).equals(letters) ? 0.95 : 0;
    }

    private static double edited(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int allowed = shorter < 3 ? 0 : shorter < 6 ? 1 : shorter < 12 ? 2 : shorter / 6;
        if (Math.abs(a.length() - b.length()) > allowed) {
            return 0;
        }
        int distance = distance(a, b);
        if (distance > allowed) {
            return 0;
        }
        boolean sameLetters = a.chars().sorted().boxed().toList().equals(b.chars().sorted().boxed().toList());
        double likeness = 0.9 * (1 - (double) distance / Math.max(a.length(), b.length()));
        return sameLetters ? Math.max(likeness, 0.9) : likeness;
    }

    /** One long name within another: "Alcaldía Municipal" and "Alcaldía Municipal de San Salvador". */
    private static double contained(List<String> a, List<String> b) {
        int shorter = Math.min(a.size(), b.size());
        long common = a.stream().filter(b::contains).count();
        return shorter >= 2 && common == shorter ? 0.85 * shorter / Math.max(a.size(), b.size()) : 0;
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
