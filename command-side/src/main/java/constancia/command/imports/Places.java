package constancia.command.imports;

import constancia.command.imports.Register.KnownTerritory;
import constancia.command.territories.Territory;
import constancia.kernel.territories.TerritoryKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Municipalities as a sheet names them, found in the catalogue of territories or made ready for it. */
final class Places {

    private static final int LONGEST_CODE = 20;

    private final List<KnownTerritory> known;
    private final Set<String> taken = new HashSet<>();

    Places(List<KnownTerritory> known) {
        this.known = known;
    }

    Optional<KnownTerritory> department(Item item) {
        return known.stream().filter(one -> one.kind() == TerritoryKind.DEPARTMENT && same(one, item.get(Meaning.DEPARTMENT))).findFirst();
    }

    /** The municipality that the catalogue has under that name in that department. */
    Optional<KnownTerritory> municipality(Item item) {
        return department(item).flatMap(department -> known.stream()
            .filter(one -> one.kind() == TerritoryKind.MUNICIPALITY && department.code().equals(one.parent()) && same(one, item.get(Meaning.MUNICIPALITY))).findFirst());
    }

    /** With the code that is written or, without one, the department's and the name: San Martín of SV-SS is SV-SS-SANMARTIN. */
    Territory entry(Item item) {
        var department = department(item).orElseThrow().code();
        var written = item.get(Meaning.CODE);
        var code = department + "-" + Plain.letters(item.get(Meaning.MUNICIPALITY)).toUpperCase(Locale.ROOT);
        return new Territory(written.isEmpty() ? code.substring(0, Math.min(LONGEST_CODE, code.length())) : written, item.get(Meaning.MUNICIPALITY),
            TerritoryKind.MUNICIPALITY, department, null);
    }

    /** Whether neither the catalogue nor a row above has that code: nothing is ever written over. */
    boolean free(String code) {
        return taken.add(code) && known.stream().noneMatch(one -> one.code().equals(code));
    }

    private static boolean same(KnownTerritory one, String name) {
        return Plain.of(one.name()).equals(Plain.of(name));
    }
}
