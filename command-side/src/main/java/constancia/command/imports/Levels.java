package constancia.command.imports;

import constancia.kernel.plans.OutlineKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The nodes of an outline that an entry holds, from the top. */
final class Levels {

    /** @param code empty where none is written */
    record Node(OutlineKind kind, String code, String text) {
    }

    private static final Map<Meaning, OutlineKind> KINDS = new EnumMap<>(Map.of(Meaning.COMPONENT, OutlineKind.COMPONENT, Meaning.AXIS, OutlineKind.AXIS,
        Meaning.RESULT, OutlineKind.RESULT, Meaning.GOAL, OutlineKind.GOAL, Meaning.PURPOSE, OutlineKind.PURPOSE,
        Meaning.LOGFRAME_COMPONENT, OutlineKind.LOGFRAME_COMPONENT, Meaning.ACTIVITY, OutlineKind.ACTIVITY, Meaning.RECOMMENDATION, OutlineKind.RECOMMENDATION));
    private static final Map<String, OutlineKind> WORDS = Map.of("fin", OutlineKind.GOAL, "objetivo", OutlineKind.GOAL, "proposito", OutlineKind.PURPOSE,
        "componente", OutlineKind.LOGFRAME_COMPONENT, "componentes", OutlineKind.LOGFRAME_COMPONENT, "actividad", OutlineKind.ACTIVITY,
        "resultado", OutlineKind.RESULT, "eje", OutlineKind.AXIS);

    private Levels() {
    }

    /** Column by column; a code belongs to the node in the next column that holds one. */
    static List<Node> of(Item item) {
        var level = item.get(Meaning.LEVEL);
        if (!level.isEmpty()) {
            return level(level).map(kind -> List.of(new Node(kind, kind == OutlineKind.GOAL || kind == OutlineKind.PURPOSE ? "" : level, item.get(Meaning.TEXT)))).orElse(List.of());
        }
        var nodes = new ArrayList<Node>();
        String code = "";
        for (int column = 0; column < item.table().headings().size(); column++) {
            var meaning = item.meanings().get(column).orElse(null);
            String cell = item.entry().cell(column);
            if (meaning == Meaning.CODE) {
                code = cell;
            } else if (meaning != null && KINDS.containsKey(meaning) && !cell.isEmpty()) {
                nodes.add(new Node(KINDS.get(meaning), code, cell));
                code = "";
            }
        }
        return nodes;
    }

    /** Which level a word such as "Propósito" or "Componente 1: (CSR)" says. */
    static Optional<OutlineKind> level(String written) {
        return Optional.ofNullable(WORDS.get(Plain.heading(written).split(" ")[0]));
    }

    /** Under which level of a logical framework another stands. */
    static @Nullable OutlineKind above(OutlineKind kind) {
        return switch (kind) {
            case PURPOSE -> OutlineKind.GOAL;
            case LOGFRAME_COMPONENT -> OutlineKind.PURPOSE;
            case ACTIVITY -> OutlineKind.LOGFRAME_COMPONENT;
            case COMPONENT, AXIS, RESULT, RECOMMENDATION, GOAL -> null;
        };
    }
}
