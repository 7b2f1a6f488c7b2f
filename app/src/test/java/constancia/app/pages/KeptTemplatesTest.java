package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.texts.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What was read of the templates once is kept: a page that was parsed anew each time took several times as long. */
class KeptTemplatesTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#@~]\\{[^\"]*");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=");
    /** An expression is kept as it stands and with what it is made of. */
    private static final int FORMS = 3;

    private final StandardCacheManager kept = (StandardCacheManager) HttpRegister.shared().bean(SpringTemplateEngine.class).getCacheManager();

    @Test
    void there_is_room_for_every_expression() throws IOException {
        assertThat(found(EXPRESSION).distinct().count()).isBetween(1_000L, (long) kept.getExpressionCacheMaxSize() / FORMS);
    }

    @Test
    void there_is_room_for_every_fragment() throws IOException {
        assertThat(found(FRAGMENT).count()).isBetween(50L, (long) kept.getTemplateCacheMaxSize() / FORMS);
    }

    private static Stream<String> found(Pattern what) throws IOException {
        try (var files = Files.walk(Repository.root().resolve("web/src/main/resources/templates"))) {
            return files.filter(Files::isRegularFile).map(Repository::read).flatMap(template -> what.matcher(template).results().map(MatchResult::group)).toList().stream();
        }
    }
}
