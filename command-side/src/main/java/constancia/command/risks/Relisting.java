package constancia.command.risks;

import constancia.kernel.risks.Measure;
import constancia.kernel.risks.MeasureKind;
import constancia.kernel.risks.RiskEvent.RiskRegistered;
import constancia.kernel.risks.RiskId;
import constancia.kernel.risks.WarningSign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who is who in a corrected list: an entry with the same text is the same; another text at the place of an entry that is
 * gone is that entry, corrected; whatever is left is new.
 */
final class Relisting {

    private Relisting() {}

    /** The corrected registration with the ids of the former one. */
    static RiskRegistered of(RiskId risk, RiskRegistered was, RiskRegistered is) {
        var former = new LinkedHashMap<UUID, String>();
        was.warningSigns().forEach(sign -> former.put(sign.id(), sign.text()));
        var texts = is.warningSigns().stream().map(WarningSign::text).toList();
        var ids = ids(risk, "sign", former, texts);
        var signs = IntStream.range(0, ids.size()).mapToObj(i -> new WarningSign(ids.get(i), texts.get(i))).toList();
        var measures = Stream.of(MeasureKind.values()).flatMap(kind -> measures(risk, kind, was, is)).toList();
        return new RiskRegistered(is.scenario(), is.plan(), is.body(), signs, measures, is.actions(), is.watches(), is.effectiveOn());
    }

    private static Stream<Measure> measures(RiskId risk, MeasureKind kind, RiskRegistered was, RiskRegistered is) {
        var former = new LinkedHashMap<UUID, String>();
        was.measures().stream().filter(measure -> measure.kind() == kind).forEach(measure -> former.put(measure.id(), measure.text()));
        var texts = is.measures().stream().filter(measure -> measure.kind() == kind).map(Measure::text).toList();
        var ids = ids(risk, kind.word(), former, texts);
        return IntStream.range(0, ids.size()).mapToObj(i -> new Measure(ids.get(i), kind, texts.get(i)));
    }

    private static List<UUID> ids(RiskId risk, String list, Map<UUID, String> former, List<String> texts) {
        var free = new LinkedHashMap<>(former);
        var ids = new ArrayList<UUID>();
        for (var text : texts) {
            var same = free.keySet().stream().filter(id -> free.get(id).equals(text)).findFirst().orElse(null);
            free.remove(same);
            ids.add(same);
        }
        var places = List.copyOf(former.keySet());
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) == null && i < places.size() && free.remove(places.get(i)) != null) {
                ids.set(i, places.get(i));
            }
        }
        int place = 0;
        for (int i = 0; i < ids.size(); i++) {
            while (ids.get(i) == null) {
                var fresh = Risk.idOf(risk, list, place++);
                if (!former.containsKey(fresh)) {
                    ids.set(i, fresh);
                }
            }
        }
        return ids;
    }
}
