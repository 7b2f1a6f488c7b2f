package constancia.query.meetings;

import constancia.query.history.Cut;
import constancia.query.history.Journal;
import constancia.query.history.NotAtThatTime;
import constancia.query.history.Told;
import constancia.query.history.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes the minutes of a meeting from everything on record, as {@code db} sees it: within a transaction, with what that one wrote. */
public final class MinutesWriter {

    private final JdbcClient db;
    private final Views views;
    private final JsonMapper json;
    private final Clock clock;
    private final Locale locale;
    private final MeetingView view = new MeetingView();

    /** @param locale the register's own */
    public MinutesWriter(JdbcClient db, Views views, JsonMapper json, Clock clock, Locale locale) {
        this.db = db;
        this.views = views;
        this.json = json;
        this.clock = clock;
        this.locale = locale;
    }

    public String text(UUID meeting) {
        var told = new Told(new Journal(db), views, json, new Cut(null, null, LocalDate.now(clock)), 0);
        var facts = told.facts(view, meeting).orElseThrow(NotAtThatTime::new);
        return MinutesText.of(MeetingItem.of(facts, told.names()), new Outcomes(db).of(meeting, told), clock.getZone(), locale);
    }
}
