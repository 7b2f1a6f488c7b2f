package constancia.kernel.meetings;

import org.jspecify.annotations.Nullable;

/**
 * The quorum as found when a meeting was opened.
 *
 * @param present  how many institutions and persons whose seats count were there
 * @param required how many the body's rule asked for on that day; null when it had none
 * @param quorate  null when the body had no rule: then nothing keeps the meeting from deciding
 */
public record Quorum(int present, @Nullable Integer required, @Nullable Boolean quorate) {

    public static Quorum of(int present, @Nullable Integer required) {
        return new Quorum(present, required, required == null ? null : present >= required);
    }

    public boolean lacking() {
        return Boolean.FALSE.equals(quorate);
    }
}
