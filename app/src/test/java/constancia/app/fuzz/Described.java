package constancia.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The operations that the register says it has. Streams are left out: they do not end. */
record Described(JsonNode document) {

    /** @param body the schema of its body, or missing; {@code form} if that comes as parts of a form */
    record Operation(String method, String path, List<JsonNode> parameters, JsonNode body, boolean form) {}

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            var operation = method.getValue();
            if (!operation.get("responses").toString().contains("text/event-stream")) {
                var content = operation.at("/requestBody/content");
                boolean form = content.has("multipart/form-data");
                operations.add(new Operation(method.getKey().toUpperCase(), path.getKey(), operation.path("parameters").valueStream().map(this::resolved).toList(),
                        content.path(form ? "multipart/form-data" : "application/json").path("schema"), form));
            }
        }));
        return operations;
    }

    /** What the schema is, or refers to. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? resolved(document.at(schema.get("$ref").stringValue().substring(1))) : schema;
    }
}
