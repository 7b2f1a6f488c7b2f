package constancia.kernel.rights;

import constancia.kernel.Word;

/**
 * How far a role goes with a command or a question: {@code ALL} anywhere, {@code SCOPE} in what it is bound to,
 * {@code OWN} in the part that its own institution has, {@code REGISTER} only when it is held for the whole register.
 */
public enum Reach implements Word {
    ALL, SCOPE, OWN, REGISTER, NONE;

    /** As the table has it: a dash where the role may not. */
    @Override
    public String word() {
        return this == NONE ? "-" : Word.super.word();
    }
}
