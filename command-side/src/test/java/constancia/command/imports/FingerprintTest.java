package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.imports.Fingerprint.Place;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final String BASE = of("2.1", List.of("A", "B"), "1", "Diseñar el plan", List.of("T1", "T2"), "MJSP, PNUD");

    @Test
    void it_is_the_same_for_ever() {
        assertThat(BASE).isEqualTo("7905b428f358660d0d5e750e5ca7083ade00325e1b6ea78ede88bacc8bd523a9");
    }

    @Test
    void blanks_and_the_two_ways_of_writing_an_accent_do_not_count() {
        assertThat(of(" 2.1", List.of("A ", "B"), "1", "Disen\u0303ar \n el\u00A0plan ", List.of("T1", "T2"), "MJSP,  PNUD")).isEqualTo(BASE);
    }

    @Test
    void everything_else_counts() {
        assertThat(Set.of(BASE,
            of("2.2", List.of("A", "B"), "1", "Diseñar el plan", List.of("T1", "T2"), "MJSP, PNUD"),
            of("2.1", List.of("B", "A"), "1", "Diseñar el plan", List.of("T1", "T2"), "MJSP, PNUD"),
            of("2.1", List.of("A B"), "1", "Diseñar el plan", List.of("T1", "T2"), "MJSP, PNUD"),
            of("2.1", List.of("A", "B"), "2", "Diseñar el plan", List.of("T1", "T2"), "MJSP, PNUD"),
            of("2.1", List.of("A", "B"), "1", "diseñar el plan", List.of("T1", "T2"), "MJSP, PNUD"),
            of("2.1", List.of("A", "B"), "1", "Diseñar el plan", List.of("T1"), "MJSP, PNUD"),
            of("2.1", List.of("A", "B"), "1", "Diseñar el plan", List.of("T1", "T2"), "MJSP")
        )).hasSize(8);
    }

    @Test
    void a_text_cannot_pose_as_two() {
        assertThat(of("", List.of("a", "b"), "", "", List.of(), "")).isNotEqualTo(of("", List.of("a"), "b", "", List.of(), ""));
        assertThat(of("1", List.of(), "2", "", List.of(), "")).isNotEqualTo(of("12", List.of(), "", "", List.of(), ""));
    }

    @Test
    void other_words_in_the_same_place_are_a_possible_change() {
        var place = new Place("2.3", 6, "4");
        assertThat(Fingerprint.differsInWording(place, "Elaborar", place, "Redactar")).isTrue();
        assertThat(Fingerprint.differsInWording(place, "Elaborar un plan", place, "Elaborar  un plan ")).isFalse();
        assertThat(Fingerprint.differsInWording(place, "Elaborar", new Place("2.3", 7, "4"), "Redactar")).isFalse();
        assertThat(Fingerprint.differsInWording(new Place("", 0, ""), "a", new Place("", 0, ""), "b")).isFalse();
    }

    private static String of(String component, List<String> recommendations, String number, String text, List<String> marks, String responsible) {
        return Fingerprint.of(component, recommendations, number, text, marks, responsible);
    }
}
