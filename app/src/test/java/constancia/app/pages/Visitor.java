package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import constancia.app.HttpRegister;

/** Somebody before a browser: signs in, goes to pages, and complains about what a page must not do. */
final class Visitor implements AutoCloseable {

    private final HttpRegister register;
    private final BrowserContext context;
    private final Page page;
    private final Inspection inspection;

    private Visitor(HttpRegister register, BrowserContext context, String name) {
        this.register = register;
        this.context = context;
        this.page = context.newPage();
        this.inspection = new Inspection(page, register, name);
    }

    static Visitor to(HttpRegister register, Chromium chromium, String language, ColorScheme scheme, int width, boolean scripts) {
        var options = new NewContextOptions().setLocale(language.equals("es") ? "es-SV" : "en-GB").setColorScheme(scheme).setViewportSize(width, 900).setJavaScriptEnabled(scripts);
        return new Visitor(register, chromium.context(options), language + "-" + scheme.name().toLowerCase() + "-" + width);
    }

    boolean in(HttpRegister which) {
        return register == which;
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
        inspection.look(as);
        return this;
    }

    /** A page that answers that, in that language and at every width. */
    Page walks(String path, int status, String language) {
        inspection.of(path, status, language);
        return page;
    }

    /** The page as it is, in that language and at every width. */
    Visitor sees(String as, String language) {
        inspection.here(as, language);
        return this;
    }

    void hasNoComplaint() {
        assertThat(inspection.complaints()).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
