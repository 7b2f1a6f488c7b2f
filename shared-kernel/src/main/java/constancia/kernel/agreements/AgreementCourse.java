package constancia.kernel.agreements;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
 * @param signed     who signed the agreement itself
 * @param issuedOn   the day on which a pronouncement recorded as a draft was issued
 * @param addenda    in the order of their numbers
 * @param suspended  true since each suspension, false since each resumption
 */
public record AgreementCourse(Terms terms, List<Dated<LocalDate>> validities, Hands hands, Drafting drafting, @Nullable LocalDate issuedOn,
                              List<Dated<Boolean>> suspended, List<Addendum> addenda, @Nullable End end) {

    /**
     * What it was recorded with.
     *
     * @param parties those between whom it was made, before any addendum
     * @param draft   a pronouncement that is to be issued yet
     */
    public record Terms(AgreementKind kind, LocalDate recordedOn, @Nullable LocalDate validFrom, List<Party> parties, List<Clause> clauses, boolean draft) {

        static Terms of(AgreementRecorded e) {
            return new Terms(e.kind(), e.effectiveOn(), e.validFrom(), e.parties(), Objects.requireNonNullElse(e.clauses(), List.of()), Boolean.TRUE.equals(e.draft()));
        }
    }

    /** Who signed the agreement itself, and who ratified what it had signed. */
    public record Hands(List<Dated<InstitutionId>> signed, List<Dated<InstitutionId>> ratified) {}

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
            case AgreementRecorded e -> new AgreementCourse(Terms.of(e), e.validUntil() == null ? List.of() : Dated.plus(List.of(), e.validUntil(), record),
                    new Hands(List.of(), List.of()), Drafting.NONE, null, List.of(), List.of(), null);
            case DraftRevised e -> now.drafted(new Drafting.Step.Revised(e.clauses()), record);
            case LegalReviewSubmitted e -> now.prepared(e.addendum(), new Drafting.Step.Submitted(e.reviewer()), record);
            case LegalReviewCleared e -> now.prepared(e.addendum(), new Drafting.Step.Cleared(e.text()), record);
            case ReturnedForChanges e -> now.prepared(e.addendum(), new Drafting.Step.Returned(record.by().grounds()), record);
            case PronouncementIssued e -> new AgreementCourse(now.terms, now.validities, now.hands, now.drafting, e.effectiveOn(), now.suspended, now.addenda, now.end);
            case AgreementSigned e -> now.handed(new Hands(Dated.plus(now.hands.signed, e.institution(), record), now.hands.ratified));
            case AgreementRatified e -> now.handed(new Hands(now.hands.signed, Dated.plus(now.hands.ratified, e.institution(), record)));
            case ReservationRecorded _, InstitutionsConsulted _, ResponseReceived _, AgreementClassified _, ActionLinked _, AgreementRelated _, AgreementExpired _, ReserveLapsed _ -> now;
            case AgreementSuspended _ -> now.suspended(true, record);
            case AgreementResumed _ -> now.suspended(false, record);
            case AgreementTerminated e -> now.ended(AgreementStatus.TERMINATED, e.effectiveOn());
            case AgreementSuperseded e -> now.ended(AgreementStatus.SUPERSEDED, e.effectiveOn());
            case AgreementMerged e -> now.ended(AgreementStatus.SUPERSEDED, e.effectiveOn());
            case AgreementSplit e -> now.ended(AgreementStatus.SUPERSEDED, e.effectiveOn());
            case AgreementFulfilled e -> now.ended(AgreementStatus.FULFILLED, e.effectiveOn());
            case AgreementRenewed e -> new AgreementCourse(now.terms, Dated.plus(now.validities, e.validUntil(), record), now.hands, now.drafting, now.issuedOn,
                    now.suspended, now.addenda, now.end);
            case AddendumAdded e -> now.amended(Stream.concat(now.addenda.stream(), Stream.of(Addendum.of(e, record.n())))
                    .sorted(Comparator.comparing(Addendum::number)).toList());
            case AddendumRevised e -> now.amended(e.addendum(), addendum -> addendum.revised(e, record));
            case AddendumSigned e -> now.amended(e.addendum(), addendum -> addendum.signed(e, record));
        };
    }

    public AgreementKind kind() {
        return terms.kind;
    }

    public LocalDate recordedOn() {
        return terms.recordedOn;
    }

    public @Nullable LocalDate validFrom() {
        return terms.validFrom;
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

    /** Null while a signature or ratification is missing, or the issue; may lie after {@code day} when it is signed for later. */
    public @Nullable LocalDate inForceSince(LocalDate day) {
        if (!kind().instrument()) {
            return terms.draft ? issuedOn : recordedOn();
        }
        var since = validFrom() == null || validFrom().isBefore(recordedOn()) ? recordedOn() : validFrom();
        for (var signing : original()) {
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
        var amended = new ArrayList<>(original());
        for (var addendum : inForce(day)) {
            amended.removeIf(signing -> addendum.value().leaving().contains(signing.party.institution()));
            for (var party : addendum.value().joining()) {
                amended.removeIf(signing -> signing.party.institution().equals(party.institution()));
                amended.add(new Signing(party, addendum.value().signature(party.institution()).map(Dated::since).orElse(null),
                        first(hands.ratified, party.institution())));
            }
        }
        return List.copyOf(amended);
    }

    /** Those between whom it was made, before any addendum. */
    public List<Signing> original() {
        return terms.parties.stream().map(party -> new Signing(party, first(hands.signed, party.institution()), first(hands.ratified, party.institution()))).toList();
    }

    public Optional<Signing> party(InstitutionId institution, LocalDate day) {
        return parties(day).stream().filter(signing -> signing.party.institution().equals(institution)).findFirst();
    }

    /** The addendum by which it joins or joined, in force or not, if it is by one: the last. */
    public Optional<Addendum> joinedBy(InstitutionId institution) {
        return addenda.reversed().stream().filter(addendum -> addendum.joining().stream().anyMatch(party -> party.institution().equals(institution))).findFirst();
    }

    /** The clauses at the end of that day: those of the last draft, as the addenda in force amend them. */
    public List<Clause> clauses(LocalDate day) {
        var clauses = new ArrayList<>(drafting.clauses(terms.clauses));
        for (var addendum : inForce(day)) {
            clauses.removeIf(clause -> addendum.value().withoutClauses().contains(clause.id()));
            for (var clause : addendum.value().clauses()) {
                int place = ids(clauses).indexOf(clause.id());
                if (place < 0) {
                    clauses.add(clause);
                } else {
                    clauses.set(place, clause);
                }
            }
        }
        return List.copyOf(clauses);
    }

    /** Since when its text is no draft: the first signature, or the day since when it was in force without one. Null while it is a draft. */
    public @Nullable LocalDate draftClosedOn() {
        return Stream.concat(hands.signed.stream().map(Dated::since), Stream.ofNullable(inForceSince(LocalDate.MAX))).min(LocalDate::compareTo).orElse(null);
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
        return Stream.of(Stream.of(recordedOn()), Stream.ofNullable(issuedOn), validities.stream().map(Dated::since), suspended.stream().map(Dated::since),
                Stream.ofNullable(end).map(End::on)).flatMap(dates -> dates).max(LocalDate::compareTo).orElseThrow();
    }

    private Optional<LocalDate> leftOn(InstitutionId institution, LocalDate day) {
        return inForce(day).stream().filter(entry -> entry.value().leaving().contains(institution)).map(Dated::since).findFirst();
    }

    /** A step of the agreement's own text, or of that of an addendum. */
    private AgreementCourse prepared(@Nullable UUID addendum, Drafting.Step step, Recorded<?> record) {
        return addendum == null ? drafted(step, record) : amended(addendum, one -> one.drafted(step, record));
    }

    private AgreementCourse drafted(Drafting.Step step, Recorded<?> record) {
        return new AgreementCourse(terms, validities, hands, drafting.then(step, record), issuedOn, suspended, addenda, end);
    }

    private AgreementCourse handed(Hands hands) {
        return new AgreementCourse(terms, validities, hands, drafting, issuedOn, suspended, addenda, end);
    }

    private AgreementCourse suspended(boolean suspension, Recorded<?> record) {
        return new AgreementCourse(terms, validities, hands, drafting, issuedOn, Dated.plus(suspended, suspension, record), addenda, end);
    }

    private AgreementCourse amended(UUID addendum, UnaryOperator<Addendum> change) {
        return amended(addenda.stream().map(one -> one.id().equals(addendum) ? change.apply(one) : one).toList());
    }

    private AgreementCourse amended(List<Addendum> addenda) {
        return new AgreementCourse(terms, validities, hands, drafting, issuedOn, suspended, addenda, end);
    }

    private AgreementCourse ended(AgreementStatus as, LocalDate on) {
        return new AgreementCourse(terms, validities, hands, drafting, issuedOn, suspended, addenda, new End(as, on));
    }

    private static @Nullable LocalDate first(List<Dated<InstitutionId>> hands, InstitutionId institution) {
        return hands.stream().filter(hand -> hand.value().equals(institution)).map(Dated::since).findFirst().orElse(null);
    }

    private static List<UUID> ids(List<Clause> clauses) {
        return clauses.stream().map(Clause::id).toList();
    }

    private static <T> Optional<T> latest(List<Dated<T>> all, LocalDate day) {
        return all.stream().filter(entry -> !entry.since().isAfter(day)).reduce((_, later) -> later).map(Dated::value);
    }
}
