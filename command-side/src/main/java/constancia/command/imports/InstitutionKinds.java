package constancia.command.imports;

import static constancia.kernel.institutions.InstitutionKind.*;

import constancia.kernel.institutions.InstitutionKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The kinds of institutions by the words that lists write; what is not here is asked. */
final class InstitutionKinds {

    private static final Map<String, InstitutionKind> WORDS = new LinkedHashMap<>();

    static {
        for (var kind : InstitutionKind.values()) {
            WORDS.put(kind.word().replace('-', ' '), kind);
        }
        put(STATE, "ministerio", "secretaria de la presidencia", "institucion de gobierno", "institucion del estado", "organo judicial", "organo legislativo",
            "organo de control justicia", "autonoma", "institucion autonoma", "unidad de coordinacion", "direccion de gobierno");
        put(MUNICIPAL, "gobierno local", "municipalidad", "alcaldia");
        put(INTERNATIONAL, "agencia de naciones unidas", "organismo internacional", "organismo regional");
        put(COOPERATION, "cooperacion", "agencia de cooperacion", "cooperante");
        put(CIVIL_SOCIETY, "sociedad civil", "ong", "fundacion", "organizacion de la sociedad civil");
        put(PRIVATE_SECTOR, "sector privado", "empresa", "gremial", "gremial empresarial");
        put(ACADEMIA, "universidad", "academia");
        put(POLITICAL_PARTY, "partido politico", "partido");
        put(CHURCH, "iglesia");
        put(COUNTRY, "pais");
        put(PROGRAMME, "programa", "proyecto");
        put(SECTOR, "sector");
    }

    private InstitutionKinds() {
    }

    private static void put(InstitutionKind kind, String... words) {
        for (String word : words) {
            WORDS.put(word, kind);
        }
    }

    static Optional<InstitutionKind> of(String written) {
        return Optional.ofNullable(WORDS.get(Plain.heading(written)));
    }
}
