package constancia.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** @param counts whether its word counts for consensus and its presence for the quorum */
    public record Voice(Object id, String name, String title, String role, boolean counts) {}

    private static final List<String> WATCHING = List.of("friend", "observer", "guest");

    /**
     * @param seats those of the body, while the meeting has no attendance
     * @param asked the point that was asked for, or null for where the meeting stands
     */
    static Course of(Map<String, Object> item, List<Map<String, Object>> seats, @Nullable Integer asked) {
        var points = points(item);
        var attending = Answered.maps(item.get("attendance"));
        return new Course(item, points, asked != null && asked >= 1 && asked <= points.size() ? asked : stands(points, item), voices(attending.isEmpty() ? seats : attending),
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

    private static List<Voice> voices(List<Map<String, Object>> seated) {
        return seated.stream().filter(one -> one.get("institution") != null && !Boolean.FALSE.equals(one.get("held"))).map(one -> {
            var institution = (Map<?, ?>) one.get("institution");
            var acronym = institution.get("acronym");
            var role = String.valueOf(one.get("role"));
            return new Voice(institution.get("id"), String.valueOf(acronym == null ? institution.get("name") : acronym), String.valueOf(institution.get("name")), role, !WATCHING.contains(role));
        }).toList();
    }

    public Point point() {
        return points.get(current - 1);
    }

    public boolean quorate() {
        return !(item.get("quorum") instanceof Map<?, ?> quorum && Boolean.FALSE.equals(quorum.get("quorate")));
    }
}
