package constancia.command;

import constancia.kernel.ItemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document or a person that a command names. The name of a field says which: {@code document} and {@code evidence} hold
 * SHA-256, {@code person} and {@code delegatedBy} an id.
 *
 * @param field JSON pointer without the leading slash
 * @param value the SHA-256 or the {@link UUID}
 */
public record Mention(String field, Kind kind, Object value) {

    public enum Kind { DOCUMENT, PERSON }

    /** All that stand in the fields of a command, those of its parts too. */
    public static List<Mention> in(Command command) {
        if (command instanceof Rectify rectify) {
            return rectify.replacement() == null ? List.of() : rectify.replacement().mentions();
        }
        var mentions = new ArrayList<Mention>();
        collect("", (Record) command, mentions);
        return mentions;
    }

    /** What stands in a field of that name, if it is one that names a document or a person. */
    public static Optional<Mention> of(String at, String name, String text) {
        return switch (name) {
            case "document", "evidence" -> Optional.of(new Mention(at, Kind.DOCUMENT, text));
            case "person", "delegatedBy" -> id(text).map(id -> new Mention(at, Kind.PERSON, id));
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notRead) {
            return Optional.empty();
        }
    }

    private static void collect(String at, Record of, List<Mention> mentions) {
        Parts.of(of, (name, value) -> collect(at + name, name, value, mentions));
    }

    private static void collect(String at, String name, @Nullable Object value, List<Mention> mentions) {
        switch (value) {
            case null -> { }
            case ItemId _ -> { }
            case UUID id -> of(at, name, id.toString()).ifPresent(mentions::add);
            case String text -> of(at, name, text).ifPresent(mentions::add);
            case Collection<?> all -> {
                int i = 0;
                for (var one : all) {
                    collect(at + "/" + i++, name, one, mentions);
                }
            }
            case Record part when part.getClass().getName().startsWith("constancia.") -> collect(at + "/", part, mentions);
            default -> { }
        }
    }
}
