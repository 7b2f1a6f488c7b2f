package constancia.app.fuzz;

import constancia.app.fuzz.Described.Operation;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests that are nearly right, by the register's own description: the same seed gives the same ones. */
final class Fuzzer {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", "X", "GETGETGETGETGETGET");
    private static final List<String> TYPES = List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=", "application/json; charset=utf-16",
            "application/json;charset=nothing", "application/json; charset=ISO-8859-1", "application/*", "*/*", "not a type", "application/json, text/plain", "application/merge-patch+json");
    private static final List<String> ACCEPTED = List.of("*/*", "application/json", "text/html", "text/csv", "application/pdf", "text/calendar", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/problem+json", "image/png", "application/json;q=0", "q", ";", "a/b/c", "text/html;q=7, */*;q=-1", "application/json;charset=x");
    private static final List<String> LANGUAGES = List.of("en", "es", "*", "xx", "es-SV;q=abc", ";;;", "en-", "1-2-3", "zh-Hant-TW-x-private", "en;q=0", "-");
    private static final List<String> RAW = List.of("\"", "<", ">", "^", "`", "{", "}", "|", "\\", "ñ", "%", "%zz", "%00", "%0d%0a", "%c3%28", "%ff", "%2e%2e%2f", "%2f", "%5c", ";", ";a=b", "//", "/./", "/../", "#", "[", "]", "\u0001", "%25%32%66");

    private static final Pattern HALF = Pattern.compile("[\\ud800-\\udfff]");

    private final Random random;
    private final Values values;
    private final List<Operation> operations;
    private final Map<String, String> items;
    private String bearer;

    record Request(String method, String target, Map<String, String> headers, byte @Nullable [] body, Operation of) {

        @Override
        public String toString() {
            var text = method + " " + target + " " + headers + (body == null ? "" : " " + new String(body, StandardCharsets.UTF_8));
            return text.replace(headers.getOrDefault("Authorization", "-"), "…").codePoints().limit(700).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        }
    }

    /** @param items an id of each collection */
    Fuzzer(long seed, Described described, Map<String, String> items, List<String> names, String bearer) {
        this.random = new Random(seed);
        this.operations = described.operations();
        this.items = items;
        this.bearer = bearer;
        var known = new ArrayList<>(items.values());
        known.addAll(names);
        this.values = new Values(random, described, known);
    }

    /** There is another one: the next requests go to it, for the former has perhaps ended. */
    void made(String location) {
        var steps = location.split("/");
        if (steps.length == 4 && items.containsKey(steps[2])) {
            items.put(steps[2], steps[3]);
        }
    }

    /** Among the requests are those that end tokens. */
    void signedInAnew(String with) {
        bearer = with;
    }

    boolean signedIn(Request request) {
        return bearer.equals(request.headers().get("Authorization"));
    }

    Request next() {
        var operation = values.one(operations);
        var method = values.chance(0.93) ? operation.method() : values.one(METHODS);
        var headers = headers();
        byte[] body = null;
        if (operation.form()) {
            headers.put("Content-Type", "multipart/form-data; boundary=parte");
            body = form(operation);
        } else if (!operation.body().isMissingNode() || values.chance(0.05)) {
            headers.put("Content-Type", "application/json");
            body = json(operation);
        }
        if (values.chance(0.05)) {
            headers.put("Content-Type", values.one(TYPES));
        }
        return new Request(method, target(operation), headers, body, operation);
    }

    private String target(Operation operation) {
        var collection = operation.path().split("/").length > 2 ? operation.path().split("/")[2] : "";
        var path = new StringBuilder();
        for (var step : operation.path().substring(1).split("/")) {
            path.append('/').append(step.startsWith("{") ? inPath(step, collection) : step);
        }
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            if (parameter.get("in").stringValue().equals("query") && values.chance(0.25)) {
                query.add(parameter.get("name").stringValue() + "=" + inQuery(parameter.get("schema")));
            }
        }
        if (values.chance(0.03)) {
            query.add(encoded(values.odd()) + "=" + encoded(values.odd()));
        }
        if (values.chance(0.02)) {
            path.append(values.one(RAW));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String inPath(String step, String collection) {
        if (values.chance(0.85) && items.containsKey(collection) && step.equals("{id}")) {
            return items.get(collection);
        }
        if (values.chance(0.5)) {
            return step.equals("{n}") ? String.valueOf(random.nextInt(5)) : values.known();
        }
        return values.chance(0.7) ? encoded(values.odd()) : values.known() + values.one(RAW);
    }

    private String inQuery(JsonNode schema) {
        if (values.chance(0.6)) {
            return encoded(values.right(schema, 0).asString());
        }
        return values.chance(0.8) ? encoded(values.odd()) : values.known() + values.one(RAW).replace("#", "");
    }

    private static String encoded(String text) {
        var encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return encoded.length() > 3_000 ? encoded.substring(0, 3_000).replaceAll("%[0-9A-F]?$", "") : encoded;
    }

    private Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        if (values.chance(0.97)) {
            headers.put("Authorization", values.chance(0.98) ? bearer : values.one(List.of("Bearer", "Bearer x", "bearer  ", "Basic eA==", "Basic %%", "Digest x", bearer + "x")));
        }
        maybe(headers, "Accept", ACCEPTED, 0.1);
        maybe(headers, "Accept-Language", LANGUAGES, 0.3);
        maybe(headers, "If-Match", List.of("\"1\"", "\"2\"", "\"99\"", "\"-1\"", "1", "*", "W/\"1\"", "\"99999999999\"", "\"", "", "\"1\", \"2\""), 0.08);
        maybe(headers, "Idempotency-Key", List.of("clave-1", "clave-2", "", "k".repeat(201), "a\tb", "ñ", "\u0001"), 0.08);
        maybe(headers, values.one(List.of("X-HTTP-Method-Override", "Range", "Content-Encoding", "If-None-Match", "Cookie", "Expect", "Origin", "Upgrade", "X-Forwarded-For", "X-Original-URL", "TE", "Transfer-Encoding")),
                List.of("DELETE", "bytes=0-1", "gzip", "*", "a=b; $x", "100-continue", "null", "h2c", "chunked"), 0.03);
        return headers;
    }

    private void maybe(Map<String, String> headers, String name, List<String> of, double chance) {
        if (values.chance(chance)) {
            headers.put(name, values.one(of));
        }
    }

    private byte[] json(Operation operation) {
        var body = values.right(operation.body(), 0);
        for (int left = values.chance(0.35) ? 0 : 1 + random.nextInt(3); left > 0; left--) {
            body = mutated(body);
        }
        // A half of a pair is no character; written as an escape it gets through.
        var text = HALF.matcher(body.toString()).replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
        return values.chance(0.85) ? text.getBytes(StandardCharsets.UTF_8) : broken(text);
    }

    /** One value somewhere in it is another, missing or more. */
    private JsonNode mutated(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty() && values.chance(0.92)) {
            var name = values.one(List.copyOf(object.propertyNames()));
            switch (random.nextInt(8)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(values.odd(), values.wrong());
                case 2, 3, 4 -> object.set(name, values.wrong());
                default -> object.set(name, mutated(object.get(name)));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && values.chance(0.92)) {
            array.set(random.nextInt(array.size()), mutated(array.get(0)));
            return array;
        }
        return values.wrong();
    }

    /** No longer JSON, or not quite. */
    private byte[] broken(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int somewhere = random.nextInt(Math.max(1, bytes.length));
        return switch (random.nextInt(14)) {
            case 0 -> Arrays.copyOf(bytes, somewhere);
            case 1 -> text.replaceFirst("\\{", "{\"title\":\"otra vez\",\"title\":1,").getBytes(StandardCharsets.UTF_8);
            case 2 -> text.replaceFirst(":\"", ":\"\\\\ud800").getBytes(StandardCharsets.UTF_8);
            case 3 -> text.replaceFirst(":\"[^\"]*\"", ":NaN").getBytes(StandardCharsets.UTF_8);
            case 4 -> text.replaceFirst(":\"[^\"]*\"", ":-Infinity").getBytes(StandardCharsets.UTF_8);
            case 5 -> text.replaceFirst(":\"[^\"]*\"", ":" + "9".repeat(1 + random.nextInt(1_500))).getBytes(StandardCharsets.UTF_8);
            case 6 -> ("{\"a\":".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
            case 7 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 8 -> text.getBytes(StandardCharsets.UTF_16);
            case 9 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 10 -> ("/* */" + text + "// x").getBytes(StandardCharsets.UTF_8);
            case 11 -> new byte[0];
            default -> {
                if (bytes.length > 0) {
                    bytes[somewhere] = (byte) random.nextInt(256);
                }
                yield bytes;
            }
        };
    }

    private byte[] form(Operation operation) {
        var form = new ByteArrayOutputStream();
        for (var property : operation.body().path("properties").properties()) {
            if (values.chance(0.8)) {
                boolean file = property.getValue().has("contentMediaType") || property.getValue().path("format").asString("").equals("binary");
                var content = values.chance(0.5) ? values.known() : values.odd();
                form.writeBytes(("--parte\r\nContent-Disposition: form-data; name=\"" + property.getKey() + "\"" + (file ? "; filename=\"" + values.odd().replaceAll("[\\r\\n]", "") + "\"" : "") + "\r\n\r\n"
                        + (file && values.chance(0.5) ? "No.,Acciones principales,T1,Responsable\n1," + content + ",X,EJ-INST\n" : content) + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        form.writeBytes((values.chance(0.9) ? "--parte--\r\n" : "--par").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }
}
