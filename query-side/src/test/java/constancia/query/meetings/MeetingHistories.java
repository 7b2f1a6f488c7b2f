package constancia.query.meetings;

import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.Convocation;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.Quorum;
import constancia.query.TestTables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random histories of a meeting whose course and deliberations and minutes are in order; agenda items and answers come at any time, some of them late. */
public final class MeetingHistories {

    private static final Instant START = Instant.parse("2014-09-24T15:00:00Z");

    private final Random random;
    private final List<MeetingEvent> events = new ArrayList<>();
    private LocalDate day = LocalDate.of(2014, 9, 1);

    private MeetingHistories(long seed) {
        this.random = new Random(seed);
    }

    public static List<Recorded<MeetingEvent>> random(long seed) {
        return recorded(new MeetingHistories(seed).history());
    }

    private List<MeetingEvent> history() {
        var first = day;
        events.add(new MeetingConvened(new BodyId(new UUID(1, 1)), START, random.nextBoolean() ? "San Salvador" : null, MeetingMode.HYBRID,
                List.of(new AgendaItem(new UUID(2, 0), "Uno", null, null, null, null), new AgendaItem(new UUID(2, 1), "Dos", null, 15, null, null)), null, null, day));
        for (int i = random.nextInt(3); i > 0; i--) {
            items(first);
            events.add(new MeetingPostponed(START.plusSeconds(86_400L * (1 + random.nextInt(30))), later()));
        }
        items(first);
        answers(first);
        switch (random.nextInt(4)) {
            case 0 -> events.add(new MeetingCancelled(later()));
            case 1 -> {
                open();
                deliberations();
            }
            case 2 -> {
                open();
                items(first);
                deliberations();
                events.add(new AgendaItemClosed(new UUID(2, random.nextInt(2)), ItemOutcome.values()[random.nextInt(4)], later()));
                events.add(new MeetingClosed(later()));
                minutes();
            }
            default -> items(first);
        }
        items(first);
        return events;
    }

    /** In the order of the rules: a draft, what is observed of it and the answers, perhaps another one. */
    private void minutes() {
        for (int draft = 1; draft <= random.nextInt(3); draft++) {
            events.add(new MinutesDrafted(draft, "Minuta " + draft, later()));
            if (random.nextBoolean()) {
                events.add(new MinutesCirculated(draft, random.nextBoolean() ? null : day.plusDays(5), later()));
                events.add(new MinutesAcknowledged(draft, institution(), null, day.plusDays(random.nextInt(9))));
                var observation = new UUID(6, draft);
                events.add(new MinutesObserved(observation, draft, institution(), null, "Falta algo.", later()));
                events.add(new ObservationAnswered(observation, random.nextBoolean(), "Por esto.", later()));
            }
        }
        if (random.nextBoolean()) {
            events.add(new MinutesApproved(1, null, null, "Minuta", "0".repeat(64), later()));
            events.add(new MinutesSigned(institution(), null, null, null, day.plusDays(random.nextInt(9))));
            events.add(new CorrigendumIssued(new UUID(7, 1), "Donde dice uno, léase dos.", later()));
        }
    }

    private void answers(LocalDate first) {
        for (int i = random.nextInt(4); i > 0; i--) {
            events.add(new ConvocationAnswered(institution(), null, Convocation.values()[random.nextInt(3)], null, somewhen(first)));
        }
    }

    private void open() {
        events.add(new MeetingOpened(List.of(new Attendee(institution(), null, AttendanceRole.MEMBER, null)),
                Quorum.of(1, random.nextInt(3)), later()));
    }

    /** Two exchanges at once, each in its own order. */
    private void deliberations() {
        var opened = day;
        var end = day;
        for (int i = 0; i < 2; i++) {
            day = opened;
            exchange(new UUID(5, i));
            end = day.isAfter(end) ? day : end;
        }
        day = end;
    }

    private void exchange(UUID id) {
        events.add(new QuestionPut(id, null, "¿Qué?", null, later()));
        for (int i = random.nextInt(3); i > 0; i--) {
            events.add(new PositionRecorded(id, institution(), null, "Esto.", random.nextBoolean(), later()));
        }
        if (random.nextInt(4) > 0) {
            events.add(new ProposalCompiled(id, List.of("Uno", "Dos"), later()));
            assessments(id);
            if (random.nextBoolean()) {
                events.add(new SecondProposalPut(id, List.of("Tres"), later()));
                assessments(id);
            }
            if (random.nextBoolean()) {
                events.add(new DeliberationConcluded(id, DeliberationOutcome.CONSENSUS, later()));
            }
        }
    }

    private void assessments(UUID id) {
        for (int i = random.nextInt(5); i > 0; i--) {
            events.add(new ProposalAssessed(id, institution(), null, Assessment.values()[random.nextInt(3)], "Porque sí.", random.nextBoolean(), later()));
        }
    }

    private InstitutionId institution() {
        return new InstitutionId(new UUID(3, random.nextInt(3)));
    }

    private void items(LocalDate first) {
        for (int i = random.nextInt(3); i > 0; i--) {
            events.add(new AgendaItemAdded(new UUID(4, events.size()), "Punto", null, null, null, null, somewhen(first)));
        }
    }

    private LocalDate somewhen(LocalDate first) {
        return first.plusDays(random.nextLong(first.until(day, java.time.temporal.ChronoUnit.DAYS) + 1));
    }

    private LocalDate later() {
        day = day.plusDays(random.nextInt(4));
        return day;
    }

    static List<Recorded<MeetingEvent>> recorded(List<MeetingEvent> events) {
        var records = new ArrayList<Recorded<MeetingEvent>>();
        events.forEach(event -> records.add(new Recorded<>(records.size() + 1, event, TestTables.BY)));
        return records;
    }
}
