package constancia.command.casefiles;

import constancia.command.casefiles.CaseFileCommand.LinkToCaseFile;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.casefiles.CaseFileEvent.CaseFileLinked;
import constancia.kernel.casefiles.Link;
import java.util.Objects;
import java.util.stream.Stream;

/** What belongs to the matter. */
final class Linking {

    private Linking() {}

    static CaseFileLinked link(LinkToCaseFile c, CaseFile now, CaseFiles caseFiles, Neighbours others) {
        if (Stream.of(c.agreement(), c.action(), c.meeting(), c.document(), c.caseFile()).filter(Objects::nonNull).count() != 1) {
            throw new Invalid("agreement", "link-exactly-one");
        }
        others.mustExist(c.agreement());
        if (c.action() != null && !others.actions().exists(c.action())) {
            throw new Invalid("action", "unknown-action", c.action());
        }
        if (c.meeting() != null && others.meetings().find(c.meeting()).isEmpty()) {
            throw new Invalid("meeting", "unknown-meeting", c.meeting());
        }
        if (c.id().equals(c.caseFile())) {
            throw new Invalid("caseFile", "links-itself");
        }
        if (c.caseFile() != null && !caseFiles.exists(c.caseFile())) {
            throw new Invalid("caseFile", "unknown-case-file", c.caseFile());
        }
        now.mustNotBeClosed(c.effectiveOn());
        var linked = new CaseFileLinked(c.agreement(), c.action(), c.meeting(), c.document(), c.caseFile(), c.reason(), c.effectiveOn());
        if (now.links().contains(Link.of(linked))) {
            throw new Refused("already-in-case-file");
        }
        return linked;
    }
}
