package constancia.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The heading of a list is made of its columns, its rows stand in a template: both have the same ones in the same order. */
class ListSpecTest {

    private static final Pattern ROWS = Pattern.compile("<tbody th:fragment=\"([a-z-]+)\\(rows\\)\">(.*?)</tbody>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td.*? th:data-label=\"#\\{column\\.(\\w+)}\" th:insert=\"~\\{fragments/cells :: (\\w+)}\"></td>");

    @Test
    void rows_have_the_columns_of_their_list() throws IOException {
        var lists = ROWS.matcher(template()).results().toList();
        assertThat(lists).hasSize(12).allSatisfy(rows -> {
            var columns = ListSpec.at(rows.group(1)).orElseThrow().columns();
            var cells = CELL.matcher(rows.group(2)).results().toList();
            assertThat(cells.stream().map(cell -> cell.group(1)).toList()).as("labels of %s", rows.group(1)).isEqualTo(columns);
            assertThat(cells.stream().map(cell -> cell.group(2)).toList()).as("cells of %s", rows.group(1)).isEqualTo(columns);
            assertThat(List.of(rows.group(2).split("<td"))).hasSize(columns.size() + 1);
        });
    }

    private static String template() throws IOException {
        try (var template = ListSpecTest.class.getResourceAsStream("/templates/fragments/rows.html")) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
