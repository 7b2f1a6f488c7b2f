package constancia.web.pages;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Pages on paper: tagged PDF that a screen reader can follow (PDF/UA-1) and an archive can keep (PDF/A-3a), with its fonts in it. */
@Component
final class PrintedPages {

    private final ITemplateEngine templates;
    private final Formats formats;
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    PrintedPages(ITemplateEngine templates, Formats formats) {
        this.templates = templates;
        this.formats = formats;
        XRLog.setLoggingEnabled(false);
    }

    /**
     * As an answer that the browser shows.
     *
     * @param name     under which it is kept, without its ending
     * @param template well-formed, with a language, a title and a description
     */
    ResponseEntity<byte[]> answer(String name, String template, Map<String, Object> model, Locale locale) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name + ".pdf", StandardCharsets.UTF_8).build().toString())
                .body(pdf(template, model, locale));
    }

    private byte[] pdf(String template, Map<String, Object> model, Locale locale) {
        var context = new Context(locale, model);
        context.setVariable("f", formats);
        context.setVariable("language", locale.getLanguage());
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(colours);
        font(builder, "Sans-Regular", 400, FontStyle.NORMAL);
        font(builder, "Sans-Bold", 700, FontStyle.NORMAL);
        font(builder, "Mono-Regular", 400, FontStyle.NORMAL);
        // a page on paper fetches nothing
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Constancia");
        builder.withHtmlContent(templates.process(template, context), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static void font(PdfRendererBuilder builder, String name, int weight, FontStyle style) {
        builder.useFont(() -> file(name), name.startsWith("Mono") ? "Mono" : "Sans", weight, style, true);
    }

    private static InputStream file(String name) {
        return PrintedPages.class.getResourceAsStream("/liberation/Liberation" + name + ".ttf");
    }
}
