package constancia.query.meetings;

import constancia.kernel.Word;
import constancia.kernel.meetings.Convocation;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Told;
import constancia.query.meetings.Agreed.Followed;
import constancia.query.meetings.DeliberationItem.Assessed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting as its own records tell it, and nothing else: the same facts give the same text. Persons
 * stand in it by their identifiers; what is withheld from those who may read it is left out, and the text says so.
 */
final class MinutesText {

    private final MeetingItem meeting;
    private final List<Agreed> agreements;
    private final boolean leftOut;
    private final ZoneId zone;
    private final MinutesLines lines;

    private MinutesText(MeetingItem meeting, List<Agreed> agreements, boolean leftOut, ZoneId zone, Locale locale) {
        this.meeting = meeting;
        this.agreements = agreements;
        this.leftOut = leftOut;
        this.zone = zone;
        this.lines = new MinutesLines(locale);
    }

    /**
     * @param leftOut whether something of the meeting is withheld
     * @param zone    in which its hours are told
     */
    static String of(MeetingItem meeting, List<Agreed> agreements, boolean leftOut, ZoneId zone, Locale locale) {
        var text = new MinutesText(meeting, agreements, leftOut, zone, locale);
        text.heading();
        text.attendance();
        text.agenda();
        text.deliberations();
        text.agreements();
        text.end();
        return Told.shown(text.lines.toString());
    }

    /** What is printed above the text of minutes approved: that text was frozen before it had a folio, and stays as it was circulated. */
    static @Nullable String above(MinutesItem minutes, Locale locale) {
        if (minutes.approvedOn() == null) {
            return null;
        }
        var lines = new MinutesLines(locale);
        if (minutes.folio() != null) {
            lines.add(0, "approved-folio", minutes.folio());
        }
        lines.add(0, "approved-on", lines.day(minutes.approvedOn()), minutes.sha256());
        return lines.toString();
    }

    private void heading() {
        lines.add(0, "heading");
        lines.plain(0, named(meeting.body()));
        if (meeting.series() != null) {
            lines.add(0, "place-in-series", meeting.series().ordinal());
        }
        lines.add(0, "held-on", meeting.openedOn() == null ? lines.word("not-held") : day(meeting.openedOn()));
        lines.add(0, "starts-at", DateTimeFormatter.ofPattern(lines.word("hour-pattern")).format(meeting.startsAt().atZone(zone)),
                day(meeting.startsAt().atZone(zone).toLocalDate()));
        if (meeting.place() != null) {
            lines.add(0, "place", meeting.place());
        }
        if (meeting.mode() != null) {
            lines.add(0, "mode", word("mode", meeting.mode()));
        }
    }

    private void attendance() {
        lines.section("attendance");
        int n = 0;
        for (var present : meeting.attendance()) {
            var as = word("role", present.role());
            lines.plain(0, ++n + ". " + voice(present.institution(), present.person()) + ": "
                    + (present.capacity() == null ? as : as + "; " + word("capacity", present.capacity())));
        }
        meeting.convocation().stream().filter(answer -> answer.answer() == Convocation.DECLINES && !attended(answer)).forEach(answer -> {
            var who = voice(answer.institution(), answer.person());
            lines.add(0, "excused", answer.text() == null ? who : who + " («" + answer.text() + "»)");
        });
        var quorum = meeting.quorum();
        if (quorum != null) {
            lines.add(0, quorum.required() == null ? "no-quorum-rule" : quorum.lacking() ? "not-quorate" : "quorate", quorum.present(),
                    quorum.required() == null ? 0 : quorum.required());
        }
    }

    private void agenda() {
        lines.section("agenda");
        int n = 0;
        String section = null;
        for (var topic : meeting.agenda()) {
            if (topic.section() != null && !topic.section().equals(section)) {
                lines.plain(0, topic.section());
            }
            section = topic.section();
            lines.plain(0, ++n + ". " + topic.title());
            if (topic.presenter() != null) {
                lines.add(1, "presenter", called(topic.presenter()));
            }
            if (topic.carriedFrom() != null) {
                lines.add(1, "carried-from");
            }
            lines.add(1, "outcome", topic.outcome() == null ? lines.word("outcome-not-said") : word("outcome", topic.outcome()));
        }
        if (n == 0) {
            lines.add(0, "nothing");
        }
    }

    private void deliberations() {
        if (meeting.deliberations().isEmpty()) {
            return;
        }
        lines.section("deliberations");
        int n = 0;
        for (var one : meeting.deliberations()) {
            lines.plain(0, ++n + ". " + one.question());
            if (one.item() != null) {
                lines.add(1, "under-item", place(one.item()));
            }
            if (one.takesUp() != null && one.takesUp().meeting() != null) {
                lines.add(1, "takes-up", named(one.takesUp().meeting().body()));
            }
            if (!one.positions().isEmpty()) {
                lines.add(1, "positions");
                one.positions().forEach(position -> lines.plain(2, "- " + marked(position.institution(), position.person(), position.counts()) + ": " + position.text()));
            }
            for (int round = 0; round < one.proposals().size(); round++) {
                proposal(one.proposals().get(round), round == 0 ? "proposal" : "second-proposal");
            }
            lines.add(1, "result", one.outcome() == null ? lines.word("not-concluded") : word("concluded", one.outcome()));
            if (one.outcome() != null && !one.discrepancies().isEmpty()) {
                lines.add(1, "discrepancies");
                one.discrepancies().forEach(held -> lines.plain(2, "- " + voice(held.institution(), held.person()) + ", " + word("assessment", held.assessment())
                        + (held.text() == null ? "" : ": " + held.text())));
            }
        }
    }

    private void proposal(DeliberationItem.Proposal proposal, String heading) {
        lines.add(1, heading);
        int n = 0;
        for (var option : proposal.options()) {
            lines.plain(2, ++n + ") " + option);
        }
        if (!proposal.assessments().isEmpty()) {
            lines.add(1, "assessments");
            proposal.assessments().forEach(one -> lines.plain(2, "- " + assessed(one)));
        }
    }

    private void agreements() {
        lines.section("agreements");
        for (var agreed : agreements) {
            lines.plain(0, agreed.folio() + ". " + shown(agreed.title()));
            lines.plain(1, shown(agreed.text()));
            if (agreed.adoption() != null) {
                lines.add(1, "adopted", lines.word("adoption." + agreed.adoption()));
            }
            agreed.reservations().forEach(one -> lines.add(1, "reservation", called(one.institution()), shown(one.text())));
            agreed.actions().forEach(this::action);
        }
        if (agreements.isEmpty()) {
            lines.add(0, "nothing");
        }
    }

    private void action(Followed action) {
        lines.add(1, "action", action.title());
        for (var role : List.of("lead", "co-responsible", "support")) {
            var held = action.responsible().stream().filter(one -> one.role().equals(role) && !one.status().equals("declined") && !one.status().equals("released"))
                    .map(one -> called(one.institution())).collect(Collectors.joining(", "));
            if (!held.isEmpty()) {
                lines.add(2, "responsible", lines.word("responsible." + role), held);
            }
        }
        lines.add(2, "due", action.dueOn() == null ? lines.word("no-date") : day(action.dueOn()));
    }

    private static String shown(@Nullable String text) {
        return text == null ? Told.LEFT_OUT : text;
    }

    private void end() {
        if (leftOut) {
            lines.section("withheld");
            lines.add(0, "left-out");
        }
        if (meeting.closedOn() != null) {
            lines.section("end");
            lines.add(0, "closed-on", day(meeting.closedOn()));
        }
    }

    private String assessed(Assessed one) {
        var said = marked(one.institution(), one.person(), one.counts()) + ": " + word("assessment", one.assessment());
        return one.text() == null ? said : said + ": " + one.text();
    }

    /** Who said it, marked if that word does not count. */
    private String marked(@Nullable InstitutionName institution, @Nullable UUID person, boolean counts) {
        return counts ? voice(institution, person) : voice(institution, person) + " (" + lines.word("does-not-count") + ")";
    }

    private String voice(@Nullable InstitutionName institution, @Nullable UUID person) {
        return institution == null ? lines.word("own-seat") + " " + person : called(institution);
    }

    private boolean attended(MeetingItem.Answer answer) {
        return meeting.attendance().stream().anyMatch(present -> Objects.equals(present.institution(), answer.institution())
                && (answer.institution() != null || Objects.equals(present.person(), answer.person())));
    }

    private int place(UUID item) {
        return meeting.agenda().stream().map(MeetingItem.Topic::id).toList().indexOf(item) + 1;
    }

    private String word(String kind, Word word) {
        return lines.word(kind + "." + word.word());
    }

    private String day(LocalDate day) {
        return lines.day(day);
    }

    private static String named(@Nullable BodyName body) {
        return body == null ? "" : body.name() + " (" + body.acronym() + ")";
    }

    private static String called(@Nullable InstitutionName institution) {
        return institution == null ? "" : institution.acronym() == null ? String.valueOf(institution.name()) : institution.name() + " (" + institution.acronym() + ")";
    }
}
