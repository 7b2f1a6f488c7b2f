package constancia.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Shapes lie in a file of their own, which a page names: none is named that is not there, and none is there for nothing. */
class ShapesTest {

    private static final Pattern DRAWN = Pattern.compile("<symbol id=\"([^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("shapes :: shape\\('([^']+)'\\)");

    @Test
    void those_that_are_named_are_those_that_are_drawn() throws IOException {
        var named = new TreeSet<>(Looks.SHAPES.values());
        named.add(Looks.ANY);
        named.addAll(found(NAMED, "classpath*:templates/**/*.html"));
        assertThat(found(DRAWN, "classpath:static/formas.svg")).isEqualTo(named);
    }

    private static Set<String> found(Pattern what, String where) throws IOException {
        var found = new TreeSet<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources(where)) {
            found.addAll(what.matcher(file.getContentAsString(StandardCharsets.UTF_8)).results().map(one -> one.group(1)).collect(Collectors.toSet()));
        }
        return found;
    }
}
