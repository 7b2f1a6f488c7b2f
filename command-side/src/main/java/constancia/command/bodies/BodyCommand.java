package constancia.command.bodies;

import constancia.command.AtMost;
import constancia.command.Between;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a body. */
public sealed interface BodyCommand extends Command {

    @Override
    BodyId id();

    /** The acronym stands in the folios of its agreements, for ever. */
    @Creates
    record EstablishBody(BodyId id, @Text(300) String name, @Text(30) String acronym, BodyKind kind, @Nullable BodyId parent,
                         LocalDate effectiveOn) implements BodyCommand {}

    /** For an institution or for a person, one of the two; held from {@code effectiveOn} unless {@code from} is later. */
    record SeatInstitution(BodyId id, @MadeIfMissing UUID seat, @Nullable InstitutionId institution, @Nullable UUID person, SeatRole role,
                           @Nullable LocalDate from, @Nullable LocalDate until, LocalDate effectiveOn) implements BodyCommand {}

    record VacateSeat(BodyId id, UUID seat, LocalDate effectiveOn) implements BodyCommand {}

    /** Either {@code atLeast} or {@code share}; of all seats but friends and observers unless {@code roles} says of which. */
    record SetQuorum(BodyId id, @Between(min = 1, max = 1000) @Nullable Integer atLeast,
                     @Matching(value = "[1-9][0-9]{0,2}/[1-9][0-9]{0,2}", example = "1/2") @Nullable String share,
                     @AtMost(7) @Nullable List<SeatRole> roles, LocalDate effectiveOn) implements BodyCommand {}

    /** With their text, the document that holds it, or both. */
    record AdoptRules(BodyId id, @Text(500) String title, @Text(20000) @Nullable String text,
                      @Matching(value = "[0-9a-f]{64}", example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                      @Nullable String document, @Nullable AgreementId agreement, LocalDate effectiveOn) implements BodyCommand {}

    /**
     * With what the meetings of a series begin that are convened since then, where nothing else is stated. The whole of it is said each time.
     *
     * @param series a series of this body, or one that begins
     * @param text   what the convocation says
     */
    record SetSeriesTemplate(BodyId id, @MadeIfMissing UUID series, @Text(300) String name, @Text(300) @Nullable String place, @Nullable MeetingMode mode,
                             @Text(4000) @Nullable String text, @AtMost(100) @Nullable List<NewTemplateItem> agenda, LocalDate effectiveOn) implements BodyCommand {}

    /** {@code section}: the heading under which it stands; {@code minutes}: the time set aside for it. */
    record NewTemplateItem(@Text(500) String title, @Text(200) @Nullable String section, @Nullable InstitutionId presenter,
                           @Between(min = 1, max = 1440) @Nullable Integer minutes) {}

    @NeedsGrounds
    record DissolveBody(BodyId id, LocalDate effectiveOn) implements BodyCommand {}
}
