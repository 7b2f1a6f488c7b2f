package constancia.command;

import java.util.Arrays;

/** A client's word for one request, 1–200 printable characters, its own per account; with what identifies the request. */
public record IdempotencyKey(String account, String key, String method, String path, byte[] bodyHash) {

    public boolean sameRequest(String otherMethod, String otherPath, byte[] otherHash) {
        return method.equals(otherMethod) && path.equals(otherPath) && Arrays.equals(bodyHash, otherHash);
    }
}
