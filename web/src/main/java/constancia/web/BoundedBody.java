package constancia.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/** A request's body, read no further than the largest that can be meant. */
public final class BoundedBody {

    /** The largest request has 500 nodes of 4,000 characters, which may be four bytes each. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private BoundedBody() {}

    /** @throws BadRequest {@code payload-too-large} (413) over 10 MB; 400 when the body breaks off */
    public static byte[] read(HttpServletRequest request) {
        try {
            var bytes = request.getInputStream().readNBytes(upTo(request.getContentLengthLong()));
            if (bytes.length > MOST_BYTES) {
                throw new BadRequest(413, List.of(new FieldProblem("#", "payload-too-large", List.of())));
            }
            return bytes;
        } catch (IOException broken) {
            throw new BadRequest(400, List.of(new FieldProblem("#", "bad-request", List.of())));
        }
    }

    /** No room is made for more than was announced. */
    private static int upTo(long announced) {
        return announced < 0 || announced > MOST_BYTES ? MOST_BYTES + 1 : (int) announced;
    }
}
