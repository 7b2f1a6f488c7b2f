package constancia.kernel.agreements;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dates that say how an agreement stands, the same for those who decide and those who read. Each record sets dates
 * of its own, so the course is the same whichever way the records come in.
 *
 * @param validities the last days of validity, each since the day when it was agreed
 * @param parties    those between whom it was made, before any addendum
 * @param addenda    in the order of their numbers
 * @param suspended  true since each suspension, false since each resumption
 */
public record AgreementCourse(AgreementKind kind, LocalDate recordedOn, @Nullable LocalDate validFrom, List<Dated<LocalDate>> validities,
                              List<Signing> parties, List<Dated<Boolean>> suspended, List<Addendum> addenda, @Nullable End end) {

    /** What a party has done of what the agreement waits for. */
    public record Signing(Party party, @Nullable LocalDate signedOn, @Nullable LocalDate ratifiedOn) {

        /** The days of what is required of it, empty where it is still missing. */
        Stream<Optional<LocalDate>> required() {
            return Stream.concat(party.mustSign() ? Stream.of(Optional.ofNullable(signedOn)) : Stream.empty(),
                    party.mustRatify() ? Stream.of(Optional.ofNullable(ratifiedOn)) : Stream.empty());
        }
    }

    public record End(AgreementStatus as, LocalDate on) {}

    public static AgreementCourse evolve(@Nullable AgreementCourse now, Recorded<AgreementEvent> record) {
        return switch (record.event()) {
            case AgreementRecorded e -> new AgreementCourse(e.kind(), e.effectiveOn(), e.validFrom(),
                    e.validUntil() == null ? List.of() : Dated.plus(List.of(), e.validUntil(), record),
                    e.parties().stream().map(party -> new Signing(party, null, null)).toList(), List.of(), List.of(), null);
            case AgreementSigned e -> now.with(e.institution(), signing -> new Signing(signing.party, e.effectiveOn(), signing.ratifiedOn));
            case AgreementRatified e -> now.with(e.institution(), signing -> new Signing(signing.party, signing.signedOn, e.effectiveOn()));
            case ReservationRecorded _, AgreementClassified _, ActionLinked _, AgreementExpired _, ReserveLapsed _ -> now;
            case AgreementSuspended _ -> now.suspended(true, record);
            case AgreementResumed _ -> now.suspended(false, record);
            case AgreementTerminated e -> now.ended(AgreementStatus.TERMINATED, e.effectiveOn());
            case AgreementSuperseded e -> now.ended(AgreementStatus.SUPERSEDED, e.effectiveOn());
            case AgreementFulfilled e -> now.ended(AgreementStatus.FULFILLED, e.effectiveOn());
            case AgreementRenewed e -> new AgreementCourse(now.kind, now.recordedOn, now.validFrom,
                    Dated.plus(now.validities, e.validUntil(), record), now.parties, now.suspended, now.addenda, now.end);
            case AddendumAdded e -> now.amended(Stream.concat(now.addenda.stream(), Stream.of(Addendum.of(e, record.n())))
                    .sorted(Comparator.comparing(Addendum::number)).toList());
            case AddendumSigned e -> now.amended(now.addenda.stream()
                    .map(addendum -> addendum.id().equals(e.addendum()) ? addendum.signed(e, record) : addendum).toList());
        };
    }

    /** How it stands at the end of that day, which is not before it was recorded. */
    public AgreementStatus status(LocalDate day) {
        if (end != null && !end.on.isAfter(day)) {
            return end.as;
        }
        var until = validUntil(day);
        if (until != null && until.isBefore(day)) {
            return AgreementStatus.EXPIRED;
        }
        var since = inForceSince(day);
        if (since == null || since.isAfter(day)) {
            return AgreementStatus.PENDING_SIGNATURES;
        }
        return suspended(day) ? AgreementStatus.SUSPENDED : AgreementStatus.IN_FORCE;
    }

    /** Whether its last suspension by that day was not followed by a resumption. */
    public boolean suspended(LocalDate day) {
        return latest(suspended, day).orElse(false);
    }

    /** Null while a signature or ratification is missing; may lie after {@code day} when it is signed for later. */
    public @Nullable LocalDate inForceSince(LocalDate day) {
        if (!kind.instrument()) {
            return recordedOn;
        }
        var since = validFrom == null || validFrom.isBefore(recordedOn) ? recordedOn : validFrom;
        for (var signing : parties) {
            var left = leftOn(signing.party.institution(), day);
            for (var required : signing.required().toList()) {
                var done = Stream.concat(required.stream(), left.stream()).filter(date -> !date.isAfter(day)).min(LocalDate::compareTo);
                if (done.isEmpty()) {
                    return null;
                }
                since = since.isBefore(done.get()) ? done.get() : since;
            }
        }
        return since;
    }

    /** The addenda in force on that day, in the order in which they amend: by the day since when, and of one day by number. */
    public List<Dated<Addendum>> inForce(LocalDate day) {
        return addenda.stream().filter(addendum -> addendum.inForceSince(day) != null)
                .map(addendum -> new Dated<>(addendum, addendum.inForceSince(day), addendum.n())).sorted(Dated.order()).toList();
    }

    /** The parties at the end of that day, as amended. Who joins by an addendum signs that addendum, and thereby the agreement. */
    public List<Signing> parties(LocalDate day) {
        var amended = new ArrayList<>(parties);
        for (var addendum : inForce(day)) {
            amended.removeIf(signing -> addendum.value().leaving().contains(signing.party.institution()));
            for (var party : addendum.value().joining()) {
                amended.removeIf(signing -> signing.party.institution().equals(party.institution()));
                amended.add(new Signing(party, addendum.value().signature(party.institution()).map(Dated::since).orElse(null), null));
            }
        }
        return List.copyOf(amended);
    }

    public Optional<Addendum> addendum(UUID id) {
        return addenda.stream().filter(addendum -> addendum.id().equals(id)).findFirst();
    }

    /** The last day of validity as agreed by that day; null when it has none. */
    public @Nullable LocalDate validUntil(LocalDate day) {
        return latest(validities(day), day).orElse(null);
    }

    /** The last days of validity as agreed, renewed or amended by that day. */
    public List<Dated<LocalDate>> validities(LocalDate day) {
        return Stream.concat(validities.stream(), inForce(day).stream().filter(entry -> entry.value().validUntil() != null)
                .map(entry -> new Dated<>(entry.value().validUntil(), entry.since(), entry.n()))).sorted(Dated.order()).toList();
    }

    /** The day of the last record of its life: nothing of its life may take effect before. */
    public LocalDate lastTurn() {
        return Stream.of(Stream.of(recordedOn), validities.stream().map(Dated::since), suspended.stream().map(Dated::since),
                Stream.ofNullable(end).map(End::on)).flatMap(dates -> dates).max(LocalDate::compareTo).orElseThrow();
    }

    public Optional<Signing> party(InstitutionId institution) {
        return parties.stream().filter(signing -> signing.party.institution().equals(institution)).findFirst();
    }

    private Optional<LocalDate> leftOn(InstitutionId institution, LocalDate day) {
        return inForce(day).stream().filter(entry -> entry.value().leaving().contains(institution)).map(Dated::since).findFirst();
    }

    private AgreementCourse with(InstitutionId institution, UnaryOperator<Signing> change) {
        return new AgreementCourse(kind, recordedOn, validFrom, validities, parties.stream()
                .map(signing -> signing.party.institution().equals(institution) ? change.apply(signing) : signing).toList(), suspended, addenda, end);
    }

    private AgreementCourse suspended(boolean suspension, Recorded<?> record) {
        return new AgreementCourse(kind, recordedOn, validFrom, validities, parties, Dated.plus(suspended, suspension, record), addenda, end);
    }

    private AgreementCourse amended(List<Addendum> addenda) {
        return new AgreementCourse(kind, recordedOn, validFrom, validities, parties, suspended, addenda, end);
    }

    private AgreementCourse ended(AgreementStatus as, LocalDate on) {
        return new AgreementCourse(kind, recordedOn, validFrom, validities, parties, suspended, addenda, new End(as, on));
    }

    private static <T> Optional<T> latest(List<Dated<T>> all, LocalDate day) {
        return all.stream().filter(entry -> !entry.since().isAfter(day)).reduce((_, later) -> later).map(Dated::value);
    }
}
