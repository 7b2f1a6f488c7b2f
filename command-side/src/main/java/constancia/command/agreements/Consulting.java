package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose answer is asked for: of those to whom the draft was put, and of those to whom a pronouncement is addressed. What
 * each answers is a facet of its own.
 *
 * @param addressees of the last version
 */
record Consulting(Map<UUID, InstitutionsConsulted> asked, List<Addressee> addressees, Map<Answering, LocalDate> answered) {

    /** @param consultation null when it is an addressee that answers */
    record Answering(@Nullable UUID consultation, Addressee who) {}

    static final Consulting NOBODY = new Consulting(Map.of(), List.of(), Map.of());

    static Consulting evolve(Consulting now, AgreementEvent event) {
        return switch (event) {
            case AgreementRecorded e -> new Consulting(now.asked, Objects.requireNonNullElse(e.addressees(), now.addressees), now.answered);
            case DraftRevised e -> new Consulting(now.asked, Objects.requireNonNullElse(e.addressees(), now.addressees), now.answered);
            case InstitutionsConsulted e -> new Consulting(with(now.asked, e.consultation(), e), now.addressees, now.answered);
            case ResponseReceived e -> new Consulting(now.asked, now.addressees,
                    with(now.answered, new Answering(e.consultation(), new Addressee(e.institution(), e.name())), e.effectiveOn()));
            case LegalReviewSubmitted _, LegalReviewCleared _, ReturnedForChanges _, PronouncementIssued _, AgreementSigned _, AgreementRatified _, ReservationRecorded _,
                 AgreementClassified _, ActionLinked _, AgreementRelated _, AgreementSuspended _, AgreementResumed _, AgreementTerminated _, AgreementSuperseded _,
                 AgreementMerged _, AgreementSplit _, AgreementFulfilled _, AgreementRenewed _, AddendumAdded _, AddendumRevised _, AddendumSigned _,
                 AgreementExpired _, ReserveLapsed _ -> now;
        };
    }

    static InstitutionsConsulted consult(ConsultInstitutions c, Consulting now, AgreementCourse course, Neighbours others) {
        for (int i = 0; i < c.institutions().size(); i++) {
            others.mustBeActive("institutions/" + i, c.institutions().get(i), c.effectiveOn());
            if (c.institutions().indexOf(c.institutions().get(i)) < i) {
                throw new Invalid("institutions/" + i, "consulted-twice");
            }
        }
        if (c.dueOn() != null && c.dueOn().isBefore(c.effectiveOn())) {
            throw new Invalid("dueOn", "due-before-effective", c.effectiveOn());
        }
        if (now.asked.containsKey(c.consultation())) {
            throw new Refused("consultation-known");
        }
        if (course.draftClosedOn() != null) {
            throw new Refused("draft-closed", course.draftClosedOn());
        }
        Agreement.mustBeOpen(course, c.effectiveOn());
        return new InstitutionsConsulted(c.consultation(), c.institutions(), c.text(), c.dueOn(), c.effectiveOn());
    }

    static ResponseReceived respond(RecordResponse c, Consulting now, AgreementCourse course) {
        if ((c.institution() == null) == (c.name() == null)) {
            throw new Invalid("institution", "institution-or-name");
        }
        var who = new Addressee(c.institution(), c.name());
        if (c.consultation() == null) {
            now.mustBeAddressed(who, course, c.effectiveOn());
        } else {
            now.mustBeConsulted(c.consultation(), c);
        }
        var on = now.answered.get(new Answering(c.consultation(), who));
        if (on != null) {
            throw new Refused("already-answered", on);
        }
        return new ResponseReceived(c.consultation(), c.institution(), c.name(), c.response(), c.text(), c.document(), c.effectiveOn());
    }

    private void mustBeAddressed(Addressee who, AgreementCourse course, LocalDate on) {
        if (!addressees.contains(who)) {
            throw new Refused("not-an-addressee");
        }
        var since = course.inForceSince(on);
        if (since == null || since.isAfter(on)) {
            throw new Refused("not-issued", on);
        }
    }

    private void mustBeConsulted(UUID consultation, RecordResponse c) {
        var put = asked.get(consultation);
        if (put == null) {
            throw new Invalid("consultation", "unknown-consultation", consultation);
        }
        if (c.institution() == null || !put.institutions().contains(c.institution())) {
            throw new Refused("not-consulted");
        }
        if (c.effectiveOn().isBefore(put.effectiveOn())) {
            throw new Refused("effective-before-previous", put.effectiveOn());
        }
    }

    private static <K, V> Map<K, V> with(Map<K, V> all, K key, V value) {
        var more = new HashMap<>(all);
        more.put(key, value);
        return Map.copyOf(more);
    }
}
