package constancia.query.meetings;

import constancia.query.Reader;
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

/**
 * Writes the minutes of a meeting as {@code db} sees it: within a transaction, with what that one wrote. Minutes of a public
 * meeting are for everybody, so what is withheld is left out of them; those of a meeting that is withheld itself hold all of it.
 */
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
        var journal = new Journal(db);
        var told = new Told(journal.holds(Reader.PUBLIC, view.type(), meeting) ? Reader.PUBLIC : Reader.REGISTER, journal, views, json,
                new Cut(null, null, LocalDate.now(clock)), 0);
        var facts = told.facts(view, meeting).orElseThrow(NotAtThatTime::new);
        var item = MeetingItem.of(facts, told.cut().on(), told.names());
        var agreements = new Outcomes(db).of(meeting, told);
        return MinutesText.of(item, agreements, told.leftOut(), clock.getZone(), locale);
    }
}
