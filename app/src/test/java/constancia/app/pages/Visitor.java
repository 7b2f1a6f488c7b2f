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

/** Somebody before a browser: signs in, goes to pages, and complains about what a page must not do. */
final class Visitor implements AutoCloseable {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final HttpRegister register;
    private final BrowserContext context;
    private final String name;
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    private Visitor(HttpRegister register, BrowserContext context, String name) {
        this.register = register;
        this.context = context;
        this.name = name;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // that a form was refused is what the page says; the browser notes it too
            if (message.type().equals("error") && !message.text().contains("422") && !message.text().contains("409") && !message.text().contains("403")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(register.url())) {
                complaints.add("asked another host: " + request.url());
            }
        });
    }

    static Visitor to(HttpRegister register, Chromium chromium, String language, ColorScheme scheme, int width, boolean scripts) {
        var options = new NewContextOptions().setLocale(language.equals("es") ? "es-SV" : "en-GB").setColorScheme(scheme).setViewportSize(width, 900).setJavaScriptEnabled(scripts);
        return new Visitor(register, chromium.context(options), language + "-" + scheme.name().toLowerCase() + "-" + width);
    }

    Page page() {
        return page;
    }

    Visitor signedIn(String account, String password) {
        page.navigate(register.url() + "/entrar");
        page.fill("#account", account);
        page.fill("#password", password);
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/entrar"));
        return this;
    }

    /** Goes there and expects that answer. */
    Page at(String path, int status) {
        assertThat(page.navigate(register.url() + path).status()).as(path).isEqualTo(status);
        return page;
    }

    /** Looks at the page as it is: whether everybody can use it, at this width, in this theme. With -Dshots=folder it keeps a picture. */
    Visitor looks(String as) {
        assertThat(page.content()).as(as).doesNotContain("??");
        assertThat(page.locator("h1").count()).as(as).isEqualTo(1);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(as + " fits the width").isTrue();
        new AxeBuilder(page).withTags(RULES).analyze().getViolations().forEach(found -> complaints.add(as + ": " + found.getId() + " " + found.getNodes().getFirst().getHtml()));
        var folder = System.getProperty("shots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + "-" + as + ".png")));
        }
        return this;
    }

    void hasNoComplaint() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
