package constancia.command.institutions;

import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.institutions.SuccessionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of an institution. */
public sealed interface InstitutionCommand extends Command {

    @Override
    InstitutionId id();

    @Creates
    record RegisterInstitution(InstitutionId id, @Text(300) String name, @Text(30) @Nullable String acronym, InstitutionKind kind,
                               @Matching(value = "[A-Z]{2}", example = "SV") @Nullable String country,
                               @Text(100) @Nullable List<String> aliases, @Nullable BodyId body,
                               LocalDate effectiveOn) implements InstitutionCommand {}

    record AddAlias(InstitutionId id, @Text(100) String alias, LocalDate effectiveOn) implements InstitutionCommand {}

    @NeedsGrounds
    record RenameInstitution(InstitutionId id, @Text(300) String name, @Text(30) @Nullable String acronym,
                             LocalDate effectiveOn) implements InstitutionCommand {}

    @NeedsGrounds
    record SucceedInstitution(InstitutionId id, List<InstitutionId> successors, SuccessionKind kind,
                              LocalDate effectiveOn) implements InstitutionCommand {}

    @NeedsGrounds
    record DeactivateInstitution(InstitutionId id, LocalDate effectiveOn) implements InstitutionCommand {}

    record AppointRepresentative(InstitutionId id, @MadeIfMissing UUID mandate, UUID person, Capacity capacity, @Text(200) @Nullable String office,
                                 @Nullable LocalDate from, @Nullable LocalDate until, LocalDate effectiveOn) implements InstitutionCommand {}

    /** {@code until} is its last day: the day since when this holds, unless it says a later one. */
    record EndMandate(InstitutionId id, UUID mandate, @Nullable LocalDate until, LocalDate effectiveOn) implements InstitutionCommand {}
}
