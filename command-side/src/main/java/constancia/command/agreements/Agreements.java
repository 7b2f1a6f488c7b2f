package constancia.command.agreements;

import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lookup of agreements and the counters of their folios, kept in the transaction that appends. */
public interface Agreements {

    /** @param endedOn the day on which it was terminated, superseded or declared fulfilled, if it was */
    record KnownAgreement(AgreementId id, LocalDate recordedOn, @Nullable LocalDate endedOn) {}

    boolean exists(AgreementId agreement);

    /** The agreement, locked against change until the transaction ends. */
    Optional<KnownAgreement> find(AgreementId agreement);

    /** The next number of a series and year, without gaps: given up with the transaction if that is rolled back. */
    int nextNumber(String series, int year);

    void recorded(AgreementId agreement, AgreementEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(AgreementId agreement, List<AgreementEvent> standing);
}
