package constancia.web.commands;

import constancia.web.BadRequest;
import constancia.web.BoundedBody;
import constancia.web.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests that are one JSON object. Amounts are read as they are written, and no field stands twice. */
@Component
public final class JsonBodies {

    private final JsonMapper json;

    JsonBodies(JsonMapper json) {
        this.json = json.rebuild().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    }

    /** @throws BadRequest it is too large (413), of another type (415) or no JSON object (400) */
    public ObjectNode read(HttpServletRequest request) {
        return read(BoundedBody.read(request), request.getContentType());
    }

    /** @throws BadRequest it is of another type (415) or no JSON object (400) */
    ObjectNode read(byte[] body, @Nullable String type) {
        mustBeJson(type);
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw notJson(e);
        }
        throw new BadRequest(400, List.of(new FieldProblem("#", "wrong-type", List.of("object"))));
    }

    /** Says where it stopped being JSON, as far as the reader knows. */
    public static BadRequest notJson(JacksonException e) {
        var at = e.getLocation();
        return new BadRequest(400, List.of(new FieldProblem("#", "not-json", List.of(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()))));
    }

    /** Asked here and not of the route, so that an item which is not there goes before. */
    private static void mustBeJson(@Nullable String type) {
        try {
            if (type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type))) {
                return;
            }
        } catch (InvalidMediaTypeException unreadable) {
            // refused below, as any other type
        }
        throw new BadRequest(415, List.of(new FieldProblem("#", "unsupported-media-type", List.of())));
    }
}
