package constancia.web.imports;

import constancia.command.imports.ImportKind;
import constancia.command.imports.Mapping;
import constancia.command.imports.Meaning;
import constancia.web.BoundedBody;
import constancia.web.Caller;
import constancia.web.openapi.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What the columns of a unit's sheets hold, saved under a name for the imports to come. */
@RestController
final class MappingsController {

    record ColumnShown(String heading, Meaning meaning) {}

    record MappingShown(UUID id, String name, ImportKind kind, List<ColumnShown> columns) {}

    record NewMapping(String name, ImportKind kind, List<ColumnShown> columns) {}

    record NewName(String name) {}

    record MappingsShown(List<MappingShown> items) {}

    private final MappingDesk desk;
    private final JsonMapper json;

    MappingsController(MappingDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @Answers(status = 201, takes = NewMapping.class)
    @PostMapping(path = "/api/mappings", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MappingShown> save(HttpServletRequest request) {
        var kept = desk.save(Caller.current().account(), MappingBody.read(json, BoundedBody.read(request)));
        return ResponseEntity.created(URI.create("/api/mappings/" + kept.id())).cacheControl(CacheControl.noStore()).body(shown(kept));
    }

    @GetMapping("/api/mappings")
    ResponseEntity<MappingsShown> list() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new MappingsShown(desk.list().stream().map(MappingsController::shown).toList()));
    }

    @GetMapping("/api/mappings/{id}")
    ResponseEntity<MappingShown> look(@PathVariable UUID id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown(desk.look(id)));
    }

    /** Another name; what its columns hold stays. */
    @Answers(takes = NewName.class)
    @PatchMapping(path = "/api/mappings/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<MappingShown> rename(@PathVariable UUID id, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown(desk.rename(id, MappingBody.readName(json, BoundedBody.read(request)))));
    }

    @Answers(status = 204)
    @DeleteMapping("/api/mappings/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        desk.delete(id);
        return ResponseEntity.noContent().build();
    }

    private static MappingShown shown(MappingDesk.Kept kept) {
        Mapping mapping = kept.mapping();
        return new MappingShown(kept.id(), mapping.name(), mapping.kind(), mapping.columns().stream().map(column -> new ColumnShown(column.heading(), column.meaning())).toList());
    }
}
