package constancia.web.operations;

import constancia.web.openapi.Answers;
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
    @Answers(status = 202)
    ResponseEntity<Void> rebuildTables() {
        tables.rebuild();
        return ResponseEntity.accepted().build();
    }
}
