package constancia.app.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links in the documentation lead somewhere. */
class LinksTest {

    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+)$");

    @Test
    void every_link_within_the_repository_leads_somewhere() {
        assertThat(Repository.files(".md").stream().flatMap(page -> broken(page).stream())).isEmpty();
    }

    @Test
    void a_broken_link_is_found(@TempDir Path folder) throws Exception {
        var page = Files.writeString(folder.resolve("a.md"), "# Título uno\n[ok](#título-uno) [no](#dos) [no](b.md) [out](https://example.org) `[code](c.md)`");
        assertThat(broken(page)).hasSize(2);
    }

    private static List<String> broken(Path page) {
        var broken = new ArrayList<String>();
        LINK.matcher(CODE.matcher(Repository.read(page)).replaceAll("")).results().map(link -> link.group(1)).forEach(target -> {
            if (!target.matches("[a-z]+:.*") && !leadsSomewhere(page, target)) {
                broken.add(page + " → " + target);
            }
        });
        return broken;
    }

    private static boolean leadsSomewhere(Path page, String target) {
        var parts = target.split("#", 2);
        var file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || !file.toString().endsWith(".md") || anchors(file).contains(parts[1]));
    }

    private static Set<String> anchors(Path page) {
        return HEADING.matcher(Repository.read(page)).results().map(heading -> heading.group(1).strip().toLowerCase()
                .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).collect(Collectors.toSet());
    }
}
