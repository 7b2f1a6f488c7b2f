package constancia.web.ledger;

import constancia.kernel.Invalid;
import constancia.query.ledger.LedgerRecords;
import constancia.query.ledger.LedgerRecords.Checkpoint;
import constancia.query.ledger.LedgerRecords.Leaf;
import constancia.query.tables.Page;
import constancia.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger: its checkpoint for everybody, its leaves for those who signed in. */
@RestController
final class LedgerController {

    private final LedgerRecords ledger;

    LedgerController(LedgerRecords ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/api/ledger/checkpoint")
    ResponseEntity<Checkpoint> checkpoint() {
        var checkpoint = ledger.checkpoint();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("Constancia-Position", String.valueOf(checkpoint.size())).body(checkpoint);
    }

    @GetMapping("/api/ledger/records")
    ResponseEntity<Page<Leaf>> records(@RequestParam(required = false) @Nullable Long from, @RequestParam(required = false) @Nullable Long to) {
        if (from == null || to == null) {
            throw new Invalid(from == null ? "from" : "to", "required");
        }
        var leaves = ledger.leaves(Caller.current().reader(), from, to);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("Constancia-Position", String.valueOf(ledger.position())).body(new Page<>(leaves, null, leaves.size(), null));
    }
}
