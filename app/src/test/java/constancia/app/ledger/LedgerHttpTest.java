package constancia.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LedgerHttpTest {

    private final HttpRegister register = HttpRegister.shared();

    @Test
    void the_root_of_the_checkpoint_follows_from_the_leaves() throws Exception {
        register.post("/api/institutions", "{'name':'Para el sello','kind':'other'}").is(201);
        var checkpoint = register.anonymous("/api/ledger/checkpoint").is(200).body();
        long size = checkpoint.get("size").asLong();
        var leaves = new ArrayList<byte[]>();
        for (long from = 1; from <= size; from += 1000) {
            for (var leaf : records(from, Math.min(size, from + 999))) {
                assertThat(leaf.get("position").asLong()).isEqualTo(leaves.size() + 1);
                leaves.add(HexFormat.of().parseHex(leaf.get("leafHash").asString()));
            }
        }
        assertThat(leaves).hasSize((int) size);
        assertThat(checkpoint.get("rootHash").asString()).isEqualTo(HexFormat.of().formatHex(root(leaves)));
    }

    @Test
    void a_range_is_from_one_on_and_of_at_most_a_thousand() {
        register.get("/api/ledger/records?from=0&to=5").is(422);
        register.get("/api/ledger/records?from=5&to=4").is(422);
        register.get("/api/ledger/records?from=1&to=1001").is(422);
        register.get("/api/ledger/records?from=uno&to=2").is(422);
        register.get("/api/ledger/records?from=1").is(422);
    }

    private Iterable<JsonNode> records(long from, long to) {
        return register.get("/api/ledger/records?from=" + from + "&to=" + to).is(200).body().get("items");
    }

    /** RFC 9162, section 2.1.1. */
    private static byte[] root(List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 1);
        digest.update(root(leaves.subList(0, k)));
        return digest.digest(root(leaves.subList(k, leaves.size())));
    }
}
