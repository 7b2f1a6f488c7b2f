package constancia.query.agreements;

import static constancia.query.agreements.AgreementHistories.FIRST;
import static constancia.query.agreements.AgreementHistories.fold;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Adoption;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.agreements.Party;
import constancia.kernel.agreements.RelationKind;
import constancia.kernel.agreements.ResponseKind;
import constancia.kernel.agreements.Signer;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import constancia.query.agreements.AgreementItem.*;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.Names.*;
import constancia.query.history.Reserve;
import constancia.query.history.Summaries;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgreementViewTest {

    static final InstitutionId MJSP = new InstitutionId(new UUID(2, 1));
    static final InstitutionId PNUD = new InstitutionId(new UUID(2, 2));
    static final BodyId COUNCIL = new BodyId(new UUID(1, 1));
    static final MeetingId MEETING = new MeetingId(new UUID(1, 2));
    static final UUID ITEM = new UUID(1, 3);
    static final UUID PERSON = new UUID(3, 1);
    static final ActionId ACTION = new ActionId(new UUID(4, 1));
    static final AgreementId NEWER = new AgreementId(new UUID(5, 1));
    static final String DOCUMENT = "a".repeat(64);
    static final String RATIFICATION = "b".repeat(64);
    static final LocalDate LATER = FIRST.plusDays(30);
    static final LocalDate LAST = FIRST.plusYears(1);

    final AgreementView view = new AgreementView();
    final Names names = names();
    final AgreementEvent agreed = new AgreementRecorded("ACU-CNSCC-2014-0017", AgreementKind.COOPERATION_AGREEMENT, "Convenio de prevención", "Las partes convienen.",
            MEETING, null, ITEM, COUNCIL, Adoption.CONSENSUS, List.of(new Party(MJSP, true, false), new Party(PNUD, true, true)), FIRST, LAST, null, null, null, FIRST);
    final AgreementEvent[] signed = {agreed, new AgreementSigned(MJSP, PERSON, DOCUMENT, null, FIRST), new AgreementSigned(PNUD, null, null, null, FIRST),
            new AgreementRatified(PNUD, PERSON, RATIFICATION, null, LATER)};

    @Test
    void who_signed_and_who_ratified_is_shown_with_the_capacity_in_which_they_did() {
        var delegate = new Signer(Capacity.DELEGATE, "Viceministro", new UUID(3, 9), FIRST);
        var minister = new Signer(Capacity.REPRESENTATIVE, "Ministro", null, null);
        var addendum = new AddendumAdded(ITEM, 1, "Prórroga", null, null, LAST.plusYears(1), List.of(), List.of(), List.of(MJSP), null, null, FIRST);
        var item = answer(LATER, agreed, new AgreementSigned(PNUD, PERSON, null, delegate, FIRST), new AgreementRatified(PNUD, PERSON, null, minister, LATER), addendum,
                new AddendumSigned(ITEM, 1, MJSP, PERSON, null, delegate, LATER));
        assertThat(item.parties()).extracting(PartyShown::signedAs).containsExactly(null, delegate);
        assertThat(item.parties()).extracting(PartyShown::ratifiedAs).containsExactly(null, minister);
        assertThat(item.addenda().getFirst().signatures()).extracting(AddendumSignature::signedAs).containsExactly(delegate);
    }

    @Test
    void an_agreement_is_answered_with_its_parties_and_all_that_came_of_it() {
        var item = answer(LAST.plusDays(20), agreed, signed[1], signed[2], signed[3],
                new ReservationRecorded(PNUD, "Sujeto a presupuesto.", FIRST), new ActionLinked(ACTION, LATER),
                new AgreementSuspended(LATER), new AgreementResumed(LATER.plusDays(5)), new AgreementSuspended(LATER.plusDays(9)),
                new AgreementRenewed(LAST.plusYears(1), LAST), new AgreementSuperseded(NEWER, LAST.plusDays(9)),
                new AgreementClassified(ItemClass.RESERVED, LAST.plusDays(20), "Art. 19, LAIP", null, null, null, LATER));
        assertThat(item).isEqualTo(new AgreementItem("ACU-CNSCC-2014-0017", AgreementStatus.SUPERSEDED, AgreementKind.COOPERATION_AGREEMENT,
                "Convenio de prevención", "Las partes convienen.", "Las partes convienen.", Adoption.CONSENSUS, FIRST,
                new MeetingName(MEETING, new BodyName(COUNCIL, "CNSCC", "Consejo")), null, ITEM, new BodyName(COUNCIL, "CNSCC", "Consejo"),
                List.of(new PartyShown(new InstitutionName(MJSP, "MJSP", "Ministerio"), true, false, FIRST, PERSON, DOCUMENT, null, null, null, null, null),
                        new PartyShown(new InstitutionName(PNUD, null, "Programa"), true, true, FIRST, null, null, LATER, PERSON, RATIFICATION, null, null)),
                List.of(new ReservationShown(new InstitutionName(PNUD, null, "Programa"), "Sujeto a presupuesto.", FIRST)),
                FIRST, LAST.plusYears(1), LATER, List.of(new FormerValidity(LAST, LAST)),
                List.of(new Suspension(LATER, LATER.plusDays(5)), new Suspension(LATER.plusDays(9), null)), LAST.plusDays(9), List.of(ACTION),
                new AgreementName(NEWER, "ACU-CNSCC-2016-0002"), ItemClass.RESERVED, new Reserve(LAST.plusDays(20), "Art. 19, LAIP", null, null), List.of(),
                List.of(), List.of(), List.of(), null, null, List.of(), null,
                List.of(new RelationShown("superseded-by", new AgreementName(NEWER, "ACU-CNSCC-2016-0002"), LAST.plusDays(9))), List.of(), null));
    }

    @Test
    void while_a_signature_is_missing_it_is_not_in_force() {
        assertThat(answer(LATER, agreed, signed[1]).status()).isEqualTo(AgreementStatus.PENDING_SIGNATURES);
        assertThat(answer(LATER, agreed, signed[1]).inForceSince()).isNull();
        assertThat(answer(LATER, signed).status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(answer(LAST.plusDays(1), signed).status()).isEqualTo(AgreementStatus.EXPIRED);
    }

    @Test
    void it_is_public_until_it_is_classified_and_when_the_reserve_lapsed() {
        var reserved = new AgreementClassified(ItemClass.RESERVED, LATER, "Art. 19", null, null, null, FIRST);
        assertThat(answer(LATER, agreed).classification()).isEqualTo(ItemClass.PUBLIC);
        assertThat(answer(LATER, agreed).reserve()).isNull();
        assertThat(answer(LATER, agreed, reserved).reserve()).isEqualTo(new Reserve(LATER, "Art. 19", null, null));
        assertThat(answer(LATER.plusDays(1), agreed, reserved).classification()).isEqualTo(ItemClass.PUBLIC);
        assertThat(answer(LATER.plusDays(1), agreed, reserved).reserve()).isNull();
    }

    @Test
    void of_two_classifications_the_later_in_effect_stands() {
        var confidential = new AgreementClassified(ItemClass.CONFIDENTIAL, null, "Art. 24", null, null, null, LATER);
        var recordedLate = new AgreementClassified(ItemClass.PUBLIC, null, null, null, null, null, FIRST);
        assertThat(answer(LATER, agreed, confidential, recordedLate).classification()).isEqualTo(ItemClass.CONFIDENTIAL);
        assertThat(answer(LATER, agreed, confidential, recordedLate).reserve()).isEqualTo(new Reserve(null, "Art. 24", null, null));
    }

    @Test
    void others_know_it_by_its_folio() {
        assertThat(view.label(fold(AgreementHistories.of(agreed)))).isEqualTo(new Label("ACU-CNSCC-2014-0017", "Convenio de prevención", null));
    }

    @Test
    void each_record_is_told_in_a_sentence() {
        assertThat(told(agreed)).containsExactly("Se asentó el acuerdo ACU-CNSCC-2014-0017: «Convenio de prevención».",
                "The agreement ACU-CNSCC-2014-0017 was recorded: “Convenio de prevención”.");
        assertThat(told(signed[1])).containsExactly("Firmó MJSP.", "MJSP signed.");
        assertThat(told(signed[3])).containsExactly("Ratificó Programa.", "Programa ratified.");
        assertThat(told(new ReservationRecorded(MJSP, "Con reserva", FIRST)))
                .containsExactly("MJSP dejó constancia de una reserva.", "MJSP put a reservation on record.");
        assertThat(told(new AgreementClassified(ItemClass.PUBLIC, null, null, null, null, null, FIRST)))
                .containsExactly("El acuerdo se clasificó como público.", "The agreement was classified as public.");
        assertThat(told(new AgreementClassified(ItemClass.RESERVED, LAST, "Art. 19", null, null, null, FIRST)))
                .containsExactly("El acuerdo se clasificó como reservado hasta el 2015-11-20.", "The agreement was classified as reserved until 2015-11-20.");
        assertThat(told(new AgreementClassified(ItemClass.CONFIDENTIAL, null, null, null, null, null, FIRST)))
                .containsExactly("El acuerdo se clasificó como confidencial.", "The agreement was classified as confidential.");
        assertThat(told(new ActionLinked(ACTION, FIRST))).containsExactly("Se vinculó la acción «Capacitar».", "The action “Capacitar” was linked.");
        assertThat(told(new AgreementSuspended(FIRST))).containsExactly("El acuerdo quedó suspendido.", "The agreement was suspended.");
        assertThat(told(new AgreementResumed(FIRST))).containsExactly("El acuerdo volvió a regir.", "The agreement was resumed.");
        assertThat(told(new AgreementTerminated(null, null, FIRST))).containsExactly("Se dio por terminado el acuerdo.", "The agreement was terminated.");
        assertThat(told(new AgreementSuperseded(NEWER, FIRST)))
                .containsExactly("El acuerdo fue sustituido por el ACU-CNSCC-2016-0002.", "The agreement was superseded by ACU-CNSCC-2016-0002.");
        assertThat(told(new AgreementFulfilled(FIRST))).containsExactly("El acuerdo se declaró cumplido.", "The agreement was declared fulfilled.");
        assertThat(told(new AgreementRenewed(LAST, FIRST))).containsExactly("El acuerdo se prorrogó hasta el 2015-11-20.", "The agreement was renewed until 2015-11-20.");
        assertThat(told(new AddendumAdded(ITEM, 3, "Prórroga", null, null, LAST, List.of(), List.of(), List.of(), null, null, FIRST)))
                .containsExactly("Se asentó la adenda 3: «Prórroga».", "Addendum 3 was recorded: “Prórroga”.");
        var minister = new Signer(Capacity.DELEGATE, "Viceministro", new UUID(3, 9), FIRST);
        assertThat(told(new AgreementSigned(MJSP, PERSON, null, minister, FIRST))).containsExactly("Firmó MJSP, en calidad de Viceministro, por delegación.", "MJSP signed, as Viceministro, by delegation.");
        assertThat(told(new AgreementRatified(MJSP, PERSON, null, new Signer(Capacity.REPRESENTATIVE, "Ministro", null, null), FIRST)))
                .containsExactly("Ratificó MJSP, en calidad de Ministro.", "MJSP ratified, as Ministro.");
        assertThat(told(new AddendumSigned(ITEM, 3, MJSP, PERSON, null, minister, FIRST)))
                .containsExactly("MJSP firmó la adenda 3, en calidad de Viceministro, por delegación.", "MJSP signed addendum 3, as Viceministro, by delegation.");
        assertThat(told(new AddendumSigned(ITEM, null, MJSP, null, null, null, FIRST))).containsExactly("MJSP firmó una adenda.", "MJSP signed an addendum.");
        assertThat(told(new AddendumSigned(ITEM, 107, MJSP, null, null, null, FIRST))).containsExactly("MJSP firmó la adenda 107.", "MJSP signed addendum 107.");
        assertThat(told(new AgreementTerminated(MJSP, null, FIRST))).containsExactly("MJSP dio por terminado el acuerdo.", "MJSP terminated the agreement.");
        assertThat(told(new DraftRevised(2, null, "Otro.", null, null, FIRST)))
                .containsExactly("Se revisó el borrador: es ya su versión 2.", "The draft was revised: it is now version 2.");
        assertThat(told(new LegalReviewSubmitted(null, null, MJSP, FIRST))).containsExactly("El borrador pasó a revisión legal de MJSP.", "The draft went to MJSP for legal review.");
        assertThat(told(new LegalReviewCleared(null, null, null, FIRST))).containsExactly("El borrador recibió el visto bueno legal.", "The draft was cleared by legal review.");
        assertThat(told(new ReturnedForChanges(null, null, FIRST)))
                .containsExactly("La revisión legal devolvió el borrador para cambios.", "Legal review returned the draft for changes.");
        assertThat(told(new PronouncementIssued(null, FIRST))).containsExactly("Se emitió el pronunciamiento.", "The pronouncement was issued.");
        assertThat(told(new LegalReviewSubmitted(ITEM, 3, MJSP, FIRST))).containsExactly("La adenda 3 pasó a revisión legal de MJSP.", "Addendum 3 went to MJSP for legal review.");
        assertThat(told(new LegalReviewCleared(ITEM, 3, null, FIRST))).containsExactly("La adenda 3 recibió el visto bueno legal.", "Addendum 3 was cleared by legal review.");
        assertThat(told(new ReturnedForChanges(ITEM, 3, FIRST)))
                .containsExactly("La revisión legal devolvió la adenda 3 para cambios.", "Legal review returned addendum 3 for changes.");
        assertThat(told(new AddendumRevised(ITEM, 3, 2, null, "Otro.", null, null, null, null, FIRST)))
                .containsExactly("Se revisó la adenda 3: es ya su versión 2.", "Addendum 3 was revised: it is now in version 2.");
        assertThat(told(new PronouncementIssued(LAST, FIRST))).containsExactly("Se emitió el pronunciamiento, con respuesta hasta el 2015-11-20.",
                "The pronouncement was issued, to be answered by 2015-11-20.");
        assertThat(told(new InstitutionsConsulted(ITEM, List.of(MJSP, PNUD), "¿Qué opina?", LAST, FIRST))).containsExactly(
                "El borrador se sometió a consulta de MJSP, Programa hasta el 2015-11-20.", "The draft was put to MJSP, Programa for their opinion, by 2015-11-20.");
        assertThat(told(new ResponseReceived(ITEM, MJSP, null, ResponseKind.OBSERVATIONS, "Falta.", null, FIRST)))
                .containsExactly("MJSP respondió a la consulta: con observaciones.", "MJSP answered the consultation: with observations.");
        assertThat(told(new ResponseReceived(null, null, "Asamblea Legislativa", ResponseKind.ACCEPTED, null, null, FIRST)))
                .containsExactly("Asamblea Legislativa respondió al pronunciamiento: conforme.", "Asamblea Legislativa answered the pronouncement: accepted.");
        assertThat(told(new AgreementMerged(NEWER, FIRST)))
                .containsExactly("El acuerdo se fusionó en el ACU-CNSCC-2016-0002.", "The agreement was merged into ACU-CNSCC-2016-0002.");
        assertThat(told(new AgreementSplit(List.of(NEWER, NEWER), FIRST))).containsExactly("El acuerdo se dividió en ACU-CNSCC-2016-0002, ACU-CNSCC-2016-0002.",
                "The agreement was split into ACU-CNSCC-2016-0002, ACU-CNSCC-2016-0002.");
        assertThat(Stream.of(RelationKind.values()).map(kind -> told(new AgreementRelated(NEWER, kind, FIRST)).getFirst())).containsExactly(
                "Se relacionó con el ACU-CNSCC-2016-0002.", "Se asentó que desarrolla el ACU-CNSCC-2016-0002.", "Se asentó que modifica el ACU-CNSCC-2016-0002.",
                "Se asentó que se deriva del ACU-CNSCC-2016-0002.", "Se asentó que es anexo del ACU-CNSCC-2016-0002.", "Se asentó que reitera el ACU-CNSCC-2016-0002.");
    }

    @Test
    void random_histories_fold_alike_in_the_order_of_the_ledger_and_of_the_dates() {
        int moved = 0;
        for (int seed = 0; seed < 300; seed++) {
            var history = AgreementHistories.random(new Random(seed));
            var byDate = history.stream().sorted(Comparator.<Recorded<AgreementEvent>, LocalDate>comparing(Recorded::effectiveOn)
                    .thenComparing(Recorded::n)).toList();
            assertThat(fold(byDate)).as("seed %d", seed).isEqualTo(fold(history));
            moved += byDate.equals(history) ? 0 : 1;
        }
        assertThat(moved).as("histories recorded out of the order of their dates").isGreaterThan(100);
    }

    @Test
    void as_held_on_a_day_is_what_was_recorded_for_it_whatever_came_later() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var history = AgreementHistories.random(random);
            var day = FIRST.plusDays(random.nextInt(300));
            var until = history.stream().filter(record -> !record.effectiveOn().isAfter(day)).toList();
            assertThat(fold(until).course().status(day)).as("seed %d", seed).isEqualTo(fold(history).course().status(day));
        }
    }

    private AgreementItem answer(LocalDate on, AgreementEvent... events) {
        return (AgreementItem) view.answer(fold(AgreementHistories.of(events)), on, names);
    }

    private List<String> told(AgreementEvent event) {
        var summaries = new Summaries();
        return List.of(summaries.of(view, event, names, Locale.of("es")), summaries.of(view, event, names, Locale.ENGLISH));
    }

    private static Names names() {
        return (Names) Proxy.newProxyInstance(Names.class.getClassLoader(), new Class<?>[] {Names.class}, (_, method, args) -> args[0] == null ? null : switch (method.getName()) {
            case "institution" -> args[0].equals(MJSP) ? new InstitutionName(MJSP, "MJSP", "Ministerio") : new InstitutionName(PNUD, null, "Programa");
            case "body" -> new BodyName(COUNCIL, "CNSCC", "Consejo");
            case "meeting" -> new MeetingName(MEETING, new BodyName(COUNCIL, "CNSCC", "Consejo"));
            case "action" -> new ActionName(ACTION, "Capacitar");
            case "agreement" -> new AgreementName(NEWER, "ACU-CNSCC-2016-0002");
            default -> throw new AssertionError(method.getName());
        });
    }
}
