package constancia.command.agreements;

import static constancia.kernel.agreements.AgreementStatus.EXPIRED;
import static constancia.kernel.agreements.AgreementStatus.IN_FORCE;
import static constancia.kernel.agreements.AgreementStatus.SUSPENDED;

import constancia.command.Rectifying;
import constancia.command.agreements.AgreementCommand.*;
import constancia.command.reserve.Reserves;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementCourse.Signing;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.RelationKind;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of agreements. The draft (revised, reviewed), the life (recorded, issued, suspended, resumed, renewed, ended)
 * and what each party does (signs, ratifies) are ordered, so is each addendum; each classification is a value; reservations,
 * linked actions, relations, consultations and the last days of validity on record as passed are sets.
 */
record Agreement(@Nullable String folio, @Nullable AgreementCourse course, Set<ActionId> actions, Set<Relation> relations,
                 Reserves reserves, Consulting consulting, Set<LocalDate> validities) {

    /** What it is to another agreement. */
    record Relation(AgreementId agreement, RelationKind kind) {}

    static final Agreement UNRECORDED = new Agreement(null, null, Set.of(), Set.of(), Reserves.NONE, Consulting.NOBODY, Set.of());

    static List<AgreementEvent> decide(AgreementCommand command, Agreement now, Agreements agreements, Neighbours others, Provenance by) {
        if (command instanceof RecordAgreement c) {
            if (now.course != null) {
                throw new Refused("already-exists");
            }
            return List.of(Recording.of(c, agreements, others));
        }
        var on = command.effectiveOn();
        var course = now.course;
        if (course == null || on.isBefore(course.recordedOn())) {
            throw new Refused("effective-before-item");
        }
        if (command instanceof ExpireAgreement c) {
            return Lapsing.expire(c, now);
        }
        if (command instanceof LapseReserve c) {
            return now.reserves.lapse(c.effectiveOn(), course.recordedOn(), (until, day) -> new ReserveLapsed(until, day));
        }
        return List.of(switch (command) {
            case RecordAgreement _, ExpireAgreement _, LapseReserve _ -> throw new Refused("already-exists");
            case ReviseDraft c -> Preparing.revise(c, course, others);
            case SubmitForLegalReview c -> Preparing.submit(c, course, others);
            case ClearLegalReview c -> Preparing.clear(c, course, by);
            case ReturnForChanges c -> Preparing.giveBack(c, course, by);
            case IssuePronouncement c -> Preparing.issue(c, course);
            case ConsultInstitutions c -> Consulting.consult(c, now.consulting, course, others);
            case RecordResponse c -> Consulting.respond(c, now.consulting, course);
            case SignAgreement c -> {
                others.mustBeActive("institution", c.institution(), on);
                var signer = Signatures.signer(c.signer(), c.person(), on);
                var signing = original(course, c.institution(), on);
                if (signing.signedOn() != null) {
                    throw new Refused("already-signed", signing.signedOn());
                }
                mustBeOpen(course, on);
                Preparing.mustBeReady(course.drafting(), on);
                yield new AgreementSigned(c.institution(), c.person(), c.document(), signer, on);
            }
            case RatifyAgreement c -> {
                others.mustBeActive("institution", c.institution(), on);
                var signer = Signatures.signer(c.signer(), c.person(), on);
                var signing = party(course, c.institution(), on);
                if (signing.ratifiedOn() != null) {
                    throw new Refused("already-ratified", signing.ratifiedOn());
                }
                if (signing.signedOn() == null) {
                    throw new Refused("not-signed");
                }
                if (on.isBefore(signing.signedOn())) {
                    throw new Refused("effective-before-previous", signing.signedOn());
                }
                mustBeOpen(course, on);
                yield new AgreementRatified(c.institution(), c.person(), c.document(), signer, on);
            }
            case RecordReservation c -> {
                others.mustBeActive("institution", c.institution(), on);
                mustBeOpen(course, on);
                yield new ReservationRecorded(c.institution(), c.text(), on);
            }
            case ClassifyAgreement c -> {
                now.reserves.mustAllow(c, "agreement", others.classes());
                yield new AgreementClassified(c.classification(), c.until(), c.legalBasis(), c.authority(), c.resolution(), c.field(), on);
            }
            case LinkAction c -> {
                if (!others.actions().exists(c.action())) {
                    throw new Invalid("action", "unknown-action", c.action());
                }
                if (now.actions.contains(c.action())) {
                    throw new Refused("already-linked");
                }
                yield new ActionLinked(c.action(), on);
            }
            case SuspendAgreement _ -> {
                mustFollow(course, on);
                if (course.status(on) != IN_FORCE) {
                    throw new Refused("not-in-force", on);
                }
                yield new AgreementSuspended(on);
            }
            case ResumeAgreement _ -> {
                mustFollow(course, on);
                if (course.status(on) != SUSPENDED) {
                    throw new Refused("not-suspended", on);
                }
                yield new AgreementResumed(on);
            }
            case TerminateAgreement c -> Ending.terminate(c, course);
            case SupersedeAgreement c -> Ending.supersede(c, course, agreements);
            case MergeAgreement c -> Ending.merge(c, course, agreements);
            case SplitAgreement c -> Ending.split(c, course, agreements);
            case RelateAgreement c -> {
                mustBeRelatable(c, now, agreements);
                yield new AgreementRelated(c.agreement(), c.kind(), on);
            }
            case DeclareFulfilled _ -> {
                mustFollow(course, on);
                if (course.status(on) != IN_FORCE && course.status(on) != EXPIRED) {
                    throw new Refused("not-in-force", on);
                }
                yield new AgreementFulfilled(on);
            }
            case RenewAgreement c -> {
                mustFollow(course, on);
                var former = course.validUntil(on);
                if (former == null) {
                    throw new Refused("nothing-to-renew");
                }
                if (!c.validUntil().isAfter(former)) {
                    throw new Invalid("validUntil", "not-after-former", former);
                }
                if (c.validUntil().isBefore(on)) {
                    throw new Invalid("validUntil", "until-before-effective", on);
                }
                yield new AgreementRenewed(c.validUntil(), on);
            }
            case AddAddendum c -> Amending.add(c, course, others);
            case ReviseAddendum c -> Amending.revise(c, course, others);
            case SignAddendum c -> Amending.sign(c, course, others);
        });
    }

    /** How records of the agreement with that id are rectified: its folio and the numbers of its addenda stay. */
    static Rectifying<AgreementEvent, Agreement> rectifying(AgreementId id, Agreements agreements, Neighbours others) {
        return new Rectifying<>(AgreementEvent.class, UNRECORDED, Agreement::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((AgreementCommand) command, now, new Numbered(agreements), others.asRecorded(), by)) {

            @Override
            protected AgreementEvent keeping(AgreementEvent said, AgreementEvent corrected, AgreementEvent decided) {
                return numbered(said, corrected);
            }

            @Override
            protected boolean same(AgreementEvent now, AgreementEvent then) {
                return numbered(now, then).equals(now);
            }

            private AgreementEvent numbered(AgreementEvent said, AgreementEvent corrected) {
                if (said instanceof AgreementRecorded was && corrected instanceof AgreementRecorded is) {
                    return is.withFolio(was.folio());
                }
                if (said instanceof DraftRevised was && corrected instanceof DraftRevised is) {
                    return new DraftRevised(was.version(), is.title(), is.text(), is.addressees(), is.clauses(), is.effectiveOn());
                }
                if (said instanceof AddendumRevised was && corrected instanceof AddendumRevised is) {
                    return new AddendumRevised(is.addendum(), was.number(), was.version(), is.title(), is.text(), is.newText(), is.validUntil(), is.clauses(),
                            is.removeClauses(), is.effectiveOn());
                }
                if (said instanceof AddendumSigned was && corrected instanceof AddendumSigned is) {
                    return new AddendumSigned(is.addendum(), was.number(), is.institution(), is.person(), is.document(), is.signer(), is.effectiveOn());
                }
                return said instanceof AddendumAdded was && corrected instanceof AddendumAdded is ? is.withNumber(was.number()) : corrected;
            }

        };
    }

    static Agreement evolve(Agreement now, Recorded<AgreementEvent> record) {
        var next = new Agreement(now.folio, AgreementCourse.evolve(now.course, record), now.actions, now.relations, now.reserves,
                Consulting.evolve(now.consulting, record.event()), now.validities);
        return switch (record.event()) {
            case AgreementRecorded e -> new Agreement(e.folio(), next.course, next.actions, next.relations, next.reserves, next.consulting, next.validities);
            case ActionLinked e -> new Agreement(next.folio, next.course, with(next.actions, e.action()), next.relations, next.reserves, next.consulting, next.validities);
            case AgreementRelated e -> new Agreement(next.folio, next.course, next.actions, with(next.relations, new Relation(e.agreement(), e.kind())),
                    next.reserves, next.consulting, next.validities);
            case AgreementClassified e -> next.with(next.reserves.with(e, record));
            case ReserveLapsed e -> next.with(next.reserves.lapsed(e.until()));
            case AgreementExpired e -> new Agreement(next.folio, next.course, next.actions, next.relations, next.reserves, next.consulting,
                    with(next.validities, e.validUntil()));
            case DraftRevised _, LegalReviewSubmitted _, LegalReviewCleared _, ReturnedForChanges _, PronouncementIssued _, InstitutionsConsulted _,
                 ResponseReceived _, AddendumRevised _, AgreementSigned _,
                 AgreementRatified _, ReservationRecorded _, AgreementSuspended _, AgreementResumed _, AgreementTerminated _, AgreementSuperseded _,
                 AgreementMerged _, AgreementSplit _, AgreementFulfilled _, AgreementRenewed _, AddendumAdded _, AddendumSigned _ -> next;
        };
    }

    private Agreement with(Reserves reserves) {
        return new Agreement(folio, course, actions, relations, reserves, consulting, validities);
    }

    private static Signing party(AgreementCourse course, InstitutionId institution, LocalDate on) {
        return course.party(institution, on).orElseThrow(() -> new Refused("not-a-party"));
    }

    /** Who joins by an addendum signs that addendum, and thereby the agreement. */
    private static Signing original(AgreementCourse course, InstitutionId institution, LocalDate on) {
        if (course.original().stream().noneMatch(signing -> signing.party().institution().equals(institution))) {
            course.joinedBy(institution).ifPresent(addendum -> {
                throw new Refused("joins-by-addendum", addendum.number());
            });
        }
        return party(course, institution, on);
    }

    /** Neither ended nor expired on that day. */
    static void mustBeOpen(AgreementCourse course, LocalDate on) {
        var status = course.status(on);
        if (status.ended()) {
            throw new Refused("agreement-ended", course.end().on());
        }
        if (status == EXPIRED) {
            throw new Refused("agreement-expired", course.validUntil(on));
        }
    }

    /** Nothing of its life comes after its end, nor before what came last. */
    static void mustFollow(AgreementCourse course, LocalDate on) {
        if (course.end() != null) {
            throw new Refused("agreement-ended", course.end().on());
        }
        if (on.isBefore(course.lastTurn())) {
            throw new Refused("effective-before-previous", course.lastTurn());
        }
    }

    private static void mustBeRelatable(RelateAgreement c, Agreement now, Agreements agreements) {
        if (c.agreement().equals(c.id())) {
            throw new Invalid("agreement", "relates-to-itself");
        }
        var other = agreements.find(c.agreement()).orElseThrow(() -> new Invalid("agreement", "unknown-agreement", c.agreement()));
        if (other.recordedOn().isAfter(c.effectiveOn())) {
            throw new Invalid("agreement", "not-yet-on-record", other.recordedOn());
        }
        if (now.relations.contains(new Relation(c.agreement(), c.kind()))) {
            throw new Refused("already-related");
        }
    }

    private static <T> Set<T> with(Set<T> all, T one) {
        var more = new HashSet<T>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
