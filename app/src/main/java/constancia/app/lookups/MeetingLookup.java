package constancia.app.lookups;

import constancia.command.meetings.Meetings;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings as commands must know them. */
@Component
final class MeetingLookup implements Meetings {

    private final JdbcClient db;

    MeetingLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public Optional<KnownMeeting> find(MeetingId meeting) {
        return db.sql("select body, opened_on, quorate, closed_on, cancelled from journal.meeting where id = :id for share").param("id", meeting.value())
                .query((row, line) -> new KnownMeeting(meeting, new BodyId(row.getObject("body", UUID.class)), row.getObject("opened_on", LocalDate.class),
                        row.getBoolean("quorate"), row.getObject("closed_on", LocalDate.class), row.getBoolean("cancelled"))).optional();
    }

    @Override
    public boolean hasItem(MeetingId meeting, UUID agendaItem) {
        return db.sql("select 1 from journal.agenda_item where meeting = :meeting and id = :id for share")
                .param("meeting", meeting.value()).param("id", agendaItem).query(Integer.class).optional().isPresent();
    }

    @Override
    public Optional<KnownDeliberation> deliberation(MeetingId meeting, UUID deliberation) {
        return db.sql("select concluded_on, outcome from journal.deliberation where meeting = :meeting and id = :id for share")
                .param("meeting", meeting.value()).param("id", deliberation)
                .query((row, line) -> new KnownDeliberation(row.getObject("concluded_on", LocalDate.class), outcome(row.getString("outcome")))).optional();
    }

    @Override
    public void recorded(MeetingId meeting, MeetingEvent event) {
        switch (event) {
            case MeetingConvened e -> {
                db.sql("insert into journal.meeting (id, body) values (:id, :body)").param("id", meeting.value()).param("body", e.body().value()).update();
                onAgenda(meeting, e.agenda());
            }
            case AgendaItemAdded e -> onAgenda(meeting, e.item());
            case MeetingPostponed _ -> { }
            case MeetingCancelled _ -> db.sql("update journal.meeting set cancelled = true where id = :id").param("id", meeting.value()).update();
            case MeetingOpened e -> db.sql("update journal.meeting set opened_on = :on, quorate = :quorate where id = :id")
                    .param("id", meeting.value()).param("on", e.effectiveOn()).param("quorate", !e.quorum().lacking()).update();
            case QuestionPut e -> db.sql("insert into journal.deliberation (meeting, id, item) values (:meeting, :id, :item)")
                    .param("meeting", meeting.value()).param("id", e.deliberation()).param("item", e.item()).update();
            case PositionRecorded _, ProposalCompiled _, ProposalAssessed _, SecondProposalPut _ -> { }
            case DeliberationConcluded e -> db.sql("update journal.deliberation set concluded_on = :on, outcome = :outcome where meeting = :meeting and id = :id")
                    .param("meeting", meeting.value()).param("id", e.deliberation()).param("on", e.effectiveOn()).param("outcome", e.outcome().name()).update();
            case MeetingClosed e -> db.sql("update journal.meeting set closed_on = :on where id = :id")
                    .param("id", meeting.value()).param("on", e.effectiveOn()).update();
        }
    }

    @Override
    public void rectified(MeetingId meeting, List<MeetingEvent> standing) {
        db.sql("delete from journal.agenda_item where meeting = :id").param("id", meeting.value()).update();
        db.sql("delete from journal.deliberation where meeting = :id").param("id", meeting.value()).update();
        for (var event : standing) {
            if (event instanceof MeetingConvened e) {
                db.sql("update journal.meeting set body = :body, opened_on = null, quorate = false, closed_on = null, cancelled = false where id = :id")
                        .param("id", meeting.value()).param("body", e.body().value()).update();
                onAgenda(meeting, e.agenda());
            } else {
                recorded(meeting, event);
            }
        }
    }

    private void onAgenda(MeetingId meeting, List<AgendaItem> agenda) {
        agenda.stream().map(AgendaItem::item).forEach(item -> onAgenda(meeting, item));
    }

    private static @Nullable DeliberationOutcome outcome(@Nullable String name) {
        return name == null ? null : DeliberationOutcome.valueOf(name);
    }

    private void onAgenda(MeetingId meeting, UUID item) {
        db.sql("insert into journal.agenda_item (meeting, id) values (:meeting, :id)").param("meeting", meeting.value()).param("id", item).update();
    }
}
