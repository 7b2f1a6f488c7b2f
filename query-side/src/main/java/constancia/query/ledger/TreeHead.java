package constancia.query.ledger;

import constancia.kernel.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * The root of the RFC 9162 Merkle tree over leaf hashes, kept while leaves are added: one hash for each full subtree,
 * the largest first. Not for use by several threads at once.
 */
final class TreeHead {

    private final List<byte[]> full = new ArrayList<>();
    private long size;

    long size() {
        return size;
    }

    /** @param leafHash SHA-256 of the leaf with its 0x00 prefix, 32 bytes */
    void add(byte[] leafHash) {
        var hash = leafHash;
        for (long n = size; (n & 1) == 1; n >>= 1) {
            hash = node(full.removeLast(), hash);
        }
        full.add(hash);
        size++;
    }

    /** The root hash; of the empty tree, the hash of nothing. */
    byte[] root() {
        if (full.isEmpty()) {
            return Sha256.digest().digest();
        }
        var root = full.getLast();
        for (int i = full.size() - 2; i >= 0; i--) {
            root = node(full.get(i), root);
        }
        return root;
    }

    private static byte[] node(byte[] left, byte[] right) {
        var digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
