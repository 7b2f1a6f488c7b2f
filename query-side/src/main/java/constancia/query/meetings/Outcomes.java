package constancia.query.meetings;

import constancia.kernel.institutions.InstitutionId;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Told;
import constancia.query.meetings.Agreed.Followed;
import constancia.query.meetings.Agreed.Reservation;
import constancia.query.meetings.Agreed.Responsible;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What came of meetings. Which agreements were taken in one, which actions follow from those and which meetings a body
 * has held is read where commands keep it, so that nothing is missing; how each stands is its own fold, at one cut.
 */
public final class Outcomes {

    private final JdbcClient db;
    private final MeetingView view = new MeetingView();

    public Outcomes(JdbcClient db) {
        this.db = db;
    }

    /** The agreements of a meeting in the order of their folios, those that were known and in being at the cut. */
    List<Agreed> of(UUID meeting, Told told) {
        return ids("select id from journal.agreement where meeting = :id order by length(folio), folio", meeting).stream()
                .flatMap(id -> told.known("agreement", id).map(answer -> agreed(id, answer, told)).stream()).toList();
    }

    /** The last meeting that the body held before this one, as known at the cut. */
    Optional<UUID> before(UUID meeting, MeetingFacts facts, Told told) {
        return db.sql("select id from journal.meeting where body = :body and id <> :id and opened_on is not null order by opened_on desc, id desc")
                .param("body", facts.convening().body().value()).param("id", meeting).query(UUID.class).list().stream()
                .filter(id -> told.known(view, id).filter(other -> other.course().openedOn() != null && other.startsAt().isBefore(facts.startsAt())).isPresent())
                .findFirst();
    }

    private Agreed agreed(UUID id, JsonNode answer, Told told) {
        var classification = answer.get("class").asString();
        var linked = answer.get("actions").valueStream().map(action -> UUID.fromString(action.asString()));
        var actions = Stream.concat(linked, ids("select id from journal.action where agreement = :id order by id", id).stream()).distinct()
                .flatMap(action -> told.answer("action", action).map(it -> followed(action, it)).stream()).toList();
        var reservations = answer.get("reservations").valueStream()
                .map(one -> new Reservation(institution(one.get("institution")), text(one.get("text")))).toList();
        return new Agreed(id, answer.get("folio").asString(), answer.get("status").asString(), text(answer.get("title")),
                text(answer.get("textInForce")), text(answer.get("adoption")), LocalDate.parse(answer.get("agreedOn").asString()),
                classification, reservations, actions);
    }

    private static Followed followed(UUID id, JsonNode action) {
        var due = text(action.at("/schedule/dueOn"));
        var percent = action.get("percent");
        return new Followed(id, text(action.get("number")), action.get("title").asString(), action.get("status").asString(),
                action.get("conditions").valueStream().map(JsonNode::asString).toList(), due == null ? null : LocalDate.parse(due),
                percent.isNull() ? null : percent.asInt(), action.get("commitments").valueStream()
                .map(one -> new Responsible(institution(one.get("institution")), one.get("role").asString(), one.get("status").asString())).toList());
    }

    private static @Nullable InstitutionName institution(JsonNode node) {
        return node.isNull() ? null : new InstitutionName(new InstitutionId(UUID.fromString(node.get("id").asString())), text(node.get("acronym")),
                text(node.get("name")));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asString();
    }

    private List<UUID> ids(String sql, UUID of) {
        return db.sql(sql).param("id", of).query(UUID.class).list();
    }
}
