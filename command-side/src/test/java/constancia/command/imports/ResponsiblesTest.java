package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.imports.Responsibles.Named;
import constancia.command.imports.Responsibles.Part;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsiblesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MJPS, CONJUVE, PNUD | MJPS LEAD; CONJUVE CO_RESPONSIBLE; PNUD CO_RESPONSIBLE",
        "CONJUVE, PNUD/OPS | CONJUVE LEAD; PNUD CO_RESPONSIBLE; OPS CO_RESPONSIBLE",
        "PNUD/OPS | PNUD LEAD; OPS CO_RESPONSIBLE",
        "UNICEF- UNPFA-OPS- OIT | UNICEF LEAD; UNPFA CO_RESPONSIBLE; OPS CO_RESPONSIBLE; OIT CO_RESPONSIBLE",
        "AMSS, UNICEF- UNPFA-OPS- OIT, PNUD | AMSS LEAD; UNICEF CO_RESPONSIBLE; UNPFA CO_RESPONSIBLE; OPS CO_RESPONSIBLE; OIT CO_RESPONSIBLE; PNUD CO_RESPONSIBLE",
        "U de C con apoyo de OCR | U de C LEAD; OCR SUPPORT",
        "MJSP; PNUD con el apoyo de la OPS y, OIT | MJSP LEAD; PNUD CO_RESPONSIBLE; OPS y SUPPORT; OIT SUPPORT",
        "con apoyo de OCR | OCR SUPPORT",
        "UdeC | UdeC LEAD",
        "PNUD, pnud, P.N.U.D. | PNUD LEAD",
        "UNICAES-Ilobasco | UNICAES-Ilobasco LEAD",
        "Ministro/a de Salud | Ministro/a de Salud LEAD",
    })
    void a_cell_is_split_into_names_and_parts(String cell, String expected) {
        assertThat(Responsibles.parse(cell)).extracting(n -> n.text() + " " + n.part()).containsExactly(expected.split("; "));
    }

    @Test
    void a_line_break_inside_a_list_is_a_blank_or_a_separator() {
        assertThat(Responsibles.parse("AMSS, UNICEF- UNPFA-OPS-\n OIT")).extracting(Named::text).containsExactly("AMSS", "UNICEF", "UNPFA", "OPS", "OIT");
        assertThat(Responsibles.parse("U de C con\napoyo de OCR")).containsExactly(new Named("U de C", Part.LEAD), new Named("OCR", Part.SUPPORT));
    }

    @Test
    void a_name_with_separators_stays_whole_if_the_register_knows_it() {
        Set<String> known = Set.of("RNTC-AL", "Secretaría de Participación Ciudadana, Transparencia y Anticorrupción", "UTE con apoyo de todos");
        assertThat(Responsibles.parse("PNUD, RNTC-AL", known::contains)).extracting(Named::text).containsExactly("PNUD", "RNTC-AL");
        assertThat(Responsibles.parse("PNUD, Secretaría de Participación Ciudadana, Transparencia y Anticorrupción / OPS", known::contains))
            .extracting(Named::text).containsExactly("PNUD", "Secretaría de Participación Ciudadana, Transparencia y Anticorrupción", "OPS");
        assertThat(Responsibles.parse("UTE con apoyo de todos", known::contains)).hasSize(1);
        assertThat(Responsibles.parse("PNUD, RNTC-AL")).extracting(Named::text).containsExactly("PNUD", "RNTC", "AL");
    }

    @Test
    void names_without_end_are_left_together_at_the_end_and_none_is_lost() {
        var parsed = Responsibles.parse(IntStream.range(0, 1_000).mapToObj(i -> "N" + i).collect(Collectors.joining(", ")));
        assertThat(parsed).hasSize(Limits.NAMES_IN_A_CELL + 1);
        assertThat(parsed.getLast().text()).startsWith("N30, N31").endsWith("N999");
    }

    @Test
    void nothing_gives_nobody() {
        assertThat(Responsibles.parse("")).isEmpty();
        assertThat(Responsibles.parse(" , - /\n")).isEmpty();
    }

    @Test
    void the_sample_plan_names_twelve_institutions() throws IOException {
        var names = new TreeSet<String>();
        Samples.matrix("plan-de-mejora-2011.xlsx").rows().forEach(r -> r.responsibles().forEach(n -> names.add(n.text())));
        assertThat(names).containsExactly("AMSS", "CONJUVE", "MJPS", "MJSP", "OCR", "OIT", "OPS", "PNUD", "U de C", "UNICEF", "UNPFA", "UdeC");
    }
}
