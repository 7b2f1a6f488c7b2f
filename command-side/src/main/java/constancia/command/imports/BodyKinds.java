package constancia.command.imports;

import constancia.kernel.bodies.BodyKind;
import java.util.Map;
import java.util.Optional;

/** The kinds of bodies by the first word of their names. */
final class BodyKinds {

    private static final Map<String, BodyKind> WORDS = Map.of("consejo", BodyKind.COUNCIL, "mesa", BodyKind.TABLE, "mesas", BodyKind.TABLE, "equipo", BodyKind.TEAM,
        "comite", BodyKind.COMMITTEE, "comision", BodyKind.COMMITTEE, "unidad", BodyKind.UNIT, "secretaria", BodyKind.UNIT);

    private BodyKinds() {
    }

    static Optional<BodyKind> of(String name, String kind) {
        return Optional.ofNullable(WORDS.get(Plain.heading(name).split(" ")[0])).or(() -> Optional.ofNullable(WORDS.get(Plain.heading(kind).split(" ")[0])));
    }
}
