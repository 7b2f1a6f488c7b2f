package constancia.kernel.casefiles;

import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.casefiles.CaseFileEvent.CaseFileLinked;
import constancia.kernel.meetings.MeetingId;
import org.jspecify.annotations.Nullable;

/** What a case file is linked to: exactly one of these, a document by the SHA-256 of its content. */
public record Link(@Nullable AgreementId agreement, @Nullable ActionId action, @Nullable MeetingId meeting, @Nullable String document,
                   @Nullable CaseFileId caseFile) {

    public static Link of(CaseFileLinked e) {
        return new Link(e.agreement(), e.action(), e.meeting(), e.document(), e.caseFile());
    }
}
