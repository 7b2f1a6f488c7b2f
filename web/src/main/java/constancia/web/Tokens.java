package constancia.web;

import constancia.kernel.Invalid;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** The opaque token of a command's answer: which write it came from. */
public record Tokens(UUID item, int version) {

    public static String write(UUID item, int version) {
        var bytes = ByteBuffer.allocate(20).putLong(item.getMostSignificantBits()).putLong(item.getLeastSignificantBits()).putInt(version);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws Invalid {@code bad-token}: it is not one of ours */
    public static Tokens read(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length == 20) {
                var buffer = ByteBuffer.wrap(bytes);
                return new Tokens(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt());
            }
        } catch (IllegalArgumentException e) {
            throw new Invalid("after", "bad-token");
        }
        throw new Invalid("after", "bad-token");
    }
}
