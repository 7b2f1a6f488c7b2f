package constancia.command.agreements;

import static constancia.command.agreements.Known.*;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.RelationKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How an agreement ends by one of its parties, goes on in others, or is something to another. */
class AgreementSuccessionTest {

    static final LocalDate LATER = DAY.plusDays(30);
    static final AgreementId UNKNOWN = new AgreementId(STRANGER);

    final Fixtures<AgreementShell> agreement = Known.agreements(new Known());
    final AgreementEvent convenio = Known.convened(null, null);

    @Test
    void a_party_terminates_it_after_its_notice() {
        agreement.given(convenio).when(new TerminateAgreement(ID, MJSP, DAY.plusDays(5), LATER)).records(new AgreementTerminated(MJSP, DAY.plusDays(5), LATER));
        agreement.given(convenio).when(new TerminateAgreement(ID, ENDED, null, LATER)).isInvalid("institution", "not-a-party");
        agreement.given(convenio).when(new TerminateAgreement(ID, null, DAY, LATER)).isInvalid("noticeOn", "notice-of-nobody");
        agreement.given(convenio).when(new TerminateAgreement(ID, MJSP, LATER.plusDays(1), LATER)).isInvalid("noticeOn", "notice-out-of-time", DAY, LATER);
        agreement.given(convenio).when(new TerminateAgreement(ID, MJSP, DAY.minusDays(1), LATER)).isInvalid("noticeOn", "notice-out-of-time", DAY, LATER);
    }

    @Test
    void it_is_merged_into_another() {
        agreement.given(convenio).when(new MergeAgreement(ID, NEWER, LATER)).records(new AgreementMerged(NEWER, LATER));
        agreement.given(convenio).when(new MergeAgreement(ID, ID, LATER)).isInvalid("into", "supersedes-itself");
        agreement.given(convenio).when(new MergeAgreement(ID, UNKNOWN, LATER)).isInvalid("into", "unknown-agreement", UNKNOWN);
        agreement.given(convenio).when(new MergeAgreement(ID, LATE, LATER)).isInvalid("into", "not-yet-agreed", DAY.plusYears(5));
        agreement.given(convenio).when(new MergeAgreement(ID, OVER, LATER)).isInvalid("into", "agreement-ended", DAY.plusDays(10));
        agreement.given(convenio, new AgreementMerged(NEWER, LATER)).when(new MergeAgreement(ID, NEWER, LATER)).refuses("agreement-ended", LATER);
    }

    @Test
    void or_split_into_several() {
        agreement.given(convenio).when(new SplitAgreement(ID, List.of(NEWER, ALSO_NEWER), LATER)).records(new AgreementSplit(List.of(NEWER, ALSO_NEWER), LATER));
        agreement.given(convenio).when(new SplitAgreement(ID, List.of(NEWER, NEWER), LATER)).isInvalid("into", "splits-into-several");
        agreement.given(convenio).when(new SplitAgreement(ID, List.of(NEWER, UNKNOWN), LATER)).isInvalid("into/1", "unknown-agreement", UNKNOWN);
        agreement.given(convenio, new AgreementSplit(List.of(NEWER, ALSO_NEWER), LATER)).when(new SuspendAgreement(ID, LATER)).refuses("agreement-ended", LATER);
    }

    @Test
    void it_is_something_to_another_each_thing_once() {
        var annex = new AgreementRelated(NEWER, RelationKind.ANNEX_OF, LATER);
        agreement.given(convenio).when(relate(NEWER, RelationKind.ANNEX_OF)).records(annex);
        agreement.given(convenio, annex).when(relate(NEWER, RelationKind.IMPLEMENTS)).records(new AgreementRelated(NEWER, RelationKind.IMPLEMENTS, LATER));
        agreement.given(convenio, annex).when(relate(NEWER, RelationKind.ANNEX_OF)).refuses("already-related");
        agreement.given(convenio).when(relate(ID, RelationKind.AMENDS)).isInvalid("agreement", "relates-to-itself");
        agreement.given(convenio).when(relate(UNKNOWN, RelationKind.AMENDS)).isInvalid("agreement", "unknown-agreement", UNKNOWN);
        agreement.given(convenio).when(relate(LATE, RelationKind.AMENDS)).isInvalid("agreement", "not-yet-on-record", DAY.plusYears(5));
        agreement.given(convenio, new AgreementTerminated(null, null, LATER)).when(relate(NEWER, RelationKind.DERIVES_FROM))
                .records(new AgreementRelated(NEWER, RelationKind.DERIVES_FROM, LATER));
    }

    private static RelateAgreement relate(AgreementId other, RelationKind kind) {
        return new RelateAgreement(ID, other, kind, LATER);
    }
}
