package constancia.web.pages;

import constancia.kernel.meetings.AttendanceRole;
import constancia.web.pages.FactSheet.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as its page goes through it: point by point, with what is deliberated under each.
 *
 * @param points   the agenda, and at the end what stands under no point, if there is any
 * @param current  the place of the point that is looked at
 * @param voices   who may be named as speaking: those who attend, or before it is opened those who hold a seat
 * @param minutes  how many are set aside in all
 */
public record Course(Map<String, Object> item, List<Point> points, int current, List<Voice> voices, int minutes) {

    /**
     * @param topic         its entry in the agenda; null for what stands under no point
     * @param open          the deliberation under way here, and how far it has come
     * @param decided       the last deliberation here that came to a decision
     * @param stage         of the deliberation under way; {@code concluded} when there is none
     */
    public record Point(int n, @Nullable Map<String, Object> topic, List<Map<String, Object>> deliberations, @Nullable String open, @Nullable String decided, String stage) {

        public @Nullable Object id() {
            return topic == null ? null : topic.get("id");
        }

        /** Whether it was said what came of it. */
        public boolean closed() {
            return topic != null && topic.get("outcome") != null;
        }
    }

    /**
     * An institution, with the person who speaks for it if that is known; or, without an institution, a person on its own seat.
     *
     * @param name   of the institution, else of the person; null for a person whom the reader may not know
     * @param person who speaks for the institution, as it is known to the reader
     * @param counts whether its word counts for consensus and its presence for the quorum
     */
    public record Voice(@Nullable String institution, @Nullable String personId, @Nullable String name, @Nullable String title, @Nullable String person, @Nullable String capacity,
                        String role, boolean counts) {

        /** As a form names it: the institution, and behind a colon the person. */
        public String value() {
            return personId == null ? Objects.requireNonNull(institution) : (institution == null ? "" : institution) + ":" + personId;
        }

        /**
         * As it is named where one is chosen.
         *
         * @param unnamed  instead of a name that the reader may not know
         * @param observes behind whoever only observes
         */
        public String told(String unnamed, String observes) {
            var told = Stream.of(name == null ? unnamed : name, person).filter(Objects::nonNull).collect(Collectors.joining(" · "));
            return counts ? told : told + " " + observes;
        }
    }

    private static final List<String> WATCHING = List.of("friend", "observer", "guest");

    /**
     * @param seats   those of the body, while the meeting has no attendance
     * @param asked   the point that was asked for, or null for where the meeting stands
     * @param persons how the persons are called, by their ids
     */
    static Course of(Map<String, Object> item, List<Map<String, Object>> seats, @Nullable Integer asked, Map<String, Shown> persons) {
        var points = points(item);
        var attending = Answered.maps(item.get("attendance"));
        return new Course(item, points, asked != null && asked >= 1 && asked <= points.size() ? asked : stands(points, item), voices(attending.isEmpty() ? seats : attending, persons),
                Answered.maps(item.get("agenda")).stream().map(topic -> topic.get("minutes")).filter(Objects::nonNull).mapToInt(minutes -> ((Number) minutes).intValue()).sum());
    }

    /** Where something was last deliberated, until it is said what came of it; then the next that is not closed. */
    private static int stands(List<Point> points, Map<String, Object> item) {
        var last = last(Answered.maps(item.get("deliberations")).stream());
        return points.stream().filter(point -> last != null && point.deliberations().contains(last) && !point.closed()).map(Point::n).findFirst()
                .orElseGet(() -> points.stream().filter(point -> !point.closed()).map(Point::n).findFirst().orElse(points.size()));
    }

    private static List<Point> points(Map<String, Object> item) {
        var deliberations = Answered.maps(item.get("deliberations"));
        var points = new ArrayList<Point>();
        for (var topic : Answered.maps(item.get("agenda"))) {
            points.add(point(points.size() + 1, topic, deliberations.stream().filter(one -> topic.get("id").equals(one.get("item"))).toList()));
        }
        var loose = deliberations.stream().filter(one -> points.stream().noneMatch(point -> Objects.equals(point.id(), one.get("item")))).toList();
        if (!loose.isEmpty() || points.isEmpty()) {
            points.add(point(points.size() + 1, null, loose));
        }
        return points;
    }

    private static Point point(int n, @Nullable Map<String, Object> topic, List<Map<String, Object>> deliberations) {
        var open = last(deliberations.stream().filter(one -> one.get("outcome") == null));
        var decided = last(deliberations.stream().filter(one -> one.get("outcome") != null && !"unresolved".equals(one.get("outcome"))));
        return new Point(n, topic, deliberations, open == null ? null : String.valueOf(open.get("id")), decided == null ? null : String.valueOf(decided.get("id")),
                open == null ? "concluded" : String.valueOf(open.get("stage")));
    }

    private static @Nullable Map<String, Object> last(Stream<Map<String, Object>> all) {
        return all.reduce((one, other) -> other).orElse(null);
    }

    /** Whoever holds several seats is heard once, in the one that engages it most. */
    private static List<Voice> voices(List<Map<String, Object>> seated, Map<String, Shown> persons) {
        var voices = new LinkedHashMap<String, Voice>();
        seated.stream().filter(one -> !Boolean.FALSE.equals(one.get("held"))).map(one -> voice(one, persons))
                .forEach(voice -> voices.merge(voice.value(), voice, (one, other) -> place(other) < place(one) ? other : one));
        return List.copyOf(voices.values());
    }

    private static int place(Voice voice) {
        return Arrays.stream(AttendanceRole.values()).filter(role -> role.word().equals(voice.role())).mapToInt(AttendanceRole::ordinal).findFirst().orElse(Integer.MAX_VALUE);
    }

    private static Voice voice(Map<String, Object> one, Map<String, Shown> persons) {
        var institution = (Map<?, ?>) one.get("institution");
        var personId = one.get("person") == null ? null : String.valueOf(one.get("person"));
        var person = personId == null || !persons.containsKey(personId) ? null : persons.get(personId).text();
        var role = String.valueOf(one.get("role"));
        if (institution == null) {
            return new Voice(null, personId, person, null, null, null, role, !WATCHING.contains(role));
        }
        var name = String.valueOf(institution.get("name"));
        var acronym = institution.get("acronym");
        return new Voice(String.valueOf(institution.get("id")), personId, acronym == null ? name : String.valueOf(acronym), name, person, (String) one.get("capacity"), role, !WATCHING.contains(role));
    }

    /** The institutions that are heard, each once: who answers for what is agreed. */
    public List<Voice> institutions() {
        var institutions = new LinkedHashMap<String, Voice>();
        voices.stream().filter(voice -> voice.institution() != null).forEach(voice -> institutions.putIfAbsent(voice.institution(), voice));
        return List.copyOf(institutions.values());
    }

    public Point point() {
        return points.get(current - 1);
    }

    public boolean quorate() {
        return !(item.get("quorum") instanceof Map<?, ?> quorum && Boolean.FALSE.equals(quorum.get("quorate")));
    }
}
