package constancia.app.safety;

/** Why the register does not start, as its operator reads it. */
record Unsafe(String spanish, String english) {

    /** The two sentences, each with these values in its gaps. */
    static Unsafe of(String spanish, String english, Object... values) {
        return new Unsafe(spanish.formatted(values), english.formatted(values));
    }
}
