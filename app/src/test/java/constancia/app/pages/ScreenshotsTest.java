package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import constancia.app.demo.Demo;
import constancia.app.texts.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The pictures of the README: taken of the demonstration by {@code bin/screenshots}, few and small. */
class ScreenshotsTest {

    private static final Path PICTURES = Repository.root().resolve("docs/screenshots");
    private static final int MOST_BYTES = 150_000;
    private static final int WIDTH = 1120;
    private static final int HEIGHT = 700;

    @Test
    void the_readme_shows_four_and_they_are_small() throws Exception {
        var readme = Files.readString(Repository.root().resolve("README.md"));
        try (var pictures = Files.list(PICTURES)) {
            assertThat(pictures.toList()).hasSize(4).allSatisfy(picture -> {
                assertThat(readme).contains("docs/screenshots/" + picture.getFileName());
                assertThat(Files.size(picture)).as(picture.toString()).isBetween(10_000L, (long) MOST_BYTES);
            });
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "tests.screenshots.write", matches = "true")
    void take_them() throws Exception {
        Files.createDirectories(PICTURES);
        var demo = Demo.filled();
        try (var chromium = new Chromium();
             var context = chromium.context(new NewContextOptions().setLocale("es-SV").setColorScheme(ColorScheme.LIGHT).setViewportSize(WIDTH, HEIGHT))) {
            var page = context.newPage();
            page.navigate(demo.url() + "/entrar");
            page.locator(".demo-accounts button", new Page.LocatorOptions().setHasText("coordinacion")).click();
            page.waitForURL(url -> !url.contains("/entrar"));
            for (var picture : pictures(demo).entrySet()) {
                page.navigate(demo.url() + picture.getValue());
                page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture.getKey() + ".png")));
            }
        }
    }

    private static Map<String, String> pictures(HttpRegister demo) {
        var pictures = new LinkedHashMap<String, String>();
        pictures.put("inicio", "/");
        pictures.put("plan", "/plans/" + first(demo, "plans?q=00067226"));
        pictures.put("historia", "/actions/" + first(demo, "actions?q=POA%202013") + "?step=8#historia");
        pictures.put("reunion", "/meetings/" + first(demo, "meetings?body=CNSCC&sort=startsAt"));
        return pictures;
    }

    private static String first(HttpRegister demo, String list) {
        return demo.get("/api/" + list).is(200).body().at("/items/0/id").asString();
    }
}
