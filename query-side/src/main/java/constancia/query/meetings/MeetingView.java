package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.DeliberationStep;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MinutesReceipt;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MinutesStep;
import constancia.kernel.reserve.Classified;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import constancia.query.meetings.MeetingFacts.Convening;
import constancia.query.meetings.MeetingFacts.Course;
import constancia.query.meetings.MeetingFacts.Roll;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
            case MeetingConvened e -> convened(f, e, record);
            case ConvocationAnswered e -> f.answered(Dated.plus(f.answers(), e, record));
            case AgendaItemAdded e -> f.about(new AgendaFacts(Dated.plus(f.agenda().items(),
                    new AgendaItem(e.item(), e.title(), e.presenter(), e.minutes(), e.carriedFrom(), e.section()), record), f.agenda().closed()));
            case AgendaItemClosed e -> f.about(new AgendaFacts(f.agenda().items(), with(f.agenda().closed(), e)));
            case MeetingPostponed e -> f.starting(Dated.plus(f.starts(), e.startsAt(), record));
            case MeetingCancelled e -> f.in(f.roll(), new Course(course.openedOn(), course.closedOn(), e.effectiveOn()));
            case MeetingOpened e -> f.in(new Roll(e.attendance(), e.quorum()), new Course(e.effectiveOn(), course.closedOn(), course.cancelledOn()));
            case DeliberationStep e -> f.deliberating(DeliberationFacts.evolve(f.deliberations(), record, e));
            case MeetingClosed e -> f.in(f.roll(), new Course(course.openedOn(), e.effectiveOn(), course.cancelledOn()));
            case MinutesReceipt e -> f.minuted(f.minutes().received(record, e));
            case Classified e -> f.classified(f.classification().with(e, record));
            case MeetingReserveLapsed _ -> f;
            case MinutesStep e -> f.minuted(f.minutes().evolve(record, e));
        };
    }

    @Override
    public Object answer(MeetingFacts f, LocalDate on, Names names) {
        return MeetingItem.of(f, on, names);
    }

    @Override
    public boolean reserved(MeetingFacts f, LocalDate on) {
        return f.classification().anyOn(on) || f.deliberations().stream().anyMatch(one -> one.value().conclusion() == null);
    }

    @Override
    public Label label(MeetingFacts f) {
        return new Label(null, null, f.convening().body());
    }

    @Override
    public List<Object> summary(MeetingEvent event, Names names) {
        return switch (event) {
            case MeetingConvened e -> List.of(String.valueOf(names.body(e.body()).name()));
            case ConvocationAnswered e -> List.of(called(e.institution(), names), e.answer().ordinal(), ownSeat(e.institution()));
            case AgendaItemAdded e -> List.of(e.title(), e.carriedFrom() == null ? 0 : 1);
            case AgendaItemClosed e -> List.of(e.outcome().ordinal());
            case MeetingPostponed _ -> List.of();
            case MeetingCancelled _ -> List.of();
            case MeetingOpened e -> List.of(e.attendance().size(), e.quorum().required() == null ? 0 : e.quorum().lacking() ? 2 : 1);
            case QuestionPut e -> List.of(e.question());
            case PositionRecorded e -> List.of(called(e.institution(), names), e.counts() ? 1 : 0, ownSeat(e.institution()));
            case ProposalCompiled e -> List.of(e.options().size());
            case ProposalAssessed e -> List.of(called(e.institution(), names), e.assessment().ordinal(), e.counts() ? 1 : 0, ownSeat(e.institution()));
            case SecondProposalPut e -> List.of(e.options().size());
            case DeliberationConcluded e -> List.of(e.outcome().ordinal());
            case MeetingClosed _ -> List.of();
            case MeetingClassified e -> List.of(e.classification().ordinal(), String.valueOf(e.until()), e.field() == null ? 0 : 1);
            case DeliberationClassified e -> List.of(e.classification().ordinal(), String.valueOf(e.until()));
            case MeetingReserveLapsed e -> List.of(e.until());
            case MinutesDrafted e -> List.of(e.draft());
            case MinutesCirculated e -> List.of(e.draft(), e.observationsUntil() == null ? 0 : 1, String.valueOf(e.observationsUntil()));
            case MinutesAcknowledged e -> List.of(called(e.institution(), names), ownSeat(e.institution()), e.draft());
            case MinutesObserved e -> List.of(called(e.institution(), names), ownSeat(e.institution()));
            case ObservationAnswered e -> List.of(e.taken() ? 1 : 0, e.why());
            case MinutesApproved e -> List.of(e.meeting() == null ? 0 : 1, e.sha256(), e.folio() == null ? 0 : 1, String.valueOf(e.folio()));
            case MinutesSigned e -> List.of(called(e.institution(), names), ownSeat(e.institution()));
            case CorrigendumIssued _ -> List.of();
        };
    }

    /** An institution as it is called; a person on its own seat is not named in sentences. */
    private static String called(@Nullable InstitutionId institution, Names names) {
        var name = names.institution(institution);
        return name == null ? "" : name.acronym() != null ? name.acronym() : String.valueOf(name.name());
    }

    private static int ownSeat(@Nullable InstitutionId institution) {
        return institution == null ? 1 : 0;
    }

    private static MeetingFacts convened(MeetingFacts f, MeetingConvened e, Recorded<?> record) {
        var items = f.agenda().items();
        for (var item : e.agenda()) {
            items = Dated.plus(items, item, record);
        }
        return new MeetingFacts(new Convening(e.body(), e.place(), e.mode(), e.series(), e.text()), Dated.plus(f.starts(), e.startsAt(), record),
                new AgendaFacts(items, f.agenda().closed()), f.answers(), f.roll(), f.course(), f.deliberations(), f.minutes(), f.classification());
    }

    private static Map<UUID, AgendaItemClosed> with(Map<UUID, AgendaItemClosed> all, AgendaItemClosed one) {
        var more = new HashMap<>(all);
        more.put(one.item(), one);
        return Map.copyOf(more);
    }
}
