package constancia.web.openapi;

import static constancia.web.openapi.Json.object;
import static constancia.web.openapi.Json.ref;

import com.fasterxml.jackson.annotation.JsonInclude;
import constancia.web.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of answers that no handler's signature tells. */
final class Shapes {

    /** RFC 9457, with a stable code and every field at fault. */
    record Problem(String type, String title, int status, String detail, String code, @JsonInclude List<ProblemFault> errors) {}

    record ProblemFault(String pointer, String code, String detail) {}

    /** What a command left behind. */
    record Receipt(UUID id, int version, String token, @JsonInclude @Nullable String folio) {}

    private Shapes() {}

    static Map<String, Object> problem() {
        return object("description", "why not, in the reader's language", "content", object("application/problem+json",
                object("schema", ref("schemas", "Problem"))));
    }

    static Map<String, Object> receipt(boolean creates, Map<String, Object> schema) {
        var headers = object("ETag", ref("headers", "ETag"));
        if (creates) {
            headers.put("Location", ref("headers", "Location"));
        }
        return object("description", "recorded", "headers", headers, "content", object("application/json", object("schema", schema)));
    }

    static Map<String, Object> headers() {
        return object(
                "ETag", object("description", "the item's version in quotes", "schema", object("type", "string")),
                "Location", object("description", "where the item is", "schema", object("type", "string")),
                "Constancia-Position", object("description", "the position of the ledger up to which the answer was computed", "schema", object("type", "integer")));
    }

    /** Routes that ask for something other than a token. */
    static Optional<Object> security(String path, boolean reads) {
        return switch (path) {
            case "/api/tokens" -> reads ? Optional.empty() : Optional.of(List.of(object("basic", List.of())));
            case "/api/ledger/checkpoint" -> Optional.of(List.of());
            default -> Optional.empty();
        };
    }
}
