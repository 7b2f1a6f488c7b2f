package constancia.web.pages;

import constancia.query.documents.KeptDocuments;
import constancia.web.Caller;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A document for whoever is signed in with a browser: to be saved, never shown in the register's own name. */
@Controller
final class DocumentPages {

    private final KeptDocuments documents;

    DocumentPages(KeptDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/documents/{sha256:[0-9a-f]{64}}")
    ResponseEntity<InputStreamResource> document(@PathVariable String sha256) {
        var content = documents.content(Caller.current().reader(), sha256);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType(content.type())).contentLength(content.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(content.name(), StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'").body(new InputStreamResource(content.stream()));
    }
}
