package constancia.web.documents;

import constancia.kernel.Invalid;
import constancia.query.documents.KeptDocuments;
import constancia.query.documents.KeptDocuments.About;
import constancia.query.documents.KeptDocuments.Use;
import constancia.web.Caller;
import constancia.web.commands.CommandBinder;
import constancia.web.commands.JsonBodies;
import constancia.web.documents.DocumentDesk.Classification;
import constancia.web.documents.DocumentDesk.KeptDocument;
import constancia.web.openapi.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents in and out. What goes out is given to be saved, never to be shown in the register's own name. */
@RestController
final class DocumentsController {

    record Uses(List<Use> items) {}

    private final DocumentDesk desk;
    private final KeptDocuments documents;
    private final CommandBinder binder;
    private final JsonBodies bodies;
    private final JsonMapper json;
    private final Clock clock;

    DocumentsController(DocumentDesk desk, KeptDocuments documents, CommandBinder binder, JsonBodies bodies, JsonMapper json, Clock clock) {
        this.desk = desk;
        this.documents = documents;
        this.binder = binder;
        this.bodies = bodies;
        this.json = json;
        this.clock = clock;
    }

    @Answers(status = 201)
    @PostMapping(path = "/api/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<KeptDocument> upload(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false, name = "class") @Nullable String classification,
                                @RequestParam(required = false) @Nullable String legalBasis, @RequestParam(required = false) @Nullable String authority,
                                @RequestParam(required = false) @Nullable String resolution, @RequestParam(required = false) @Nullable String until,
                                @RequestParam(required = false) @Nullable String grounds) throws IOException {
        if (file == null) {
            throw new Invalid("file", "required");
        }
        var body = json.createObjectNode();
        put(body, "class", classification);
        put(body, "legalBasis", legalBasis);
        put(body, "authority", authority);
        put(body, "resolution", resolution);
        put(body, "until", until);
        put(body, "grounds", grounds);
        var classified = body.isEmpty() ? null : binder.read(Classification.class, body, LocalDate.now(clock));
        var given = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var copy = Files.createTempFile("constancia-", ".document");
        try {
            file.transferTo(copy);
            var kept = desk.keep(Caller.current().account(), given, copy, classified);
            return ResponseEntity.created(URI.create("/api/documents/" + kept.sha256())).cacheControl(CacheControl.noStore()).body(kept);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void put(ObjectNode body, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            body.put(field, value.strip());
        }
    }

    @GetMapping("/api/documents/{sha256}")
    @Answers(with = byte[].class)
    ResponseEntity<InputStreamResource> download(@PathVariable String sha256) {
        var content = documents.content(Caller.current().reader(), sha256);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType(content.type())).contentLength(content.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(content.name(), StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'").header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(content.stream()));
    }

    @GetMapping("/api/documents/{sha256}/about")
    ResponseEntity<About> about(@PathVariable String sha256) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(documents.about(Caller.current().reader(), sha256));
    }

    @GetMapping("/api/documents/{sha256}/uses")
    ResponseEntity<Uses> uses(@PathVariable String sha256) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Uses(documents.uses(Caller.current().reader(), sha256)));
    }

    @Answers(takes = Classification.class)
    @PostMapping("/api/documents/{sha256}/classify")
    ResponseEntity<About> classify(@PathVariable String sha256, HttpServletRequest request) {
        var reader = Caller.current().reader();
        documents.uses(reader, sha256);
        var classification = binder.read(Classification.class, bodies.read(request), LocalDate.now(clock));
        if (classification.grounds() == null) {
            throw new Invalid("grounds", "grounds-required");
        }
        desk.classify(reader.account(), sha256, classification);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(documents.about(reader, sha256));
    }
}
