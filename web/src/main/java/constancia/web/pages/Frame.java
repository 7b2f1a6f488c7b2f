package constancia.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
            new Place("/bodies", "bodies"), new Place("/indicators", "indicators"), new Place("/risks", "risks"));

    @ModelAttribute("navigation")
    List<Place> navigation() {
        return NAVIGATION;
    }

    /** The place of the navigation under which the page stands. */
    @ModelAttribute("here")
    @Nullable String here(HttpServletRequest request) {
        var path = request.getRequestURI();
        return NAVIGATION.stream().map(Place::path).filter(place -> place.equals(path) || place.length() > 1 && path.startsWith(place + "/")).findFirst().orElse(null);
    }

    @ModelAttribute("theme")
    @Nullable String theme(@org.springframework.web.bind.annotation.CookieValue(name = "theme", required = false) @Nullable String theme) {
        return "dark".equals(theme) || "light".equals(theme) ? theme : null;
    }
}
