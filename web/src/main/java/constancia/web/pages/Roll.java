package constancia.web.pages;

import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.Capacity;
import constancia.query.NotAllowed;
import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.web.Caller;
import constancia.web.items.ApiLists;
import constancia.web.pages.Course.Voice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The roll of a meeting that is to be opened: who may come, who may speak for each, and how many the quorum needs.
 *
 * @param counting how many hold a seat that counts for the quorum
 * @param required null when the body has no rule
 */
public record Roll(List<Line> lines, int counting, @Nullable Integer required) {

    /**
     * @param counts   whether its presence counts for the quorum
     * @param mandated who has a mandate to speak for it on that day
     * @param others   whom else of it the directory knows
     */
    public record Line(Voice voice, boolean counts, List<Speaker> mandated, List<Speaker> others) {}

    /** @param value the person and, behind a colon, as what it speaks for the institution */
    public record Speaker(String value, String name, @Nullable String office, String capacity) {}

    /** Calls the roll. */
    @Component
    static final class Clerk {

        private final Items items;
        private final ApiLists lists;

        Clerk(Items items, ApiLists lists) {
            this.items = items;
            this.lists = lists;
        }

        /**
         * @param body the body as answered
         * @param day  of the session, {@code 2015-06-30}
         */
        Roll of(List<Voice> voices, Map<String, Object> body, String day, HttpServletRequest request) {
            var mandates = voices.stream().map(Voice::institution).filter(Objects::nonNull).distinct().collect(Collectors.toMap(institution -> institution, institution -> mandates(institution, day)));
            var persons = persons(mandates, request);
            var counting = counting(body);
            var lines = voices.stream().map(voice -> line(voice, counting.contains(voice.institution() == null ? voice.personId() : voice.institution()),
                    mandates.getOrDefault(String.valueOf(voice.institution()), List.of()), persons)).toList();
            return new Roll(lines, counting.size(), rule(body).map(rule -> rule.required(counting.size())).findFirst().orElse(null));
        }

        private List<Map<String, Object>> mandates(String institution, String day) {
            var item = items.item(Caller.current().reader(), "institution", UUID.fromString(institution), CutRequest.NOW).json();
            return Answered.maps(Answered.fields(item).get("mandates")).stream().filter(mandate -> lasts(mandate, day)).toList();
        }

        private static boolean lasts(Map<String, Object> mandate, String day) {
            var until = mandate.get("endedOn") == null ? mandate.get("until") : mandate.get("endedOn");
            return String.valueOf(mandate.get("from")).compareTo(day) <= 0 && (until == null || String.valueOf(until).compareTo(day) >= 0);
        }

        /** Of the directory, where it is open to the reader: those with a mandate and those of the institutions. */
        private List<Map<String, Object>> persons(Map<String, List<Map<String, Object>>> mandates, HttpServletRequest request) {
            var ids = mandates.values().stream().flatMap(List::stream).map(mandate -> String.valueOf(mandate.get("person"))).distinct().toList();
            try {
                var persons = new ArrayList<>(mandates.isEmpty() ? List.of() : lists.all("persons", request, Map.of("institution", String.join(",", mandates.keySet()))));
                if (!ids.isEmpty()) {
                    persons.addAll(lists.all("persons", request, Map.of("id", String.join(",", ids))));
                }
                return persons;
            } catch (NotAllowed e) {
                return List.of();
            }
        }

        private static Line line(Voice voice, boolean counts, List<Map<String, Object>> mandates, List<Map<String, Object>> persons) {
            var mandated = mandates.stream().flatMap(mandate -> persons.stream().filter(person -> person.get("id").equals(mandate.get("person"))).limit(1)
                    .map(person -> speaker(person, mandate.get("office"), String.valueOf(mandate.get("capacity"))))).toList();
            var taken = mandates.stream().map(mandate -> mandate.get("person")).collect(Collectors.toSet());
            var others = persons.stream().filter(person -> voice.institution() != null && voice.institution().equals(person.get("institution")) && taken.add(person.get("id")))
                    .map(person -> speaker(person, person.get("office"), Capacity.DELEGATE.word())).toList();
            return new Line(voice, counts, mandated, others);
        }

        private static Speaker speaker(Map<String, Object> person, @Nullable Object office, String capacity) {
            return new Speaker(person.get("id") + ":" + capacity, String.valueOf(person.get("shown")), office == null ? null : office.toString(), capacity);
        }

        /** Who holds a seat that counts for the quorum. */
        private static Set<Object> counting(Map<String, Object> body) {
            var roles = rule(body).map(QuorumRule::roles).findFirst().orElse(QuorumRule.COUNTING).stream().map(SeatRole::word).toList();
            return Answered.maps(body.get("seats")).stream().filter(seat -> !Boolean.FALSE.equals(seat.get("held")) && roles.contains(String.valueOf(seat.get("role"))))
                    .map(seat -> seat.get("institution") == null ? String.valueOf(seat.get("person")) : String.valueOf(((Map<?, ?>) seat.get("institution")).get("id"))).collect(Collectors.toCollection(HashSet::new));
        }

        private static Stream<QuorumRule> rule(Map<String, Object> body) {
            return body.get("quorum") instanceof Map<?, ?> rule ? Stream.of(new QuorumRule((Integer) rule.get("atLeast"), (String) rule.get("share"),
                    ((List<?>) rule.get("roles")).stream().flatMap(word -> Arrays.stream(SeatRole.values()).filter(role -> role.word().equals(word))).toList())) : Stream.empty();
        }
    }
}
