package constancia.web.pages;

import constancia.web.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page has around its content. */
@ControllerAdvice(basePackageClasses = Frame.class)
final class Frame {

    /** @param key of its text, after {@code nav.} */
    public record Place(String path, String key) {}

    private static final List<Place> NAVIGATION = List.of(new Place("/", "home"), new Place("/plans", "plans"), new Place("/actions", "actions"), new Place("/commitments", "commitments"), new Place("/timeline", "timeline"),
            new Place("/agreements", "agreements"), new Place("/meetings", "meetings"), new Place("/case-files", "case-files"), new Place("/institutions", "institutions"),
            new Place("/bodies", "bodies"), new Place("/indicators", "indicators"), new Place("/risks", "risks"), new Place("/calendar", "calendar"));
    /** For who acts for one institution. */
    private static final List<Place> WITH_OWN = Stream.concat(Stream.of(NAVIGATION.getFirst(), new Place("/mine", "mine")), NAVIGATION.stream().skip(1)).toList();

    /** Places that are not for everybody, and what leads to each: one of these questions and tasks. */
    private static final Map<Place, List<String>> GUARDED = Map.of(new Place("/imports", "imports"), List.of("preview-import"),
            new Place("/administration", "administration"), Allowed.ADMINISTRATION);

    @ModelAttribute("navigation")
    List<Place> navigation() {
        var places = Caller.signedIn().map(Caller::institution).isEmpty() ? NAVIGATION : WITH_OWN;
        var guarded = GUARDED.entrySet().stream().filter(place -> Allowed.toAny(place.getValue())).map(Map.Entry::getKey).sorted(Comparator.comparing(Place::path).reversed());
        return Stream.concat(places.stream(), guarded).toList();
    }

    /** The place of the navigation under which the page stands. */
    @ModelAttribute("here")
    @Nullable String here(HttpServletRequest request) {
        var path = request.getRequestURI();
        return Stream.concat(NAVIGATION.stream(), GUARDED.keySet().stream()).map(Place::path).filter(place -> place.equals(path) || place.length() > 1 && path.startsWith(place + "/")).findFirst().orElse(null);
    }
}
