package constancia.web.openapi;

import static constancia.web.openapi.Json.object;
import static constancia.web.openapi.Json.ref;

import constancia.command.Command;
import constancia.command.NeedsGrounds;
import constancia.command.Rectify;
import constancia.web.Collections;
import constancia.web.Lists;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The API as OpenAPI 3.1, made from the routes that Spring serves and the records that they take and answer: nothing
 * in it is written by hand that the code already says.
 */
public final class Description {

    private static final String JSON = "application/json";

    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();

    private Description() {}

    public static Map<String, Object> of(RequestMappingHandlerMapping mapping) {
        var description = new Description();
        description.schemas.answer(Shapes.Problem.class);
        mapping.getHandlerMethods().forEach(description::route);
        Arrays.stream(Collections.values()).forEach(collection -> Lists.of(mapping, collection).forEach((list, handler) -> description.part(collection, list, handler)));
        return description.document();
    }

    private Map<String, Object> document() {
        return object("openapi", "3.1.1",
                "info", object("title", "Constancia", "version", "1", "summary", "The register of agreements and commitments between institutions",
                        "description", "Commands are POST and answer what they left behind; every read can be cut in time. Sentences are Spanish unless English is asked for."),
                "security", List.of(object("bearer", List.of())),
                "paths", paths,
                "components", object(
                        "securitySchemes", object("bearer", object("type", "http", "scheme", "bearer"), "basic", object("type", "http", "scheme", "basic")),
                        "parameters", object("Accept-Language", object("name", "Accept-Language", "in", "header", "required", false,
                                "description", "es or en", "schema", object("type", "string", "default", "es"))),
                        "headers", Shapes.headers(),
                        "responses", object("Problem", Shapes.problem()),
                        "schemas", schemas.named()));
    }

    private void route(RequestMappingInfo info, HandlerMethod handler) {
        for (var pattern : info.getPatternValues()) {
            if (!pattern.startsWith("/api/") || pattern.endsWith("/{list}")) {
                continue;
            }
            for (var method : info.getMethodsCondition().getMethods()) {
                if (pattern.contains("{collection}")) {
                    Arrays.stream(Collections.values()).forEach(collection -> collection(pattern, method.name().toLowerCase(), collection, handler));
                } else {
                    put(pattern, method.name().toLowerCase(), operation(pattern, handler));
                }
            }
        }
    }

    private void collection(String pattern, String method, Collections collection, HandlerMethod handler) {
        var path = pattern.replace("{collection}", collection.path());
        if (path.endsWith("/{command}")) {
            collection.commands().stream().filter(command -> !Collections.creates(command))
                    .forEach(command -> put(path.replace("{command}", Collections.kebab(command)), method, command(path.replace("{command}", ""), collection, command, handler)));
        } else if (method.equals("post")) {
            put(path, method, command(path, collection, collection.creating(), handler));
        } else {
            var operation = operation(path, handler);
            operation.put("operationId", handler.getMethod().getName() + collection.itemName());
            if (handler.getMethod().getName().matches("item|after")) {
                content(operation, "200", schemas.answer(collection.answer()));
            }
            put(path, method, operation);
        }
    }

    /** A list narrowed to one item, unless that has a handler of its own. */
    private void part(Collections collection, String list, HandlerMethod handler) {
        var path = "/api/" + collection.path() + "/{id}/" + list;
        if (!paths.containsKey(path) || !paths.get(path).containsKey("get")) {
            var operation = operation(path, handler);
            operation.put("operationId", operationId(handler) + "Of" + collection.itemName());
            operation.put("parameters", Parameters.ofPart(handler, Lists.filter(collection)));
            put(path, "get", operation);
        }
    }

    private void put(String path, String method, Map<String, Object> operation) {
        var former = paths.computeIfAbsent(path, p -> new TreeMap<>()).put(method, operation);
        if (former != null) {
            throw new IllegalStateException("Two handlers answer " + method + " " + path);
        }
    }

    private Map<String, Object> command(String path, Collections collection, Class<? extends Command> command, HandlerMethod handler) {
        var name = command.getSimpleName();
        boolean creates = Collections.creates(command);
        schemas.named().put(name, body(command, creates));
        var operation = Character.toLowerCase(name.charAt(0)) + name.substring(1) + (command == Rectify.class ? collection.itemName() : "");
        return object("operationId", operation, "tags", List.of(collection.path()),
                "parameters", Parameters.of(handler, path),
                "requestBody", object("required", true, "content", object(JSON, object("schema", ref("schemas", name)))),
                "responses", responses(creates ? "201" : "200", Shapes.receipt(creates, schemas.answer(Shapes.Receipt.class)),
                        List.of("400", "401", creates ? "403" : "404", "409", "412", "413", "415", "422", "503")));
    }

    private Map<String, Object> body(Class<? extends Command> command, boolean creates) {
        var components = Arrays.stream(command.getRecordComponents()).filter(component -> !component.getName().matches("id|effectiveOn")).toList();
        var schema = schemas.fields(command, components);
        @SuppressWarnings("unchecked") var properties = (Map<String, Object>) schema.get("properties");
        if (creates) {
            properties.put("id", object("type", "string", "format", "uuid", "description", "a UUIDv7; made by the register unless given"));
        }
        properties.put("effectiveOn", object("type", "string", "format", "date", "description", "since when it holds: from 1900-01-01 to today; today unless given"));
        properties.put("grounds", object("type", "string", "minLength", 1, "maxLength", 2000));
        if (command.isAnnotationPresent(NeedsGrounds.class)) {
            var required = new ArrayList<Object>((List<?>) schema.get("required"));
            required.add("grounds");
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> operation(String path, HandlerMethod handler) {
        var answers = handler.getMethodAnnotation(Answers.class);
        var operation = object("operationId", operationId(handler), "tags", List.of(path.split("/")[2]));
        operation.put("parameters", Parameters.of(handler, path));
        if (Parameters.multipart(handler)) {
            operation.put("requestBody", form(handler));
        } else if (answers != null && answers.takes() != Void.class) {
            operation.put("requestBody", object("required", true, "content", object(JSON,
                    object("schema", schemas.fields(answers.takes(), List.of(answers.takes().getRecordComponents()))))));
        }
        boolean reads = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), GetMapping.class);
        Shapes.security(path, reads).ifPresent(security -> operation.put("security", security));
        var response = object("description", reads ? "what was asked for" : "done");
        if (reads) {
            response.put("headers", object("Constancia-Position", ref("headers", "Constancia-Position")));
        }
        var status = answers == null ? "200" : String.valueOf(answers.status());
        operation.put("responses", responses(status, response, List.of("400", "401", "404", "422", "503")));
        var schema = answers != null && answers.with() != Void.class ? schemas.answer(answers.with())
                : schemas.answer(handler.getMethod().getAnnotatedReturnType());
        if (!schema.isEmpty()) {
            content(operation, status, schema);
        }
        return operation;
    }

    private static String name(Parameter parameter) {
        var named = parameter.getAnnotation(RequestParam.class).name();
        return named.isEmpty() ? parameter.getName() : named;
    }

    private static Map<String, Object> form(HandlerMethod handler) {
        var properties = object();
        for (var parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                properties.put(name(parameter), parameter.getType() == String.class ? object("type", "string")
                        : object("type", "string", "contentMediaType", "application/octet-stream"));
            }
        }
        return object("required", true, "content", object("multipart/form-data", object("schema",
                object("type", "object", "required", List.of("file"), "properties", properties))));
    }

    @SuppressWarnings("unchecked")
    private static void content(Map<String, Object> operation, String status, Map<String, Object> schema) {
        var responses = (Map<String, Object>) operation.get("responses");
        ((Map<String, Object>) responses.get(status)).put("content", object(JSON, object("schema", schema)));
    }

    private static Map<String, Object> responses(String status, Map<String, Object> response, List<String> problems) {
        var responses = object(status, response);
        problems.forEach(problem -> responses.put(problem, ref("responses", "Problem")));
        return responses;
    }

    private static String operationId(HandlerMethod handler) {
        var slice = handler.getBeanType().getSimpleName().replace("Controller", "");
        return handler.getMethod().getName() + slice;
    }
}
