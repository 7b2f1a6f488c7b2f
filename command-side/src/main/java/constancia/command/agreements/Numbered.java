package constancia.command.agreements;

import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementId;
import java.util.List;
import java.util.Optional;

/** Agreements of which one has its folio already: none is given anew. */
record Numbered(Agreements agreements) implements Agreements {

    @Override
    public boolean exists(AgreementId agreement) {
        return agreements.exists(agreement);
    }

    @Override
    public Optional<KnownAgreement> find(AgreementId agreement) {
        return agreements.find(agreement);
    }

    @Override
    public int nextNumber(String series, int year) {
        return 0;
    }

    @Override
    public void recorded(AgreementId agreement, AgreementEvent event) {
        agreements.recorded(agreement, event);
    }

    @Override
    public void rectified(AgreementId agreement, List<AgreementEvent> standing) {
        agreements.rectified(agreement, standing);
    }
}
