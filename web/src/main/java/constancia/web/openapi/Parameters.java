package constancia.web.openapi;

import static constancia.web.openapi.Json.object;

import constancia.web.Filters;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** What a handler takes in its path, its query and its headers. One word means the same on every route. */
final class Parameters {

    private static final Map<String, Object> TEXT = object("type", "string");
    private static final Map<String, Object> DATE = object("type", "string", "format", "date");
    private static final Map<String, Object> DAYS = object("type", "integer", "minimum", 1);
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("asOf", "what was known then: an instant with offset or a position of the ledger"),
            Map.entry("on", "what held at the end of that day"),
            Map.entry("after", "a token from a command's answer: waits until the list contains that write, at most 2 s"),
            Map.entry("cursor", "next of the page before"), Map.entry("limit", "items on a page; 50 unless stated"),
            Map.entry("sort", "the field to sort by; with a minus before it, descending"),
            Map.entry("lateBy", "recorded more than that many days after the day since when it holds, as that day was recorded"), Map.entry("type", "types of records by their names"),
            Map.entry("q", "words to find"), Map.entry("dueFrom", "current due date, inclusive"), Map.entry("dueTo", "current due date, inclusive"),
            Map.entry("n", "the number of a record in the item's history, from 1"),
            Map.entry("If-Match", "the version decided on, in quotes; another version: 412 before any rule is asked"),
            Map.entry("Idempotency-Key", "repeats of the same request get the first answer and record nothing"));

    private Parameters() {}

    static List<Object> of(HandlerMethod handler, String path) {
        var parameters = new ArrayList<>();
        for (var parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class) && path.contains("{" + parameter.getName() + "}")) {
                parameters.add(parameter("path", parameter.getName(), true, schema(parameter)));
            } else if (parameter.isAnnotationPresent(RequestParam.class) && !multipart(handler)) {
                parameters.add(parameter("query", parameter.getName(), parameter.getAnnotation(RequestParam.class).required(), schema(parameter)));
            } else if (parameter.isAnnotationPresent(RequestHeader.class)) {
                header(parameters, parameter);
            }
        }
        lists(parameters, handler, "");
        parameters.add(Json.ref("parameters", "Accept-Language"));
        return parameters;
    }

    /** Those of a list that is narrowed to one item: the item stands in the path and not among the filters. */
    static List<Object> ofPart(HandlerMethod handler, String item) {
        var parameters = new ArrayList<>();
        parameters.add(parameter("path", "id", true, object("type", "string", "format", "uuid")));
        lists(parameters, handler, item);
        parameters.add(Json.ref("parameters", "Accept-Language"));
        return parameters;
    }

    private static void lists(List<Object> parameters, HandlerMethod handler, String without) {
        var filters = handler.getMethodAnnotation(Filters.class);
        if (filters != null) {
            for (var filter : filters.value()) {
                if (filter.equals(without)) {
                    continue;
                }
                parameters.add(parameter("query", filter, false, filter.matches("dueFrom|dueTo|from|to|on") ? DATE : filter.equals("lateBy") ? DAYS : TEXT));
            }
            parameters.add(parameter("query", "after", false, TEXT));
            parameters.add(parameter("query", "sort", false, TEXT));
            parameters.add(parameter("query", "cursor", false, TEXT));
            parameters.add(parameter("query", "limit", false, object("type", "integer", "minimum", 1, "maximum", 500, "default", 50)));
        }
    }

    /** Those that come as parts of a form. */
    static boolean multipart(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters()).anyMatch(parameter -> parameter.getType() == MultipartFile.class);
    }

    private static void header(List<Object> parameters, Parameter parameter) {
        var header = parameter.getAnnotation(RequestHeader.class);
        if (header.name().equals("If-Match")) {
            parameters.add(parameter("header", "If-Match", false, object("type", "string", "pattern", "^(\"[0-9]{1,9}\"|\\*)$", "examples", List.of("\"3\""))));
        } else if (header.name().equals("Idempotency-Key")) {
            parameters.add(parameter("header", "Idempotency-Key", false, object("type", "string", "pattern", "^[ -~]{1,200}$")));
        }
    }

    private static Map<String, Object> parameter(String in, String name, boolean required, Map<String, Object> schema) {
        var parameter = object("name", name, "in", in, "required", required);
        if (MEANINGS.containsKey(name)) {
            parameter.put("description", MEANINGS.get(name));
        }
        parameter.put("schema", schema);
        return parameter;
    }

    private static Map<String, Object> schema(Parameter parameter) {
        var type = parameter.getType();
        if (type == UUID.class) {
            return object("type", "string", "format", "uuid");
        }
        return type == String.class ? TEXT : object("type", "integer");
    }
}
