package constancia.web.operations;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators ask of the running register. */
@RestController
final class OperationsController {

    private final Rebuilding tables;

    OperationsController(Rebuilding tables) {
        this.tables = tables;
    }

    @PostMapping("/api/operations/rebuild-tables")
    ResponseEntity<Void> rebuildTables() {
        tables.rebuild();
        return ResponseEntity.accepted().build();
    }
}
