package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.Told;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.NameResolver;
import constancia.web.NameResolver.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Of what a line of time is: the plan, the body and the institution that its filters name. */
@Component
final class TimeSubjects {

    /** @param acronym of a plan, its code */
    public record Subject(Collections kind, UUID id, @Nullable String acronym, String name) {

        /** Acronym and name. */
        public String called() {
            return acronym == null ? name : acronym + " · " + name;
        }
    }

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final NameResolver names;
    private final Items items;
    private final MessageSource texts;

    TimeSubjects(NameResolver names, Items items, MessageSource texts) {
        this.names = names;
        this.items = items;
        this.texts = texts;
    }

    /** Those that the reader may know of; a filter that names several of a kind has none of them as its subject. */
    List<Subject> of(Map<String, String> filled) {
        var told = items.told(Caller.current().reader(), CutRequest.NOW);
        return Stream.of(subject(told, Collections.PLANS, filled.get("plan"), names::plans, "code", "title"),
                subject(told, Collections.BODIES, filled.get("body"), names::bodies, "acronym", "name"),
                subject(told, Collections.INSTITUTIONS, filled.get("institution"), names::institutions, "acronym", "name")).flatMap(Optional::stream).toList();
    }

    /** What the page is called: a line of time, and of what. */
    String title(List<Subject> subjects) {
        var title = texts.getMessage("nav.timeline", null, LocaleContextHolder.getLocale());
        return subjects.isEmpty() ? title : title + ": " + subjects.stream().map(Subject::called).collect(Collectors.joining("; "));
    }

    private static Optional<Subject> subject(Told told, Collections kind, @Nullable String named, Function<String, List<Found>> find, String acronym, String name) {
        return Optional.ofNullable(named).flatMap(text -> one(text, find)).flatMap(id -> told.known(kind.type(), id).map(Answered::fields)
                .map(item -> new Subject(kind, id, (String) item.get(acronym), String.valueOf(item.get(name)))));
    }

    private static Optional<UUID> one(String named, Function<String, List<Found>> find) {
        return ID.matcher(named).matches() ? Optional.of(UUID.fromString(named)) : find.apply(named).stream().map(Found::id).findFirst();
    }
}
