package constancia.web;

import constancia.kernel.Invalid;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** What all lists have in common: their parameters, waiting for one's own write, the position told. */
@Component
public final class ListSupport {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> COMMON = Set.of("after", "cursor", "limit", "sort");

    private final Visibility visibility;
    private final NameResolver names;

    ListSupport(Visibility visibility, NameResolver names) {
        this.visibility = visibility;
        this.names = names;
    }

    /** Answers the page that {@code read} gives. The list's own parameters are the handler's {@link Filters}; any other is refused. */
    public <T> ResponseEntity<Page<T>> page(HttpServletRequest request, Function<Params, Page<T>> read) {
        var params = new Params(request);
        var known = new TreeSet<>(COMMON);
        known.addAll(filters(request));
        params.mustBeAmong(known);
        return answer(params.text("after"), () -> read.apply(params));
    }

    /** Answers what the rows under the handler's {@link Filters} add up to. Any other parameter is refused. */
    public <T> ResponseEntity<T> summed(HttpServletRequest request, Function<Params, T> read) {
        var params = new Params(request);
        var known = new TreeSet<>(filters(request));
        known.add("after");
        params.mustBeAmong(known);
        return answer(params.text("after"), () -> read.apply(params));
    }

    /** Answers what is read from the tables other than as a page: all of it at once. Any parameter but these is refused. */
    public <T> ResponseEntity<T> whole(HttpServletRequest request, Set<String> parameters, Supplier<T> read) {
        var params = new Params(request);
        params.mustBeAmong(parameters);
        return answer(params.text("after"), read);
    }

    private <T> ResponseEntity<T> answer(@Nullable String after, Supplier<T> read) {
        await(after);
        long position = visibility.position();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("Constancia-Position", String.valueOf(position)).body(read.get());
    }

    private static Set<String> filters(HttpServletRequest request) {
        var handler = (HandlerMethod) request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        var filters = handler == null ? null : handler.getMethodAnnotation(Filters.class);
        if (filters == null) {
            throw new IllegalStateException("The list at " + request.getRequestURI() + " does not say which @Filters it takes");
        }
        return Set.of(filters.value());
    }

    private void await(@Nullable String token) {
        if (token != null) {
            var write = Tokens.read(token);
            if (!visibility.await(write.item(), write.version())) {
                throw new NotYetVisible();
            }
        }
    }

    /** The query parameters of a list. */
    public final class Params {

        private final HttpServletRequest request;

        private Params(HttpServletRequest request) {
            this.request = request;
        }

        private void mustBeAmong(Set<String> known) {
            for (var name : new TreeSet<>(request.getParameterMap().keySet())) {
                if (name.equals("asOf") || name.equals("on")) {
                    throw new BadRequest(400, List.of(FieldProblem.of(name, "cut-not-offered", name)));
                }
                if (!known.contains(name)) {
                    throw new BadRequest(400, List.of(FieldProblem.of(name, "unknown-parameter", name)));
                }
            }
        }

        public @Nullable String text(String name) {
            var value = request.getParameter(name);
            if (value != null && value.indexOf('\0') >= 0) {
                throw new Invalid(name, "text-unreadable");
            }
            return value == null || value.isBlank() ? null : value.strip();
        }

        /** Comma-separated words, each one of {@code allowed}. */
        public List<String> words(String name, Set<String> allowed) {
            var words = texts(name);
            for (var word : words) {
                if (!allowed.contains(word)) {
                    throw new Invalid(name, "unknown-word", word, String.join(", ", new TreeSet<>(allowed)));
                }
            }
            return words;
        }

        public List<String> texts(String name) {
            var value = text(name);
            return value == null ? List.of() : Arrays.stream(value.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
        }

        public List<UUID> ids(String name) {
            return resolved(name, text -> List.of());
        }

        /** Comma-separated ids, acronyms or aliases. */
        public List<UUID> institutions(String name) {
            return resolved(name, names::institutions);
        }

        public List<UUID> bodies(String name) {
            return resolved(name, names::bodies);
        }

        public List<UUID> plans(String name) {
            return resolved(name, names::plans);
        }

        /** Comma-separated codes of territories: theirs and those of all that lie within them. */
        public List<String> territories(String name) {
            var codes = new ArrayList<String>();
            for (var code : texts(name)) {
                var within = names.territories(code);
                if (within.isEmpty()) {
                    throw new Invalid(name, "unknown-territory", code);
                }
                codes.addAll(within);
            }
            return codes;
        }

        /** {@code true} or {@code false}; null when it does not matter. */
        public @Nullable Boolean bool(String name) {
            var words = words(name, Set.of("true", "false"));
            return words.isEmpty() ? null : Boolean.valueOf(words.getFirst());
        }

        private List<UUID> resolved(String name, Function<String, List<NameResolver.Found>> find) {
            var ids = new ArrayList<UUID>();
            for (var text : texts(name)) {
                var id = uuid(text);
                var found = id == null ? find.apply(text) : List.of(new NameResolver.Found(id, text));
                if (found.size() != 1) {
                    throw found.isEmpty() ? new Invalid(name, "unknown-name", text)
                            : new Invalid(name, "ambiguous-name", text, String.join("; ", found.stream().map(NameResolver.Found::name).toList()));
                }
                ids.add(found.getFirst().id());
            }
            return ids;
        }

        public @Nullable LocalDate date(String name) {
            var value = text(name);
            if (value != null && !DATE.matcher(value).matches()) {
                throw new Invalid(name, "bad-date", value);
            }
            try {
                return value == null ? null : LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new Invalid(name, "bad-date", value);
            }
        }

        /** The page asked for; {@code sort} is one of {@code sorts}, with a minus for descending; the first is the default. */
        public PageRequest pageRequest(String... sorts) {
            var sort = sort(sorts);
            return new PageRequest(text("cursor"), limit(), sort.startsWith("-"));
        }

        /** The column asked for, without the minus. */
        public String sortColumn(String... sorts) {
            var sort = sort(sorts);
            return sort.startsWith("-") ? sort.substring(1) : sort;
        }

        private String sort(String... sorts) {
            var sort = text("sort");
            if (sort == null) {
                return sorts[0];
            }
            if (!List.of(sorts).contains(sort.startsWith("-") ? sort.substring(1) : sort)) {
                throw new Invalid("sort", "unknown-word", sort, String.join(", ", sorts));
            }
            return sort;
        }

        private int limit() {
            var value = text("limit");
            try {
                return value == null ? PageRequest.FIRST.limit() : Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new Invalid("limit", "out-of-range", 1, 500);
            }
        }

        private static @Nullable UUID uuid(String text) {
            try {
                return text.length() == 36 ? UUID.fromString(text) : null;
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
