package constancia.query.documents;

import java.io.InputStream;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The content of a document, fetched piece by piece as it is read. */
final class Pieces extends InputStream {

    private final JdbcClient db;
    private final String sha256;
    private byte[] piece = new byte[0];
    private int at;
    private int next;

    Pieces(JdbcClient db, String sha256) {
        this.db = db;
        this.sha256 = sha256;
    }

    @Override
    public int read() {
        return more() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        Objects.checkFromIndexSize(from, most, into.length);
        if (most == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int count = Math.min(most, piece.length - at);
        System.arraycopy(piece, at, into, from, count);
        at += count;
        return count;
    }

    private boolean more() {
        if (at == piece.length) {
            piece = db.sql("select content from journal.document_piece where sha256 = :sha256 and n = :n").param("sha256", sha256).param("n", next++)
                    .query((row, line) -> row.getBytes(1)).optional().orElse(new byte[0]);
            at = 0;
        }
        return piece.length > 0;
    }
}
