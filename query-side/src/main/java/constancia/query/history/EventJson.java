package constancia.query.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import constancia.kernel.Event;
import constancia.kernel.EventTypes;
import constancia.kernel.Provenance;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Events and their provenance as stored: JSON in UTF-8, nulls left out, read leniently (unknown fields are passed over). */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .registerSubtypes(EventTypes.all().entrySet().stream().map(type -> new NamedType(type.getValue(), type.getKey())).toArray(NamedType[]::new))
            .build();

    private EventJson() {}

    public static byte[] write(Event event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /** @throws IllegalArgumentException no event has that name */
    public static Event read(String type, byte[] payload) {
        return MAPPER.readValue(payload, EventTypes.named(type));
    }

    /** With every text under these names covered. */
    static Event read(String type, byte[] payload, Collection<String> covered) {
        if (covered.isEmpty()) {
            return read(type, payload);
        }
        var json = MAPPER.readTree(payload);
        Covered.cover(json, covered);
        return MAPPER.treeToValue(json, EventTypes.named(type));
    }

    /** With its grounds covered when anything is: they may tell it. */
    static Provenance readProvenance(byte[] metadata, Collection<String> covered) {
        if (covered.isEmpty()) {
            return readProvenance(metadata);
        }
        var json = MAPPER.readTree(metadata);
        Covered.cover(json, List.of("grounds"));
        return MAPPER.treeToValue(json, Provenance.class);
    }

    public static byte[] write(Provenance by) {
        return MAPPER.writeValueAsBytes(by);
    }

    public static Provenance readProvenance(byte[] metadata) {
        return MAPPER.readValue(metadata, Provenance.class);
    }
}
