package constancia.query.casefiles;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.casefiles.CaseFileCourse;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.Stage;
import constancia.kernel.casefiles.Trace;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.casefiles.CaseFileFacts.Letter;
import constancia.query.casefiles.CaseFileItem.*;
import constancia.query.history.Label;
import constancia.query.history.Names.MeetingName;
import constancia.query.history.Names;
import constancia.query.history.Reserve;
import constancia.query.history.View;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Case files as people see them. */
public final class CaseFileView implements View<CaseFileEvent, CaseFileFacts> {

    @Override
    public String type() {
        return "case-file";
    }

    @Override
    public Class<CaseFileEvent> events() {
        return CaseFileEvent.class;
    }

    @Override
    public CaseFileFacts nothing() {
        return CaseFileFacts.NOTHING;
    }

    @Override
    public CaseFileFacts evolve(CaseFileFacts f, Recorded<CaseFileEvent> record) {
        var course = CaseFileCourse.evolve(f.course(), record);
        return switch (record.event()) {
            case CaseFileOpened e -> new CaseFileFacts(e, course, e.coordinator() == null ? f.coordinators() : Dated.plus(f.coordinators(), e.coordinator(), record),
                    f.links(), f.notes(), f.asked(), f.answers(), f.resolutions(), f.correspondence(), f.stages(), f.classification());
            case CoordinatorAssigned e -> new CaseFileFacts(f.opened(), course, Dated.plus(f.coordinators(), e.institution(), record),
                    f.links(), f.notes(), f.asked(), f.answers(), f.resolutions(), f.correspondence(), f.stages(), f.classification());
            case CaseFileLinked e -> new CaseFileFacts(f.opened(), course, f.coordinators(), Dated.plus(f.links(), e, record),
                    f.notes(), f.asked(), f.answers(), f.resolutions(), f.correspondence(), f.stages(), f.classification());
            case NoteTaken e -> new CaseFileFacts(f.opened(), course, f.coordinators(), f.links(), Dated.plus(f.notes(), e, record),
                    f.asked(), f.answers(), f.resolutions(), f.correspondence(), f.stages(), f.classification());
            case CorrespondenceRecorded e -> f.corresponding(e.correspondence(), _ -> new Letter(e, record.n(), Trace.of(e, record), null));
            case CorrespondenceForwarded e -> f.corresponding(e.correspondence(), letter -> new Letter(letter.recorded(), letter.n(), letter.trace().forwarded(e, record), letter.settled()));
            case CorrespondenceSettled e -> f.corresponding(e.correspondence(), letter -> new Letter(letter.recorded(), letter.n(), letter.trace().settled(e), e));
            case AnswerAwaited e -> new CaseFileFacts(f.opened(), course, f.coordinators(), f.links(), f.notes(), Dated.plus(f.asked(), e, record),
                    f.answers(), f.resolutions(), f.correspondence(), f.stages(), f.classification());
            case AnswerReceived e -> new CaseFileFacts(f.opened(), course, f.coordinators(), f.links(), f.notes(), f.asked(), with(f.answers(), e), f.resolutions(), f.correspondence(), f.stages(), f.classification());
            case StageEntered e -> new CaseFileFacts(f.opened(), course, f.coordinators(), f.links(), f.notes(), f.asked(), f.answers(), f.resolutions(),
                    f.correspondence(), Dated.plus(f.stages(), Stage.of(e), record), f.classification());
            case CaseFileResolved e -> new CaseFileFacts(f.opened(), course, f.coordinators(), f.links(), f.notes(), f.asked(), f.answers(),
                    Dated.plus(f.resolutions(), e, record), f.correspondence(), f.stages(), f.classification());
            case CaseFileClassified e -> new CaseFileFacts(f.opened(), course, f.coordinators(), f.links(), f.notes(), f.asked(), f.answers(), f.resolutions(),
                    f.correspondence(), f.stages(), f.classification().with(e, record));
            case CaseFileClosed _, CaseFileReopened _, CaseFileReserveLapsed _ -> new CaseFileFacts(f.opened(), course, f.coordinators(), f.links(), f.notes(), f.asked(),
                    f.answers(), f.resolutions(), f.correspondence(), f.stages(), f.classification());
        };
    }

    @Override
    public Object answer(CaseFileFacts f, LocalDate on, Names names) {
        var opened = f.opened();
        var resolution = f.resolution();
        var classified = f.classification().whole().on(on);
        return new CaseFileItem(f.course().status(on), opened.title(), opened.detail(), names.body(opened.body()), names.institution(f.coordinator()),
                former(f.coordinators(), names), Dated.values(f.links()).stream().map(link -> linked(link, names)).filter(Linked::known).toList(),
                Dated.values(f.notes()).stream().map(note -> noted(note, names)).toList(),
                Dated.values(f.asked()).stream().map(asked -> awaited(asked, f.answers().get(asked.awaiting()), on, names)).toList(),
                resolution == null ? null : new Resolution(resolution.resolution(), names.agreement(resolution.agreement()), resolution.effectiveOn()),
                opened.effectiveOn(), f.course().standing(on).closedOn(), f.letters().stream().map(letter -> letter(letter, on, names)).toList(),
                opened.kind(), f.parties().stream().map(names::institution).toList(), f.stage(on) == null ? null : f.stage(on).value().name(), stages(f, on, names),
                classified.as(), Reserve.of(classified));
    }

    @Override
    public boolean reserved(CaseFileFacts f, LocalDate on) {
        return f.classification().anyOn(on);
    }

    @Override
    public Label label(CaseFileFacts f) {
        return new Label(null, f.opened().title(), null);
    }

    @Override
    public List<Object> summary(CaseFileEvent event, Names names) {
        return switch (event) {
            case CaseFileOpened e -> List.of(e.title());
            case CoordinatorAssigned e -> List.of(called(e.institution(), names));
            case CaseFileLinked e -> target(e, names);
            case NoteTaken e -> List.of(e.kind().ordinal(), String.join(", ", e.with().stream().map(one -> called(one, names)).toList()), String.valueOf(e.heldOn()));
            case CorrespondenceRecorded e -> List.of(e.direction().ordinal(), called(e.institution(), names), e.reference() == null ? 0 : 1, String.valueOf(e.reference()), e.subject());
            case CorrespondenceForwarded e -> List.of(called(e.to(), names));
            case CorrespondenceSettled e -> List.of(e.text() == null ? 0 : 1, String.valueOf(e.text()));
            case StageEntered e -> List.of(e.stage(), e.institution() == null ? 0 : 1, e.institution() == null ? "" : called(e.institution(), names), e.dueOn() == null ? 0 : 1,
                    String.valueOf(e.dueOn()));
            case AnswerAwaited e -> List.of(called(e.institution(), names), e.dueOn() == null ? 0 : 1, String.valueOf(e.dueOn()));
            case CaseFileClassified e -> List.of(e.classification().ordinal(), String.valueOf(e.until()), e.field() == null ? 0 : 1 + e.field().ordinal());
            case CaseFileReserveLapsed e -> List.of(e.until());
            case AnswerReceived _, CaseFileResolved _, CaseFileClosed _, CaseFileReopened _ -> List.of();
        };
    }

    /** Which of the five it is, and what that is called; nothing of what may not be named. */
    private static List<Object> target(CaseFileLinked e, Names names) {
        if (e.agreement() != null) {
            return List.of(0, Optional.ofNullable(names.agreement(e.agreement())).map(name -> String.valueOf(name.folio())).orElse(""));
        }
        if (e.action() != null) {
            return List.of(1, String.valueOf(names.action(e.action()).title()));
        }
        if (e.meeting() != null) {
            return List.of(2, Optional.ofNullable(names.meeting(e.meeting())).map(MeetingName::body).map(body -> String.valueOf(body.name())).orElse(""));
        }
        return e.document() != null ? List.of(3, e.document())
                : List.of(4, Optional.ofNullable(names.caseFile(e.caseFile())).map(name -> String.valueOf(name.title())).orElse(""));
    }

    private static Linked linked(CaseFileLinked e, Names names) {
        return new Linked(names.agreement(e.agreement()), names.action(e.action()), names.meeting(e.meeting()), e.document(), names.caseFile(e.caseFile()),
                e.reason(), e.effectiveOn());
    }

    private static Noted noted(NoteTaken e, Names names) {
        return new Noted(e.kind(), e.text(), e.with().stream().map(names::institution).toList(), e.heldOn(), e.effectiveOn());
    }

    private static Corresponded letter(Letter letter, LocalDate on, Names names) {
        var e = letter.recorded();
        var now = letter.trace().now();
        return new Corresponded(e.correspondence(), e.direction(), names.institution(e.institution()), e.reference(), e.subject(), e.effectiveOn(), e.document(), e.dueOn(),
                letter.overdue(on), now == null ? null : names.institution(now.holder().institution()), now == null ? null : now.since(), now == null ? null : now.days(on),
                letter.trace().stays().stream().map(stay -> new Stay(names.institution(stay.holder().institution()), stay.since(), stay.until(), stay.days(on), stay.holder().text())).toList(),
                letter.trace().settledOn(), letter.settled() == null ? null : letter.settled().text());
    }

    private static List<StageShown> stages(CaseFileFacts f, LocalDate on, Names names) {
        var standing = f.course().standing(on);
        var stages = new ArrayList<StageShown>();
        for (int i = 0; i < f.stages().size(); i++) {
            var stage = f.stages().get(i).value();
            var since = f.stages().get(i).since();
            var until = i + 1 < f.stages().size() ? f.stages().get(i + 1).since() : standing.closedOn();
            stages.add(new StageShown(stage.name(), names.institution(stage.institution()), since, until, (int) ChronoUnit.DAYS.between(since, until == null ? on : until),
                    stage.dueOn(), until == null && standing.resolvedOn() == null && stage.dueOn() != null && stage.dueOn().isBefore(on)));
        }
        return stages;
    }

    private static Awaited awaited(AnswerAwaited e, @Nullable AnswerReceived answer, LocalDate on, Names names) {
        return new Awaited(e.awaiting(), names.institution(e.institution()), e.text(), e.effectiveOn(), e.dueOn(),
                answer == null && e.dueOn() != null && e.dueOn().isBefore(on), answer == null ? null : answer.effectiveOn(),
                answer == null ? null : answer.text(), answer == null ? null : answer.document());
    }

    private static List<Former> former(List<Dated<InstitutionId>> coordinators, Names names) {
        var former = new ArrayList<Former>();
        for (int i = 1; i < coordinators.size(); i++) {
            former.add(new Former(names.institution(coordinators.get(i - 1).value()), coordinators.get(i).since()));
        }
        return former;
    }

    private static String called(InstitutionId institution, Names names) {
        var name = names.institution(institution);
        return name.acronym() != null ? name.acronym() : String.valueOf(name.name());
    }

    private static Map<UUID, AnswerReceived> with(Map<UUID, AnswerReceived> all, AnswerReceived one) {
        var more = new HashMap<>(all);
        more.put(one.awaiting(), one);
        return Map.copyOf(more);
    }
}
