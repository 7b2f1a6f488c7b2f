package constancia.command.bodies;

import constancia.command.institutions.Institutions;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Institutions by the day since when they are no longer active; all others are unknown. */
public record Sectors(Map<InstitutionId, LocalDate> endedOn) implements Institutions {

    @Override
    public Optional<LocalDate> activeUntil(InstitutionId institution, LocalDate on) {
        return Optional.ofNullable(endedOn.get(institution)).filter(on::isBefore);
    }

    @Override
    public Optional<Succession> succession(InstitutionId institution) {
        throw new UnsupportedOperationException("nobody here asks for successors");
    }

    @Override
    public boolean exists(InstitutionId institution) {
        return endedOn.containsKey(institution);
    }

    @Override
    public void recorded(InstitutionId institution, InstitutionEvent event) {
        throw new UnsupportedOperationException("nobody here records institutions");
    }

    @Override
    public void rectified(InstitutionId institution, List<InstitutionEvent> standing) {
        throw new UnsupportedOperationException("nobody here records institutions");
    }
}
