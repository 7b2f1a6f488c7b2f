package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.DeliberationStep;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import constancia.query.meetings.MeetingFacts.Convening;
import constancia.query.meetings.MeetingFacts.Course;
import constancia.query.meetings.MeetingFacts.Roll;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Meetings as people see them. */
public final class MeetingView implements View<MeetingEvent, MeetingFacts> {

    @Override
    public String type() {
        return "meeting";
    }

    @Override
    public Class<MeetingEvent> events() {
        return MeetingEvent.class;
    }

    @Override
    public MeetingFacts nothing() {
        return MeetingFacts.NOTHING;
    }

    @Override
    public MeetingFacts evolve(MeetingFacts f, Recorded<MeetingEvent> record) {
        var course = f.course();
        return switch (record.event()) {
            case MeetingConvened e -> new MeetingFacts(new Convening(e.body(), e.place(), e.mode()), Dated.plus(f.starts(), e.startsAt(), record),
                    agenda(f, e, record), f.roll(), course, f.deliberations());
            case AgendaItemAdded e -> new MeetingFacts(f.convening(), f.starts(), Dated.plus(f.agenda(),
                    new AgendaItem(e.item(), e.title(), e.presenter(), e.minutes()), record), f.roll(), course, f.deliberations());
            case MeetingPostponed e -> new MeetingFacts(f.convening(), Dated.plus(f.starts(), e.startsAt(), record), f.agenda(), f.roll(), course,
                    f.deliberations());
            case MeetingCancelled e -> in(f, f.roll(), new Course(course.openedOn(), course.closedOn(), e.effectiveOn()));
            case MeetingOpened e -> in(f, new Roll(e.attendance(), e.quorum()), new Course(e.effectiveOn(), course.closedOn(), course.cancelledOn()));
            case DeliberationStep e -> new MeetingFacts(f.convening(), f.starts(), f.agenda(), f.roll(), course,
                    DeliberationFacts.evolve(f.deliberations(), record, e));
            case MeetingClosed e -> in(f, f.roll(), new Course(course.openedOn(), e.effectiveOn(), course.cancelledOn()));
        };
    }

    @Override
    public Object answer(MeetingFacts f, LocalDate on, Names names) {
        var starts = Dated.values(f.starts());
        var agenda = Dated.values(f.agenda()).stream()
                .map(i -> new MeetingItem.Topic(i.item(), i.title(), names.institution(i.presenter()), i.minutes())).toList();
        var roll = f.roll();
        var attendance = roll == null ? List.<MeetingItem.Present>of() : roll.attendance().stream()
                .map(a -> new MeetingItem.Present(names.institution(a.institution()), a.person(), a.role())).toList();
        var deliberations = Dated.values(f.deliberations()).stream().map(one -> DeliberationItem.of(one, names)).toList();
        return new MeetingItem(f.status(), names.body(f.convening().body()), f.startsAt(), starts.subList(0, starts.size() - 1),
                f.convening().place(), f.convening().mode(), agenda, attendance, roll == null ? null : roll.quorum(),
                deliberations, f.course().openedOn(), f.course().closedOn(), "public");
    }

    @Override
    public Label label(MeetingFacts f) {
        return new Label(null, null, f.convening().body());
    }

    @Override
    public List<Object> summary(MeetingEvent event, Names names) {
        return switch (event) {
            case MeetingConvened e -> List.of(String.valueOf(names.body(e.body()).name()));
            case AgendaItemAdded e -> List.of(e.title());
            case MeetingPostponed _ -> List.of();
            case MeetingCancelled _ -> List.of();
            case MeetingOpened e -> List.of(e.attendance().size(), e.quorum().required() == null ? 0 : e.quorum().lacking() ? 2 : 1);
            case QuestionPut e -> List.of(e.question());
            case PositionRecorded e -> List.of(called(e.institution(), names), e.counts() ? 1 : 0);
            case ProposalCompiled e -> List.of(e.options().size());
            case ProposalAssessed e -> List.of(called(e.institution(), names), e.assessment().ordinal(), e.counts() ? 1 : 0);
            case SecondProposalPut e -> List.of(e.options().size());
            case DeliberationConcluded e -> List.of(e.outcome().ordinal());
            case MeetingClosed _ -> List.of();
        };
    }

    private static String called(InstitutionId institution, Names names) {
        var name = names.institution(institution);
        return name.acronym() != null ? name.acronym() : String.valueOf(name.name());
    }

    private static List<Dated<AgendaItem>> agenda(MeetingFacts f, MeetingConvened e, Recorded<?> record) {
        var agenda = f.agenda();
        for (var item : e.agenda()) {
            agenda = Dated.plus(agenda, item, record);
        }
        return agenda;
    }

    private static MeetingFacts in(MeetingFacts f, @Nullable Roll roll, Course course) {
        return new MeetingFacts(f.convening(), f.starts(), f.agenda(), roll, course, f.deliberations());
    }
}
