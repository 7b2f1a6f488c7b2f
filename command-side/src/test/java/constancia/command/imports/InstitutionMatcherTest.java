package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.imports.InstitutionMatcher.Known;
import constancia.command.imports.InstitutionMatcher.Match;
import constancia.command.imports.InstitutionMatcher.Suggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionMatcherTest {

    private static InstitutionMatcher matcher;

    /** All the institutions of the sample by acronym and full name; the forms as written are left out. */
    @BeforeAll
    static void the_register_knows_the_sample() throws IOException {
        var known = new ArrayList<Known>();
        for (var record : Samples.records("instituciones.csv")) {
            String acronym = record.get("Sigla");
            String name = record.get("Nombre completo");
            String written = record.get("Variantes tal como aparecen").split("; ")[0];
            known.add(new Known(UUID.nameUUIDFromBytes(record.toString().getBytes(StandardCharsets.UTF_8)),
                name.startsWith("?") ? written : name.replace(" ?", ""), acronym.isEmpty() ? null : acronym, List.of()));
        }
        matcher = new InstitutionMatcher(known);
    }

    @ParameterizedTest
    @CsvSource({"PNUD,PNUD", "pnud,PNUD", "P.N.U.D.,PNUD", "'  Organizacion   panamericana de la SALUD',OPS", "Union Europea,UE", "CMP,CMP", "CMPV,CMPV",
        "STP,STP", "STPP,STPP", "SEGEPLAN,SEGEPLAN"})
    void the_same_name_but_for_case_accents_dots_and_blanks_is_exact(String written, String acronym) {
        assertThat(matcher.match(written)).isInstanceOfSatisfying(Match.Exact.class, m -> assertThat(m.institution().acronym()).isEqualTo(acronym));
        assertThat(matcher.knows(written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MJPS,MJSP", "UNPFA,UNFPA", "U de C,UdeC", "SETEPLAN,SEGEPLAN", "COMURE,COMURES", "Alcaldía Municipal,AMSS",
        "Ministerio de Justicia y Seguridad Pública (MJSP),MJSP", "Banco Central de Reserba,BCR", "Ministerio de Educación,MINEDUC"})
    void what_looks_alike_is_only_suggested(String written, String acronym) {
        assertThat(suggestions(written)).contains(acronym);
    }

    @ParameterizedTest
    @CsvSource({"MJPS,MJSP", "UNPFA,UNFPA", "U de C,UdeC"})
    void the_most_alike_comes_first(String written, String acronym) {
        assertThat(suggestions(written)).first().isEqualTo(acronym);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cruz Roja Salvadoreña", "XY", "", "…", "Zzzzzzzz"})
    void others_are_unknown(String written) {
        assertThat(matcher.match(written)).isInstanceOf(Match.Unknown.class);
    }

    @Test
    void near_homonyms_are_never_taken_for_one_another() {
        var without = new InstitutionMatcher(List.of(new Known(new UUID(0, 1), "Concejos Municipales Plurales", "CMP", List.of()),
            new Known(new UUID(0, 2), "Secretaría Técnica de la Presidencia", "STP", List.of()),
            new Known(new UUID(0, 3), "Secretaría de Planificación", "SEGEPLAN", List.of())));
        for (String other : List.of("CMPV", "STPP", "SETEPLAN")) {
            assertThat(without.match(other)).isInstanceOf(Match.Suggested.class);
            assertThat(without.knows(other)).isFalse();
        }
    }

    @Test
    void two_with_exactly_this_name_are_for_a_person_to_tell_apart() {
        Known here = new Known(new UUID(0, 1), "Ministerio de Educación", "MINED", List.of());
        Known there = new Known(new UUID(0, 2), "Ministerio de Educación", "MINEDUC", List.of());
        var both = new InstitutionMatcher(List.of(here, there));
        assertThat(both.match("ministerio de educacion")).isEqualTo(new Match.Ambiguous(List.of(here, there)));
        assertThat(both.match("MINED")).isEqualTo(new Match.Exact(here));
    }

    @Test
    void an_alias_is_a_name_like_the_others_and_an_institution_is_found_once() {
        Known known = new Known(new UUID(0, 1), "UdeC", "UdeC", List.of("U de C", "UDEC"));
        assertThat(new InstitutionMatcher(List.of(known)).match("u de c")).isEqualTo(new Match.Exact(known));
        assertThat(new InstitutionMatcher(List.of(known)).match("UdeC")).isEqualTo(new Match.Exact(known));
    }

    @ParameterizedTest
    @CsvSource({"MJPS,MJSP,1", "ca,abc,3", "abc,abc,0", "'',abc,3", "segeplan,seteplan,1"})
    void distances_count_a_swap_of_neighbours_once(String a, String b, int expected) {
        assertThat(Likeness.distance(a, b)).isEqualTo(expected).isEqualTo(Likeness.distance(b, a));
    }

    private static List<String> suggestions(String written) {
        return ((Match.Suggested) matcher.match(written)).suggestions().stream().map(Suggestion::institution).map(Known::acronym).toList();
    }
}
