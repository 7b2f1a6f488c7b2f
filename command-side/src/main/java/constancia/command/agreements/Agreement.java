package constancia.command.agreements;

import static constancia.kernel.agreements.AgreementStatus.EXPIRED;
import static constancia.kernel.agreements.AgreementStatus.IN_FORCE;
import static constancia.kernel.agreements.AgreementStatus.SUSPENDED;

import constancia.command.Rectifying;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementClass;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementCourse.Signing;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of agreements. Life (recorded, suspended, resumed, renewed, ended) and what each party does (signs,
 * ratifies) are ordered; the classification is a value; reservations and linked actions are sets.
 */
record Agreement(@Nullable String folio, @Nullable AgreementCourse course, Set<ActionId> actions) {

    static final Agreement UNRECORDED = new Agreement(null, null, Set.of());

    static List<AgreementEvent> decide(AgreementCommand command, Agreement now, Agreements agreements, Neighbours others) {
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
        return List.of(switch (command) {
            case RecordAgreement _ -> throw new Refused("already-exists");
            case SignAgreement c -> {
                others.mustBeActive("institution", c.institution(), on);
                var signing = party(course, c.institution());
                if (signing.signedOn() != null) {
                    throw new Refused("already-signed", signing.signedOn());
                }
                mustBeOpen(course, on);
                yield new AgreementSigned(c.institution(), c.person(), c.document(), on);
            }
            case RatifyAgreement c -> {
                others.mustBeActive("institution", c.institution(), on);
                var signing = party(course, c.institution());
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
                yield new AgreementRatified(c.institution(), c.person(), c.document(), on);
            }
            case RecordReservation c -> {
                others.mustBeActive("institution", c.institution(), on);
                mustBeOpen(course, on);
                yield new ReservationRecorded(c.institution(), c.text(), on);
            }
            case ClassifyAgreement c -> classify(c);
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
            case TerminateAgreement _ -> {
                mustFollow(course, on);
                mustBeOpen(course, on);
                yield new AgreementTerminated(on);
            }
            case SupersedeAgreement c -> {
                mustSucceed(c, agreements);
                mustFollow(course, on);
                yield new AgreementSuperseded(c.by(), on);
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
            case SignAddendum c -> Amending.sign(c, course, others);
        });
    }

    /** How records of the agreement with that id are rectified: its folio and the numbers of its addenda stay. */
    static Rectifying<AgreementEvent, Agreement> rectifying(AgreementId id, Agreements agreements, Neighbours others) {
        return new Rectifying<>(AgreementEvent.class, UNRECORDED, Agreement::evolve, event -> Again.of(id, event),
                (command, now, _) -> decide((AgreementCommand) command, now, new Numbered(agreements), others)) {

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
                return said instanceof AddendumAdded was && corrected instanceof AddendumAdded is ? is.withNumber(was.number()) : corrected;
            }

        };
    }

    static Agreement evolve(Agreement now, Recorded<AgreementEvent> record) {
        var course = AgreementCourse.evolve(now.course, record);
        return switch (record.event()) {
            case AgreementRecorded e -> new Agreement(e.folio(), course, now.actions);
            case ActionLinked e -> new Agreement(now.folio, course, with(now.actions, e.action()));
            case AgreementSigned _, AgreementRatified _, ReservationRecorded _, AgreementClassified _, AgreementSuspended _, AgreementResumed _,
                 AgreementTerminated _, AgreementSuperseded _, AgreementFulfilled _, AgreementRenewed _, AddendumAdded _, AddendumSigned _ ->
                    new Agreement(now.folio, course, now.actions);
        };
    }

    private static Signing party(AgreementCourse course, InstitutionId institution) {
        return course.party(institution).orElseThrow(() -> new Refused("not-a-party"));
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
    private static void mustFollow(AgreementCourse course, LocalDate on) {
        if (course.end() != null) {
            throw new Refused("agreement-ended", course.end().on());
        }
        if (on.isBefore(course.lastTurn())) {
            throw new Refused("effective-before-previous", course.lastTurn());
        }
    }

    private static void mustSucceed(SupersedeAgreement c, Agreements agreements) {
        if (c.by().equals(c.id())) {
            throw new Invalid("by", "supersedes-itself");
        }
        var by = agreements.find(c.by()).orElseThrow(() -> new Invalid("by", "unknown-agreement", c.by()));
        if (by.recordedOn().isAfter(c.effectiveOn())) {
            throw new Invalid("by", "not-yet-agreed", by.recordedOn());
        }
        if (by.endedOn() != null && !by.endedOn().isAfter(c.effectiveOn())) {
            throw new Invalid("by", "agreement-ended", by.endedOn());
        }
    }

    private static AgreementEvent classify(ClassifyAgreement c) {
        var reserved = c.classification() == AgreementClass.RESERVED;
        if (reserved && c.until() == null) {
            throw new Invalid("until", "required");
        }
        if (reserved && c.legalBasis() == null) {
            throw new Invalid("legalBasis", "required");
        }
        if (!reserved && c.until() != null) {
            throw new Invalid("until", "only-for-reserved");
        }
        if (c.classification() == AgreementClass.PUBLIC && c.legalBasis() != null) {
            throw new Invalid("legalBasis", "public-needs-no-basis");
        }
        if (c.until() != null && c.until().isBefore(c.effectiveOn())) {
            throw new Invalid("until", "until-before-effective", c.effectiveOn());
        }
        return new AgreementClassified(c.classification(), c.until(), c.legalBasis(), c.effectiveOn());
    }

    private static Set<ActionId> with(Set<ActionId> all, ActionId one) {
        var more = new HashSet<>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
