package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.SignsAs;
import constancia.kernel.Invalid;
import constancia.kernel.agreements.Signer;
import constancia.kernel.institutions.Capacity;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** As what somebody signs: what is said of it must hold together; it is as stated, and not compared with the mandates of the institution. */
final class Signatures {

    private Signatures() {}

    /** Null when nothing is said of it. */
    static @Nullable Signer signer(@Nullable SignsAs as, @Nullable UUID person, LocalDate on) {
        if (as == null || Stream.of(as.capacity(), as.office(), as.delegatedBy(), as.since()).allMatch(Objects::isNull)) {
            return null;
        }
        if (as.delegatedBy() != null && as.capacity() != Capacity.DELEGATE) {
            throw new Invalid("signer/delegatedBy", "delegation-without-delegate");
        }
        if (as.delegatedBy() != null && as.delegatedBy().equals(person)) {
            throw new Invalid("signer/delegatedBy", "delegates-to-oneself");
        }
        if (as.since() != null && as.since().isAfter(on)) {
            throw new Invalid("signer/since", "since-after-signing", on);
        }
        return new Signer(as.capacity(), as.office(), as.delegatedBy(), as.since());
    }
}
