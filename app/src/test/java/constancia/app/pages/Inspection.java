package constancia.app.pages;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is looked at on a page: it is there, in its language, within every width, light enough, without a violation that axe knows, without a word to another host. */
final class Inspection {

    /** A window of 1,440 pixels has half of them at 200 %, and one of 1,280 at 400 % has 320; the others are a small notebook's and a telephone's. */
    private static final List<Integer> WIDTHS = List.of(1440, 1024, 720, 390, 320);
    private static final int HEIGHT = 900;
    private static final int MOST_BYTES = 150_000;
    private static final double PATIENCE = 10_000;

    /** The password of whoever was {@link #invited}. */
    private static final String OWN = "una contraseña larga y propia";

    private final Page page;
    private final HttpRegister register;
    private final String name;
    private final List<String> complaints = new ArrayList<>();

    /** @param name of its pictures */
    Inspection(Page page, HttpRegister register, String name) {
        this.page = page;
        this.register = register;
        this.name = name;
        Axe.comesWith(page);
        page.onConsoleMessage(this::heard);
        page.onRequest(request -> {
            if (!request.url().startsWith(register.url())) {
                complaints.add("asked another host: " + request.url());
            }
        });
    }

    /** What a page's policy forbids is told there too. That a form was refused or that there is no such page is what the page says; the browser notes it as well. */
    private void heard(ConsoleMessage message) {
        boolean said = message.text().matches(".*status of (403|409|412|422).*") || message.text().contains("status of 404") && message.location().startsWith(page.url());
        if (message.type().equals("error") && !said) {
            complaints.add(page.url() + ": " + message.text());
        }
    }

    /** Goes there and looks. */
    void of(String path, int status, String language) {
        var answer = page.navigate(register.url() + path);
        check(answer.status() == status, path, "answered " + answer.status());
        here(path, language);
    }

    /** The page as it stands, in its language. */
    void here(String as, String language) {
        check(language.equals(page.locator("html").getAttribute("lang")), as, "is in another language");
        check(!page.content().contains("??"), as, "shows the key of a text");
        look(as);
        // Spanish says it at greater length: where that fits, English does
        if (language.equals("es")) {
            fitsEverywhere(as);
        }
        check(weight() <= MOST_BYTES, as, "weighs " + weight() + " bytes");
    }

    private void fitsEverywhere(String as) {
        var width = page.viewportSize().width;
        for (int other : WIDTHS) {
            page.setViewportSize(other, HEIGHT);
            check(fits(), as, "is scrolled sideways at " + other + " pixels");
        }
        page.setViewportSize(width, HEIGHT);
    }

    /** What holds for a page at whatever point of its use. */
    void look(String as) {
        check(page.locator("h1").count() == 1, as, "has not one heading");
        check(fits(), as, "is scrolled sideways");
        Axe.violations(page, as).forEach(complaints::add);
        keepPicture(page, name + "-" + as);
    }

    private boolean fits() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    }

    /** Compressed, as it comes; what the browser has kept already counts too. */
    private int weight() {
        return (Integer) page.evaluate("""
                () => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation')).reduce((sum, part) => sum + part.encodedBodySize, 0)""");
    }

    private void check(boolean holds, String as, String otherwise) {
        if (!holds) {
            complaints.add(as + ": " + otherwise);
        }
    }

    List<String> complaints() {
        return complaints;
    }

    /** With -Dshots=folder: what a person would see. */
    static void keepPicture(Page page, String name) {
        var folder = System.getProperty("shots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name.replaceAll("[^A-Za-z0-9-]+", "_") + ".png")));
        }
    }

    static BrowserContext context(Chromium chromium, String language, ColorScheme scheme, int width) {
        var context = chromium.context(new NewContextOptions().setLocale(language.equals("es") ? "es-SV" : "en-GB").setColorScheme(scheme).setViewportSize(width, HEIGHT));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    static Page signedIn(BrowserContext context, String account, String password) {
        return signedIn(HttpRegister.shared(), context, account, password);
    }

    static Page signedIn(HttpRegister register, BrowserContext context, String account, String password) {
        var page = context.newPage();
        page.navigate(register.url() + "/entrar");
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

    /** Somebody new, who comes by an invitation and stands before the first page. */
    static Page invited(Page page, String account, String role) {
        var link = HttpRegister.shared().post("/api/invitations", "{'account':'" + account + "','roles':[" + role + "]}").is(201).text("link");
        page.navigate(HttpRegister.shared().url() + link.replaceFirst("^https?://[^/]+", ""));
        page.fill("#next", OWN);
        page.fill("#repeated", OWN);
        page.locator("main button").click();
        page.navigate(HttpRegister.shared().url() + "/entrar");
        signIn(page, account, OWN);
        return page;
    }
}
