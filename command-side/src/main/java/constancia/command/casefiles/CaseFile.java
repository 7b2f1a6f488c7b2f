package constancia.command.casefiles;

import constancia.command.Rectifying;
import constancia.command.casefiles.CaseFileCommand.*;
import constancia.command.reserve.Reserves;
import constancia.kernel.Dated;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.casefiles.CaseFileCourse;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.casefiles.CaseFileStatus;
import constancia.kernel.casefiles.Link;
import constancia.kernel.casefiles.Stage;
import constancia.kernel.casefiles.Trace;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of case files. Life (opened, resolved, closed, reopened), each answer waited for, each letter and the stages are ordered; the
 * coordinator and each classification are values; links and notes are sets, and those of the time before may still be entered in a closed file.
 */
record CaseFile(@Nullable CaseFileCourse course, List<Dated<InstitutionId>> coordinators, Set<Link> links,
                Map<UUID, Trace> correspondence, List<Dated<Stage>> stages, Reserves reserves) {

    static final CaseFile UNOPENED = new CaseFile(null, List.of(), Set.of(), Map.of(), List.of(), Reserves.NONE);

    static List<CaseFileEvent> decide(CaseFileCommand command, CaseFile now, Provenance by, CaseFiles caseFiles, Neighbours others) {
        if (command instanceof OpenCaseFile c) {
            return List.of(open(c, now, others));
        }
        if (now.course == null || command.effectiveOn().isBefore(now.course.openedOn())) {
            throw new Refused("effective-before-item");
        }
        if (command instanceof LapseCaseFileReserve c) {
            return now.reserves.lapse(c.effectiveOn(), now.course.openedOn(), (until, day) -> new CaseFileReserveLapsed(until, day));
        }
        return List.of(switch (command) {
            case OpenCaseFile _, LapseCaseFileReserve _ -> throw new Refused("already-exists");
            case AssignCoordinator c -> assign(c, now, others);
            case ClassifyCaseFile c -> {
                now.reserves.mustAllow(c, "case-file", others.classes());
                yield new CaseFileClassified(c.classification(), c.until(), c.legalBasis(), c.authority(), c.resolution(), c.field(), c.effectiveOn());
            }
            case LinkToCaseFile c -> Linking.link(c, now, caseFiles, others);
            case NoteInCaseFile c -> Noting.note(c, now, others);
            case RecordCorrespondence c -> Corresponding.record(c, now, others);
            case ForwardCorrespondence c -> Corresponding.forward(c, now, others);
            case SettleCorrespondence c -> Corresponding.settle(c, now);
            case AwaitInstitution c -> await(c, now, others);
            case ReceiveAnswer c -> receive(c, now);
            case EnterStage c -> Staging.enter(c, now, others);
            case ResolveCaseFile c -> {
                others.mustExist(c.agreement());
                now.mustFollow(c.effectiveOn());
                now.mustNotBeResolved(c.effectiveOn());
                yield new CaseFileResolved(c.resolution(), c.agreement(), c.effectiveOn());
            }
            case CloseCaseFile c -> {
                now.mustFollow(c.effectiveOn());
                now.mustNotBeClosed(c.effectiveOn());
                if (now.course.status(c.effectiveOn()) != CaseFileStatus.RESOLVED && by.grounds() == null) {
                    throw new Invalid("grounds", "grounds-required");
                }
                yield new CaseFileClosed(c.effectiveOn());
            }
            case ReopenCaseFile c -> {
                now.mustFollow(c.effectiveOn());
                var standing = now.course.standing(c.effectiveOn());
                if (standing.resolvedOn() == null && standing.closedOn() == null) {
                    throw new Refused("case-file-open");
                }
                yield new CaseFileReopened(c.effectiveOn());
            }
        });
    }

    /** How records of the case file with that id are rectified. */
    static Rectifying<CaseFileEvent, CaseFile> rectifying(CaseFileId id, CaseFiles caseFiles, Neighbours others) {
        return new Rectifying<>(CaseFileEvent.class, UNOPENED, CaseFile::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((CaseFileCommand) command, now, by, caseFiles, others));
    }

    static CaseFile evolve(CaseFile now, Recorded<CaseFileEvent> record) {
        var course = CaseFileCourse.evolve(now.course, record);
        return switch (record.event()) {
            case CaseFileOpened e -> new CaseFile(course, e.coordinator() == null ? List.of() : Dated.plus(List.of(), e.coordinator(), record), now.links, now.correspondence, now.stages, now.reserves);
            case CoordinatorAssigned e -> new CaseFile(course, Dated.plus(now.coordinators, e.institution(), record), now.links, now.correspondence, now.stages, now.reserves);
            case CaseFileLinked e -> new CaseFile(course, now.coordinators, with(now.links, Link.of(e)), now.correspondence, now.stages, now.reserves);
            case CaseFileClassified e -> new CaseFile(course, now.coordinators, now.links, now.correspondence, now.stages, now.reserves.with(e, record));
            case CaseFileReserveLapsed e -> new CaseFile(course, now.coordinators, now.links, now.correspondence, now.stages, now.reserves.lapsed(e.until()));
            case CorrespondenceRecorded e -> now.traced(e.correspondence(), Trace.of(e, record));
            case CorrespondenceForwarded e -> now.traced(e.correspondence(), now.correspondence.get(e.correspondence()).forwarded(e, record));
            case CorrespondenceSettled e -> now.traced(e.correspondence(), now.correspondence.get(e.correspondence()).settled(e));
            case StageEntered e -> new CaseFile(course, now.coordinators, now.links, now.correspondence, Dated.plus(now.stages, Stage.of(e), record), now.reserves);
            case NoteTaken _, AnswerAwaited _, AnswerReceived _, CaseFileResolved _, CaseFileClosed _, CaseFileReopened _ ->
                    new CaseFile(course, now.coordinators, now.links, now.correspondence, now.stages, now.reserves);
        };
    }

    private CaseFile traced(UUID letter, Trace trace) {
        var all = new HashMap<>(correspondence);
        all.put(letter, trace);
        return new CaseFile(course, coordinators, links, Map.copyOf(all), stages, reserves);
    }

    void mustNotBeClosed(LocalDate on) {
        var closedOn = Objects.requireNonNull(course).standing(on).closedOn();
        if (closedOn != null) {
            throw new Refused("case-file-closed", closedOn);
        }
    }

    private void mustNotBeResolved(LocalDate on) {
        mustNotBeClosed(on);
        var resolvedOn = Objects.requireNonNull(course).standing(on).resolvedOn();
        if (resolvedOn != null) {
            throw new Refused("case-file-resolved", resolvedOn);
        }
    }

    /** Not before the last record of the file's life. */
    private void mustFollow(LocalDate on) {
        var last = Objects.requireNonNull(course).lastTurn();
        if (on.isBefore(last)) {
            throw new Refused("effective-before-previous", last);
        }
    }

    private static CaseFileEvent open(OpenCaseFile c, CaseFile now, Neighbours others) {
        if (now.course != null) {
            throw new Refused("already-exists");
        }
        others.mustBeActive(c.body(), c.effectiveOn());
        others.mustBeActive("coordinator", c.coordinator(), c.effectiveOn());
        return new CaseFileOpened(c.title(), c.detail(), c.body(), c.coordinator(), c.kind(), parties(c, others), c.effectiveOn());
    }

    private static @Nullable List<InstitutionId> parties(OpenCaseFile c, Neighbours others) {
        var named = new HashSet<InstitutionId>();
        for (var party : Objects.requireNonNullElse(c.parties(), List.<InstitutionId>of())) {
            var field = "parties/" + named.size();
            others.mustBeActive(field, party, c.effectiveOn());
            if (!named.add(party)) {
                throw new Invalid(field, "party-named-twice");
            }
        }
        return c.parties();
    }

    private static CaseFileEvent assign(AssignCoordinator c, CaseFile now, Neighbours others) {
        others.mustBeActive("institution", c.institution(), c.effectiveOn());
        now.mustNotBeClosed(c.effectiveOn());
        if (c.institution().equals(now.coordinator(c.effectiveOn()))) {
            throw new Refused("already-coordinator");
        }
        return new CoordinatorAssigned(c.institution(), c.effectiveOn());
    }

    private @Nullable InstitutionId coordinator(LocalDate day) {
        return coordinators.stream().filter(entry -> !entry.since().isAfter(day)).reduce((_, later) -> later).map(Dated::value).orElse(null);
    }

    private static CaseFileEvent await(AwaitInstitution c, CaseFile now, Neighbours others) {
        others.mustBeActive("institution", c.institution(), c.effectiveOn());
        if (c.dueOn() != null && c.dueOn().isBefore(c.effectiveOn())) {
            throw new Invalid("dueOn", "due-before-effective", c.effectiveOn());
        }
        if (Objects.requireNonNull(now.course).awaiting(c.awaiting()).isPresent()) {
            throw new Refused("awaiting-known");
        }
        now.mustNotBeResolved(c.effectiveOn());
        return new AnswerAwaited(c.awaiting(), c.institution(), c.text(), c.dueOn(), c.effectiveOn());
    }

    private static CaseFileEvent receive(ReceiveAnswer c, CaseFile now) {
        var asked = Objects.requireNonNull(now.course).awaiting(c.awaiting()).orElseThrow(() -> new Invalid("awaiting", "unknown-awaiting"));
        if (asked.value().answeredOn() != null) {
            throw new Refused("already-answered", asked.value().answeredOn());
        }
        if (c.effectiveOn().isBefore(asked.since())) {
            throw new Refused("effective-before-previous", asked.since());
        }
        now.mustNotBeClosed(c.effectiveOn());
        return new AnswerReceived(c.awaiting(), c.text(), c.document(), c.effectiveOn());
    }

    private static Set<Link> with(Set<Link> all, Link one) {
        var more = new HashSet<>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
