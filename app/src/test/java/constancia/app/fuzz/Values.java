package constancia.app.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values: right by a schema, or odd. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ODD = List.of("", " ", "\t\n", "\u0000", "a\u0000b", "\u0001\u001f\u007f", "\ud800", "a\udfffb", "\u202e\u05e9\u05dc\u05d5\u05dd abc", "\u200b\u2060\ufeff", "e\u0301\u0323",
            "\uffff", "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66", "'; drop table acuerdos; --", "\" or 1=1", "%", "_", "\\", "%%%", "../../../../etc/passwd", "${jndi:ldap://127.0.0.1/x}",
            "#{7*7}", "{{7*7}}", "{0}", "{", "'{0}'", "<script>alert(1)</script>", "=1+1", "+1", "-1", "@SUM(A1)", "null", "undefined", "NaN", "true", "0", "-0", "1e309", "9223372036854775808",
            "99999999999999999999999999999999", "2015-02-30", "0000-00-00", "+999999999-12-31", "-999999999-01-01", "2015-06-01T00:00:00Z", "2015-06-30T25:61:61-99:99", "1900-01-01", "9999-12-31",
            "10000-01-01", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "0194d0c2-0000-7000-8000-00000000zzzz", "1", "\"1\"", "W/\"1\"", "*", ",", ",,,", "a,b,c", "-",
            "-dueOn", "dueOn,dueOn", "AAAA", "====", "AAAAAAAAAAAAAAAAAAAAAAAAAA", "ñandú", "ÑANDÚ", "İ", "ß", "a".repeat(300), "ñ".repeat(9_000), " ".repeat(5_000), "(".repeat(500), "(a+)+$");

    private final Random random;
    private final Described described;
    /** Ids and names of what is there. */
    private final List<String> known;

    Values(Random random, Described described, List<String> known) {
        this.random = random;
        this.described = described;
        this.known = known;
    }

    String odd() {
        return one(ODD);
    }

    String known() {
        return one(known);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean chance(double of) {
        return random.nextDouble() < of;
    }

    JsonNode right(JsonNode unresolved, int depth) {
        var schema = described.resolved(unresolved);
        if (schema.has("oneOf")) {
            return right(one(schema.get("oneOf").valueStream().toList()), depth);
        }
        if (schema.has("enum")) {
            return one(schema.get("enum").valueStream().toList());
        }
        if (schema.has("examples") && chance(0.9)) {
            return one(schema.get("examples").valueStream().toList());
        }
        var type = schema.path("type").isArray() ? schema.get("type").get(0).stringValue() : schema.path("type").asString("string");
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(number(schema));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(random.nextInt(100_000), 2));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.stringNode(text(schema));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").properties().forEach(property -> {
            boolean needed = required.contains(property.getKey()) || property.getKey().equals("grounds");
            if (needed || depth < 4 && !property.getKey().equals("id") && chance(0.3)) {
                object.set(property.getKey(), right(property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        for (int left = random.nextInt(3); left > 0; left--) {
            array.add(right(schema.path("items"), depth + 1));
        }
        return array;
    }

    private int number(JsonNode schema) {
        int least = schema.path("minimum").asInt(0);
        return least + random.nextInt(Math.max(1, Math.min(schema.path("maximum").asInt(100), 1_000) - least + 1));
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> chance(0.7) ? known() : new UUID(random.nextLong(), random.nextLong()).toString();
            case "date" -> LocalDate.of(2014, 9, 1).plusDays(random.nextInt(1_500)).toString();
            case "date-time" -> LocalDate.of(2014, 9, 1).plusDays(random.nextInt(1_500)) + "T09:00:00-06:00";
            default -> schema.has("maxLength") ? "Texto " + random.nextInt(1_000) : known();
        };
    }

    /** Something of another kind, or beyond all measure. */
    JsonNode wrong() {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(BigInteger.TEN.pow(random.nextInt(400)));
            case 4 -> JSON.numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(600) - 300));
            case 5 -> JSON.numberNode(-random.nextInt(1_000));
            case 6 -> JSON.arrayNode();
            case 7 -> JSON.objectNode();
            case 8 -> nested(JSON.arrayNode(), random.nextInt(450));
            case 9 -> many();
            default -> JSON.stringNode(odd());
        };
    }

    private static JsonNode nested(JsonNode innermost, int depth) {
        var nested = innermost;
        for (int i = 0; i < depth; i++) {
            nested = i % 2 == 0 ? JSON.arrayNode().add(nested) : JSON.objectNode().set("a", nested);
        }
        return nested;
    }

    private JsonNode many() {
        var many = JSON.arrayNode();
        for (int i = random.nextInt(700); i > 0; i--) {
            many.add(known());
        }
        return many;
    }
}
