package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is looked at on every page: it is there, in its language, within its width, without a violation that axe knows, without a word to another host. */
final class Inspection {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final double PATIENCE = 10_000;

    private final Page page;
    private final String language;
    private final String name;
    private final List<String> complaints = new ArrayList<>();

    Inspection(Page page, String language, String name) {
        this.page = page;
        this.language = language;
        this.name = name;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(HttpRegister.shared().url())) {
                complaints.add("asked another host: " + request.url());
            }
        });
    }

    void of(List<String> paths) {
        for (var path : paths) {
            var answer = page.navigate(HttpRegister.shared().url() + path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            here(path);
        }
        assertThat(complaints).isEmpty();
    }

    /** The page as it stands now. */
    void here(String path) {
        assertThat(page.content()).as(path).doesNotContain("??");
        assertThat(page.locator("html").getAttribute("lang")).as(path).isEqualTo(language);
        assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(path + " fits the width").isTrue();
        new AxeBuilder(page).withTags(RULES).analyze().getViolations().forEach(found -> complaints.add(path + ": " + found.getId() + " " + found.getNodes().getFirst().getHtml()));
        keepPicture(page, name + path);
    }

    /** With -Dshots=folder: what a person would see. */
    static void keepPicture(Page page, String name) {
        var folder = System.getProperty("shots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name.replaceAll("[^A-Za-z0-9-]+", "_") + ".png")));
        }
    }

    static BrowserContext context(Chromium chromium, String language, ColorScheme scheme, int width) {
        var context = chromium.context(new NewContextOptions().setLocale(language.equals("es") ? "es-SV" : "en-GB").setColorScheme(scheme).setViewportSize(width, 900));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    static Page signedIn(BrowserContext context, String account, String password) {
        var page = context.newPage();
        page.navigate(HttpRegister.shared().url() + "/entrar");
        signIn(page, account, password);
        return page;
    }

    /** On the page that asks for it. */
    static void signIn(Page page, String account, String password) {
        page.fill("#account", account);
        page.fill("#password", password);
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/entrar"));
    }
}
