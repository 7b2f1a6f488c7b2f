package constancia.query.access;

import constancia.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Computes the chain of the log of reads again and compares it with what the ledger sealed. The layout is that of docs/access-log.md. */
public final class AccessChain {

    private static final int BEGINNING = 32;

    /** An entry as it stands in the log. */
    public record Link(long n, Instant toldAt, String account, @Nullable UUID institution, String through, String question, String kind, String item,
                       @Nullable String part, byte[] hash) {

        /** What is hashed when {@code previous} is the hash of the entry before it. */
        public byte[] bytes(byte[] previous) {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                out.write(new byte[] {2, 1});
                out.write(previous);
                out.writeLong(n);
                out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, toldAt));
                counted(out, account);
                out.writeBoolean(institution != null);
                if (institution != null) {
                    out.writeInt(16);
                    out.writeLong(institution.getMostSignificantBits());
                    out.writeLong(institution.getLeastSignificantBits());
                }
                for (var text : List.of(through, question, kind, item)) {
                    counted(out, text);
                }
                out.writeBoolean(part != null);
                if (part != null) {
                    counted(out, part);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        private static void counted(DataOutputStream out, String text) throws IOException {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** @param what {@code missing}, {@code altered} or {@code otherwise-sealed} */
    public record Fault(long n, String what) {}

    private static final int ENOUGH = 100;

    private final Map<Long, String> seals;
    private final List<Fault> faults = new ArrayList<>();
    private byte[] previous = new byte[BEGINNING];
    private long last;

    /** @param seals what the ledger says: the hash of an entry in hexadecimal digits, by its number */
    public AccessChain(Map<Long, String> seals) {
        this.seals = Map.copyOf(seals);
    }

    /** The next entry, in the order of the numbers. */
    public void next(Link link) {
        for (long missing = last + 1; missing < link.n && faults.size() < ENOUGH; missing++) {
            faults.add(new Fault(missing, "missing"));
        }
        if (!Arrays.equals(Sha256.of(link.bytes(previous)), link.hash)) {
            faults.add(new Fault(link.n, "altered"));
        }
        var sealed = seals.get(link.n);
        if (sealed != null && !sealed.equals(HexFormat.of().formatHex(link.hash))) {
            faults.add(new Fault(link.n, "otherwise-sealed"));
        }
        previous = link.hash;
        last = link.n;
    }

    /** What is wrong, when there are no more entries; what comes after the first fault of a log follows from it. */
    public List<Fault> faults() {
        var all = new ArrayList<>(faults);
        if (seals.keySet().stream().anyMatch(n -> n > last)) {
            all.add(new Fault(last + 1, "missing"));
        }
        return all;
    }
}
