package constancia.query.meetings;

import constancia.kernel.meetings.MinutesStatus;
import constancia.query.Reader;
import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.Names.MeetingName;
import constancia.query.history.NotAtThatTime;
import constancia.query.history.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What do the minutes of a meeting say, and what became of what the one before it agreed? Always current, at any cut. */
public final class AfterMeetings {

    /**
     * @param status    {@link MeetingsList#NO_MINUTES} while there is no draft
     * @param heading   what is printed above the text of minutes approved, in the reader's language: their folio, the day, the hash
     * @param text      of the last draft, or the one approved
     * @param generated what the register makes of the meeting's records, in the reader's language; null once the minutes are approved
     */
    public record Minutes(UUID id, String status, int draft, @Nullable LocalDate draftedOn, @Nullable LocalDate circulatedOn,
                          @Nullable LocalDate observationsUntil, @Nullable LocalDate approvedOn, @Nullable String folio, @Nullable MeetingName approvedIn,
                          @Nullable String heading, @Nullable String text, @Nullable String sha256, @Nullable String generated,
                          List<MinutesItem.Observation> observations, List<MinutesItem.Corrigendum> corrigenda, List<MinutesItem.Receipt> receipts) {}

    /** {@code meeting} is null when the body had held none before. */
    public record Previous(@Nullable Held meeting, List<Agreed> agreements) {}

    public record Held(UUID id, Instant startsAt, LocalDate openedOn, @Nullable MinutesStatus minutes) {}

    /** @param position up to which it is told */
    public record Answer<T>(T value, long position) {}

    private final Items items;
    private final Outcomes outcomes;
    private final ZoneId zone;
    private final MeetingView view = new MeetingView();

    /** @param zone the register's, in which the hours of minutes are told */
    public AfterMeetings(Items items, Outcomes outcomes, ZoneId zone) {
        this.items = items;
        this.outcomes = outcomes;
        this.zone = zone;
    }

    /**
     * @throws constancia.query.history.UnknownItem there is no such meeting
     * @throws NotAtThatTime                        it was not yet known, or not yet in being, at the cut
     */
    public Answer<Minutes> minutes(Reader reader, UUID meeting, CutRequest cut, Locale locale) {
        reader.mayAsk("minutes");
        var told = items.told(reader, cut);
        var facts = facts(meeting, told);
        var item = MeetingItem.of(facts, told.cut().on(), told.names());
        var minutes = item.minutes();
        var generated = facts.minutes().approved() != null ? null : generated(reader, meeting, cut, locale);
        return new Answer<>(minutes == null
                ? new Minutes(meeting, MeetingsList.NO_MINUTES, 0, null, null, null, null, null, null, null, null, null, generated, List.of(), List.of(), List.of())
                : new Minutes(meeting, minutes.status().word(), minutes.draft(), minutes.draftedOn(), minutes.circulatedOn(), minutes.observationsUntil(),
                        minutes.approvedOn(), minutes.folio(), minutes.approvedIn(), MinutesText.above(minutes, locale), Told.open(facts.minutes().text()), minutes.sha256(), generated,
                        minutes.observations().stream().map(AfterMeetings::open).toList(), minutes.corrigenda().stream().map(AfterMeetings::open).toList(),
                        minutes.receipts()), told.position());
    }

    /** As a draft would be written now: of a public meeting, for everybody. */
    private String generated(Reader reader, UUID meeting, CutRequest cut, Locale locale) {
        var told = items.toldToAll(reader, view.type(), meeting, cut);
        var item = MeetingItem.of(facts(meeting, told), told.cut().on(), told.names());
        var agreements = outcomes.of(meeting, told);
        return MinutesText.of(item, agreements, told.leftOut(), zone, locale);
    }

    private static MinutesItem.Observation open(MinutesItem.Observation one) {
        return new MinutesItem.Observation(one.id(), one.draft(), one.institution(), one.person(), Told.open(one.text()), one.on(), one.taken(),
                Told.open(one.why()), one.answeredOn());
    }

    private static MinutesItem.Corrigendum open(MinutesItem.Corrigendum one) {
        return new MinutesItem.Corrigendum(one.id(), Told.open(one.text()), Told.open(one.grounds()), one.on());
    }

    /** The last meeting that the body held before this one, with each agreement of it and the actions that follow, at the same cut. */
    public Answer<Previous> previousAgreements(Reader reader, UUID meeting, CutRequest cut) {
        reader.mayAsk("previous-agreements");
        var told = items.told(reader, cut);
        var before = outcomes.before(meeting, facts(meeting, told), told);
        return new Answer<>(before.map(id -> {
            var held = facts(id, told);
            return new Previous(new Held(id, held.startsAt(), held.course().openedOn(), held.minutes().status()), outcomes.of(id, told));
        }).orElseGet(() -> new Previous(null, List.of())), told.position());
    }

    /** What the meeting itself agreed, in the order of the folios, each with the actions that follow, at the same cut. */
    public Answer<List<Agreed>> agreed(Reader reader, UUID meeting, CutRequest cut) {
        reader.mayAsk("minutes");
        var told = items.told(reader, cut);
        facts(meeting, told);
        return new Answer<>(outcomes.of(meeting, told), told.position());
    }

    /** The same as anybody may know it, of a meeting that anybody may know of. */
    public List<Agreed> agreedForAll(Reader reader, UUID meeting) {
        reader.mayAsk("minutes");
        return outcomes.of(meeting, items.toldToAll(reader, view.type(), meeting, CutRequest.NOW));
    }

    private MeetingFacts facts(UUID meeting, Told told) {
        return told.facts(view, meeting).orElseThrow(NotAtThatTime::new);
    }
}
