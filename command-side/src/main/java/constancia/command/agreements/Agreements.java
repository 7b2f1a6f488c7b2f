package constancia.command.agreements;

import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementId;

/** The lookup of agreements and the counters of their folios, kept in the transaction that appends. */
public interface Agreements {

    boolean exists(AgreementId agreement);

    /** The next number of a series and year, without gaps: given up with the transaction if that is rolled back. */
    int nextNumber(String series, int year);

    void recorded(AgreementId agreement, AgreementEvent event);
}
