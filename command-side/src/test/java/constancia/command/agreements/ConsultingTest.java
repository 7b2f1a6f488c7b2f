package constancia.command.agreements;

import static constancia.command.agreements.Known.*;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.ResponseKind;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** "Somete a consulta" (2014): a draft is put to others until a day; and those to whom a pronouncement is addressed answer it. */
class ConsultingTest {

    static final LocalDate DUE = DAY.plusDays(10);
    static final LocalDate LATER = DAY.plusDays(20);
    static final UUID PUT = new UUID(9, 1);
    static final InstitutionId UNKNOWN = new InstitutionId(STRANGER);

    final Fixtures<AgreementShell> agreement = Known.agreements(new Known());

    final AgreementEvent convenio = Known.convened(null, null);
    final AgreementEvent draft = new AgreementRecorded("ACU-CNSCC-2014-0017", AgreementKind.PRONOUNCEMENT, "Pronunciamiento", "El Consejo llama.", null, null, null, COUNCIL,
            null, List.of(), null, null, true, List.of(new Addressee(null, "Asamblea Legislativa"), new Addressee(PNUD, null)), null, DAY);
    final AgreementEvent consulted = new InstitutionsConsulted(PUT, List.of(MJSP, PNUD), "¿Qué opina?", DUE, DAY);
    final AgreementEvent issued = new PronouncementIssued(LATER, DUE);

    @Test
    void a_draft_is_put_to_institutions_until_a_day_or_without_one() {
        agreement.given(convenio).when(consult(DUE, MJSP, PNUD)).records(consulted);
        agreement.given(draft).when(consult(DUE, MJSP, PNUD)).records(consulted);
        agreement.given(draft).when(consult(null, MJSP)).records(new InstitutionsConsulted(PUT, List.of(MJSP), "¿Qué opina?", null, DAY));
        agreement.given(draft).when(consult(DAY.minusDays(1), MJSP)).isInvalid("dueOn", "due-before-effective", DAY);
        agreement.given(draft).when(consult(DUE, MJSP, UNKNOWN)).isInvalid("institutions/1", "unknown-institution", UNKNOWN);
        agreement.given(draft).when(consult(DUE, MJSP, PNUD, MJSP)).isInvalid("institutions/2", "consulted-twice");
        agreement.given(draft, consulted).when(consult(DUE, MJSP)).refuses("consultation-known");
    }

    @Test
    void what_is_signed_issued_or_decided_is_consulted_no_more() {
        agreement.given(convenio, new AgreementSigned(MJSP, null, null, null, DAY)).when(consult(DUE, PNUD)).refuses("draft-closed", DAY);
        agreement.given(draft, issued).when(consult(DUE, PNUD)).refuses("draft-closed", DUE);
        agreement.given(decided()).when(consult(DUE, PNUD)).refuses("draft-closed", DAY);
        agreement.given(draft, new AgreementTerminated(null, null, DAY)).when(consult(DUE, PNUD)).refuses("agreement-ended", DAY);
    }

    @Test
    void each_of_them_answers_once_in_time_or_late() {
        agreement.given(draft, consulted).when(respond(PUT, MJSP, null, DUE)).records(answer(PUT, MJSP, null, DUE));
        agreement.given(draft, consulted).when(respond(PUT, PNUD, null, LATER)).records(answer(PUT, PNUD, null, LATER));
        agreement.given(draft, consulted, answer(PUT, MJSP, null, DUE)).when(respond(PUT, MJSP, null, LATER)).refuses("already-answered", DUE);
        agreement.given(draft, consulted, answer(PUT, MJSP, null, DUE)).when(respond(PUT, PNUD, null, DUE)).records(answer(PUT, PNUD, null, DUE));
        agreement.given(draft, new InstitutionsConsulted(PUT, List.of(MJSP), "¿Qué opina?", null, DUE)).when(respond(PUT, MJSP, null, DAY)).refuses("effective-before-previous", DUE);
        agreement.given(draft, consulted).when(respond(PUT, MINED, null, DUE)).refuses("not-consulted");
        agreement.given(draft, consulted).when(respond(STRANGER, MJSP, null, DUE)).isInvalid("consultation", "unknown-consultation", STRANGER);
        agreement.given(draft, consulted).when(respond(PUT, MJSP, "MJSP", DUE)).isInvalid("institution", "institution-or-name");
        agreement.given(draft, consulted).when(respond(PUT, null, "Asamblea Legislativa", DUE)).refuses("not-consulted");
    }

    @Test
    void addressees_answer_a_pronouncement_that_was_issued() {
        agreement.given(draft, issued).when(respond(null, PNUD, null, LATER)).records(answer(null, PNUD, null, LATER));
        agreement.given(draft, issued).when(respond(null, null, "Asamblea Legislativa", LATER)).records(answer(null, null, "Asamblea Legislativa", LATER));
        agreement.given(draft, issued, answer(null, PNUD, null, LATER)).when(respond(null, PNUD, null, LATER)).refuses("already-answered", LATER);
        agreement.given(draft, issued).when(respond(null, MJSP, null, LATER)).refuses("not-an-addressee");
        agreement.given(draft, issued).when(respond(null, null, null, LATER)).isInvalid("institution", "institution-or-name");
        agreement.given(draft).when(respond(null, PNUD, null, LATER)).refuses("not-issued", LATER);
        agreement.given(draft, issued).when(respond(null, PNUD, null, DAY)).refuses("not-issued", DAY);
        agreement.given(decided()).when(respond(null, PNUD, null, LATER)).refuses("not-an-addressee");
        agreement.given(draft, new DraftRevised(2, null, null, List.of(new Addressee(MJSP, null)), null, DAY), issued).when(respond(null, PNUD, null, LATER)).refuses("not-an-addressee");
    }

    @Test
    void a_pronouncement_may_say_by_when_it_wants_to_be_answered() {
        agreement.given(draft).when(new IssuePronouncement(ID, LATER, DUE)).records(issued);
        agreement.given(draft).when(new IssuePronouncement(ID, DAY, DUE)).isInvalid("answersUntil", "until-before-effective", DUE);
    }

    private static ConsultInstitutions consult(@Nullable LocalDate dueOn, InstitutionId... institutions) {
        return new ConsultInstitutions(ID, PUT, List.of(institutions), "¿Qué opina?", dueOn, DAY);
    }

    private static RecordResponse respond(@Nullable UUID put, @Nullable InstitutionId institution, @Nullable String name, LocalDate on) {
        return new RecordResponse(ID, put, institution, name, ResponseKind.OBSERVATIONS, "Falta el plazo.", null, on);
    }

    private static AgreementEvent answer(@Nullable UUID put, @Nullable InstitutionId institution, @Nullable String name, LocalDate on) {
        return new ResponseReceived(put, institution, name, ResponseKind.OBSERVATIONS, "Falta el plazo.", null, on);
    }
}
