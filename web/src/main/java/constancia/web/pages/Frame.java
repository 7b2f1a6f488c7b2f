package constancia.web.pages;

import constancia.web.Caller;
import constancia.web.security.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

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

    /** Of a page in that language that stands at that place, for whom these sections are. */
    private record Drawn(Locale language, List<Section> sections, @Nullable String here) {}

    private final TemplateEngine templates;
    /** Each page has one, and few are ever told apart. */
    private final Map<Drawn, String> drawn = new ConcurrentHashMap<>();

    Frame(TemplateEngine templates) {
        this.templates = templates;
    }

    /** As it is written in the page. */
    @ModelAttribute("navigation")
    String navigation(HttpServletRequest request) {
        return drawn.computeIfAbsent(new Drawn(LocaleContextHolder.getLocale(), sections(), here(request)), this::draw);
    }

    private String draw(Drawn what) {
        var said = new Context(what.language);
        said.setVariable("sections", what.sections);
        said.setVariable("here", what.here);
        return templates.process("fragments/navigation", Set.of("bar"), said);
    }

    private static List<Section> sections() {
        return SECTIONS.stream().map(section -> new Section(section.key, section.places.stream().filter(place -> GUARDED.getOrDefault(place.key, () -> true).getAsBoolean()).toList()))
                .filter(section -> !section.places.isEmpty()).toList();
    }

    private static @Nullable String here(HttpServletRequest request) {
        var path = request.getRequestURI();
        return SECTIONS.stream().flatMap(section -> section.places.stream()).map(Place::path).filter(place -> place.equals(path) || place.length() > 1 && path.startsWith(place + "/")).findFirst().orElse(null);
    }

    private static Place place(String key) {
        return new Place("/" + key, key);
    }
}
