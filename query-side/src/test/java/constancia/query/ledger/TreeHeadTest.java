package constancia.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeHeadTest {

    @Test
    void the_root_of_nothing_is_the_hash_of_nothing() {
        assertThat(HexFormat.of().formatHex(new TreeHead().root())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void the_root_is_that_of_the_definition_for_every_size() throws Exception {
        var leaves = new ArrayList<byte[]>();
        var tree = new TreeHead();
        for (int size = 1; size <= 200; size++) {
            var leaf = MessageDigest.getInstance("SHA-256").digest(new byte[] {0, (byte) size});
            leaves.add(leaf);
            tree.add(leaf);
            assertThat(tree.root()).as("size %d", size).isEqualTo(defined(leaves));
            assertThat(tree.size()).isEqualTo(size);
        }
    }

    /** RFC 9162, section 2.1.1, word for word. */
    private static byte[] defined(List<byte[]> leaves) throws Exception {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 1);
        digest.update(defined(leaves.subList(0, k)));
        return digest.digest(defined(leaves.subList(k, leaves.size())));
    }
}
