package constancia.web.pages;

import constancia.web.Caller;
import constancia.web.security.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page has around its content. */
@ControllerAdvice(basePackageClasses = {Frame.class, PageFrame.class})
final class Frame {

    /** @param key of its text, after {@code nav.} */
    public record Place(String path, String key) {}

    /**
     * What stands under one word of the bar, or a single place that stands in the bar itself.
     *
     * @param key of the word, after {@code nav.}
     */
    public record Section(String key, List<Place> places) {

        private static Section of(String key, String... places) {
            return new Section(key, Stream.of(places).map(Frame::place).toList());
        }
    }

    /** What people come for every day stands in the bar; the rest behind a word that says what it is. */
    private static final List<Section> SECTIONS = List.of(new Section("home", List.of(new Place("/", "home"))), Section.of("mine", "mine"), Section.of("plans", "plans"), Section.of("actions", "actions"),
            Section.of("commitments", "commitments"), Section.of("agreements", "agreements"), Section.of("meetings", "meetings"), Section.of("follow-up", "timeline", "calendar", "case-files", "indicators", "risks"),
            Section.of("directory", "institutions", "bodies", "persons", "territories"), Section.of("register", "records", "reserves", "imports", "administration"));

    /** Places that are not for everybody, and when they are. */
    private static final Map<String, BooleanSupplier> GUARDED = Map.of("mine", () -> Caller.signedIn().map(Caller::institution).isPresent(),
            "persons", () -> Allowed.to("persons"), "imports", () -> Allowed.to("preview-import"), "administration", () -> Allowed.toAny(Allowed.ADMINISTRATION));

    @ModelAttribute("navigation")
    List<Section> navigation() {
        return SECTIONS.stream().map(section -> new Section(section.key, section.places.stream().filter(place -> GUARDED.getOrDefault(place.key, () -> true).getAsBoolean()).toList()))
                .filter(section -> !section.places.isEmpty()).toList();
    }

    /** The place of the navigation under which the page stands. */
    @ModelAttribute("here")
    @Nullable String here(HttpServletRequest request) {
        var path = request.getRequestURI();
        return SECTIONS.stream().flatMap(section -> section.places.stream()).map(Place::path).filter(place -> place.equals(path) || place.length() > 1 && path.startsWith(place + "/")).findFirst().orElse(null);
    }

    private static Place place(String key) {
        return new Place("/" + key, key);
    }
}
