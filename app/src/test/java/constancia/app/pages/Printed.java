package constancia.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What the register puts on paper, as a browser is given it. */
final class Printed {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private final byte[] pdf;

    private Printed(byte[] pdf) {
        this.pdf = pdf;
    }

    /** Asked for by whoever is signed in on that page. */
    static Printed at(Page page, String path) {
        var answer = (List<?>) page.evaluate("""
                async url => {
                    const answer = await fetch(url);
                    const bytes = new Uint8Array(await answer.arrayBuffer());
                    return [answer.headers.get('Content-Type'), btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))];
                }""", path);
        assertThat(answer.getFirst()).as(path).isEqualTo("application/pdf");
        return new Printed(Base64.getDecoder().decode((String) answer.get(1)));
    }

    /** As the browser itself prints the page on which it is, on the paper that the page asks for. */
    static Printed by(Page page) {
        return new Printed(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
    }

    /** By all rules of PDF/UA-1, and of the archive's PDF/A-3a. */
    Printed isForEverybody() throws IOException {
        for (var rules : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), rules); var validator = Foundries.defaultInstance().createValidator(rules, false)) {
                var result = validator.validate(parser);
                assertThat(result.getTestAssertions().stream().map(failed -> failed.getRuleId().getClause() + " " + failed.getMessage())).as(rules.toString()).isEmpty();
                assertThat(result.isCompliant()).as(rules.toString()).isTrue();
            } catch (VeraPDFException e) {
                throw new IOException(e);
            }
        }
        return this;
    }

    String text() throws IOException {
        return String.join(" ", pages());
    }

    /** The text of each page. */
    List<String> pages() throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).replaceAll("\\s+", " ").strip());
            }
            return pages;
        }
    }

    /** Whether all of it lies across. */
    boolean liesAcross() throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return StreamSupport.stream(document.getPages().spliterator(), false).allMatch(page -> page.getMediaBox().getWidth() > page.getMediaBox().getHeight());
        }
    }

    /** With -Dshots=folder: what is printed. */
    Printed keepPictures(String name) throws IOException {
        var folder = System.getProperty("shots");
        if (folder != null) {
            try (var document = Loader.loadPDF(pdf)) {
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    ImageIO.write(new PDFRenderer(document).renderImageWithDPI(page, 96), "png", new File(folder, name + "-" + (page + 1) + ".png"));
                }
            }
        }
        return this;
    }
}
