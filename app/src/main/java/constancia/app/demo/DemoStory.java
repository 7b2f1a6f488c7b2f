package constancia.app.demo;

import constancia.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is told, a line for each step, a file for each year, in the order of the days. {@code "@name"} stands for an id,
 * the same wherever the name is; {@code "#name"} for the hash of a document that an earlier line brought in.
 */
record DemoStory(List<Step> steps, Map<String, UUID> ids, String hash) {

    /**
     * @param as       the account that says it
     * @param post     the path of a command after {@code /api/}: {@code actions/…/mark-delivered}; {@code persons}; {@code documents}
     * @param said     the fields of the request; of a document, its {@code name} and {@code text}
     */
    record Step(LocalDate on, String as, String post, ObjectNode said) {}

    static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final int FIRST_YEAR = 2011;
    private static final int LAST_YEAR = 2018;
    private static final long BEGINNING = Instant.parse("2011-01-01T00:00:00Z").toEpochMilli();
    private static final JsonMapper JSON = JsonMapper.shared();

    static DemoStory read() {
        var reading = new Reading(new ArrayList<>(), new HashMap<>(), new HashMap<>(), Sha256.digest());
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            try (var lines = DemoStory.class.getResourceAsStream(year + ".jsonl")) {
                new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(reading::line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new DemoStory(List.copyOf(reading.steps), Map.copyOf(reading.ids), HexFormat.of().formatHex(reading.digest.digest()));
    }

    private record Reading(List<Step> steps, Map<String, UUID> ids, Map<String, String> documents, MessageDigest digest) {

        void line(String line) {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            var told = JSON.readTree(line);
            var on = LocalDate.parse(told.get("on").asString());
            var said = (ObjectNode) named(told.get("say"));
            var post = told.get("post").asString();
            if (post.equals("documents")) {
                documents.put(said.get("name").asString(), Sha256.of(said.get("text").asString()));
            }
            steps.add(new Step(on, told.get("as").asString(), path(post), said));
        }

        private String path(String post) {
            var parts = post.split("/");
            return parts.length < 2 ? post : parts[0] + "/" + id(parts[1]) + "/" + parts[2];
        }

        private JsonNode named(JsonNode node) {
            return switch (node) {
                case ObjectNode object -> {
                    object.properties().forEach(field -> field.setValue(named(field.getValue())));
                    yield object;
                }
                case ArrayNode array -> {
                    for (int i = 0; i < array.size(); i++) {
                        array.set(i, named(array.get(i)));
                    }
                    yield array;
                }
                case StringNode text when text.asString().startsWith("@") -> StringNode.valueOf(id(text.asString()).toString());
                case StringNode text when text.asString().startsWith("#") -> StringNode.valueOf(document(text.asString().substring(1)));
                default -> node;
            };
        }

        private String document(String name) {
            var hash = documents.get(name);
            if (hash == null) {
                throw new IllegalStateException("No earlier line brings in the document " + name);
            }
            return hash;
        }

        /** A UUIDv7 that says nothing but the name. */
        private UUID id(String name) {
            return ids.computeIfAbsent(name, key -> {
                var random = ByteBuffer.wrap(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
                return new UUID(BEGINNING << 16 | 0x7000 | random.getShort() & 0xFFF, random.getLong() >>> 2 | 0x8000000000000000L);
            });
        }
    }
}
