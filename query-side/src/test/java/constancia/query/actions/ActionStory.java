package constancia.query.actions;

import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.Role;
import constancia.kernel.actions.Schedule;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.plans.PlanId;
import constancia.query.history.Cut;
import constancia.query.history.Entry;
import constancia.query.history.Fold;
import constancia.query.history.Names;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records of one action, to be folded at a cut: MJSP leads, CONJUVE answers with it, PNUD supports; due on 15 June 2015. */
final class ActionStory {

    static final InstitutionId MJSP = new InstitutionId(id(11));
    static final InstitutionId CONJUVE = new InstitutionId(id(12));
    static final InstitutionId PNUD = new InstitutionId(id(13));
    static final BodyId COUNCIL = new BodyId(id(21));
    static final PlanId PLAN = new PlanId(id(31));
    static final AgreementId AGREEMENT = new AgreementId(id(41));
    static final UUID MJSP_PART = id(61);
    static final UUID CONJUVE_PART = id(62);
    static final UUID PNUD_PART = id(63);
    static final UUID ONE = id(51);
    static final LocalDate START = day(1, 10);
    static final LocalDate DUE = day(6, 15);
    static final Provenance UNIT = new Provenance("coordinacion", null, false, Through.API, null);
    static final Provenance FROM_MJSP = new Provenance("enlace.mjsp", MJSP, false, Through.API, null);
    static final Provenance FOR_MJSP = new Provenance("coordinacion", MJSP, true, Through.API, "Consta en la minuta");

    static final ZoneId ZONE = ZoneId.of("America/El_Salvador");

    final ActionView view = new ActionView(30, ZONE);
    private final List<Entry> entries = new ArrayList<>();

    /** One record more, numbered and recorded on that day at noon. */
    ActionStory record(LocalDate recordedOn, Provenance by, ActionEvent event) {
        return recordedAt(Instant.parse(recordedOn + "T18:00:00Z"), by, event);
    }

    ActionStory recordedAt(Instant at, Provenance by, ActionEvent event) {
        int n = entries.size() + 1;
        entries.add(new Entry((long) n, at, at, new Recorded<Event>(n, event, by, at)));
        return this;
    }

    ActionStory and(ActionEvent... events) {
        return by(UNIT, events);
    }

    ActionStory by(Provenance by, ActionEvent... events) {
        for (var event : events) {
            record(event.effectiveOn(), by, event);
        }
        return this;
    }

    static ActionStory proposed() {
        return new ActionStory().and(proposal(new Schedule(List.of(), null, DUE)));
    }

    static ActionProposed proposal(@Nullable Schedule schedule) {
        return new ActionProposed("Instalar el mecanismo", "Con los municipios", PLAN, COUNCIL, id(32), "7", List.of(id(33)), AGREEMENT,
                List.of(new Responsible(PNUD_PART, PNUD, Role.SUPPORT, null), new Responsible(CONJUVE_PART, CONJUVE, Role.CO_RESPONSIBLE, null),
                        new Responsible(MJSP_PART, MJSP, Role.LEAD, null)), schedule, List.of("SV-SS"), List.of("SDG-16.6"), "Acta", START);
    }

    static ProgressReported report(UUID commitment, InstitutionId institution, @Nullable Integer percent, LocalDate on) {
        return new ProgressReported(commitment, institution, percent, percent == null ? "Sin novedad" : null, null, List.of(), on);
    }

    static DeliveryMarked delivered(UUID commitment, InstitutionId institution, LocalDate on) {
        return new DeliveryMarked(commitment, institution, null, List.of(), on);
    }

    static DeliveryVerified verified(UUID commitment, InstitutionId institution, Finding finding, LocalDate on) {
        return new DeliveryVerified(commitment, institution, finding, null, List.of(), on);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Everything on record, in the order of the ledger. */
    ActionFacts facts() {
        var facts = view.nothing();
        for (var entry : entries) {
            facts = view.evolve(facts, new Recorded<>(entry.record().n(), (ActionEvent) entry.record().event(), entry.record().by(), entry.record().recordedAt()));
        }
        return facts;
    }

    ActionItem on(LocalDate on) {
        return cut(new Cut(null, null, on));
    }

    /** As known at the end of {@code known} and as held at the end of {@code on}. */
    ActionItem asOf(LocalDate known, LocalDate on) {
        long upTo = entries.stream().filter(entry -> !entry.recordedAt().isAfter(Instant.parse(known + "T23:59:59Z"))).count();
        return cut(new Cut(upTo, null, on));
    }

    private ActionItem cut(Cut cut) {
        return (ActionItem) view.answer(Fold.of(view, Fold.within(entries, cut)), cut.on(), NAMES);
    }

    static final Names NAMES = new Names() {

        @Override
        public @Nullable InstitutionName institution(@Nullable InstitutionId id) {
            return id == null ? null : new InstitutionName(id, id.equals(MJSP) ? "MJSP" : id.equals(CONJUVE) ? "CONJUVE" : "PNUD", "Institución");
        }

        @Override
        public @Nullable BodyName body(@Nullable BodyId id) {
            return id == null ? null : new BodyName(id, "CNSCC", "Consejo Nacional");
        }

        @Override
        public @Nullable PlanName plan(@Nullable PlanId id) {
            return id == null ? null : new PlanName(id, "PM-2011");
        }

        @Override
        public @Nullable ActionName action(@Nullable ActionId id) {
            return id == null ? null : new ActionName(id, "Nombrar a los enlaces");
        }

        @Override
        public @Nullable AgreementName agreement(@Nullable AgreementId id) {
            return id == null ? null : new AgreementName(id, "ACU-CNSCC-2015-0003");
        }

        @Override
        public @Nullable MeetingName meeting(@Nullable MeetingId id) {
            throw new UnsupportedOperationException("An action names no meeting");
        }

        @Override
        public @Nullable CaseFileName caseFile(@Nullable CaseFileId id) {
            throw new UnsupportedOperationException("An action names no case file");
        }
    };

    static LocalDate day(int month, int day) {
        return LocalDate.of(2015, month, day);
    }

    static UUID id(int last) {
        return UUID.fromString("0194d0c2-0000-7000-8000-%012d".formatted(last));
    }
}
