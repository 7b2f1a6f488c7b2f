package constancia.command.institutions;

import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lookup of institutions as the rules' tests need it: these are registered and active, all others unknown. */
public final class KnownInstitutions implements Institutions {

    private final Set<InstitutionId> known;
    private final List<InstitutionEvent> recorded = new ArrayList<>();

    public KnownInstitutions(InstitutionId... known) {
        this.known = Set.of(known);
    }

    @Override
    public Optional<LocalDate> activeUntil(InstitutionId institution, LocalDate on) {
        return known.contains(institution) ? Optional.of(LocalDate.MAX) : Optional.empty();
    }

    @Override
    public Optional<Succession> succession(InstitutionId institution) {
        throw new UnsupportedOperationException("No rule of institutions asks this");
    }

    @Override
    public boolean exists(InstitutionId institution) {
        return known.contains(institution);
    }

    @Override
    public void recorded(InstitutionId institution, InstitutionEvent event) {
        recorded.add(event);
    }

    @Override
    public void rectified(InstitutionId institution, List<InstitutionEvent> standing) {
        recorded.clear();
        recorded.addAll(standing);
    }

    public List<InstitutionEvent> recorded() {
        return recorded;
    }
}
