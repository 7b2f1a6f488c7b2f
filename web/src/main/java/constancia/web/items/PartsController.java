package constancia.web.items;

import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.web.BadRequest;
import constancia.web.Collections;
import constancia.web.FieldProblem;
import constancia.web.Lists;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What belongs to an item: {@code /api/plans/{id}/actions} is {@code /api/actions?plan={id}}, for every list that takes that filter. */
@RestController
final class PartsController {

    private final RequestMappingHandlerMapping mapping;
    private final Journal journal;

    PartsController(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, Journal journal) {
        this.mapping = mapping;
        this.journal = journal;
    }

    @GetMapping("/api/{collection}/{id}/{list}")
    ResponseEntity<?> parts(@PathVariable String collection, @PathVariable UUID id, @PathVariable String list, HttpServletRequest request) throws Throwable {
        var of = Collections.at(collection).orElseThrow(UnknownItem::new);
        var filter = Lists.filter(of);
        var handler = Lists.of(mapping, of).get(list);
        if (handler == null || !journal.holds(of.type(), id)) {
            throw new UnknownItem();
        }
        if (request.getParameterMap().containsKey(filter)) {
            throw new BadRequest(400, List.of(FieldProblem.of(filter, "unknown-parameter", filter)));
        }
        var resolved = handler.createWithResolvedBean();
        ReflectionUtils.makeAccessible(resolved.getMethod());
        try {
            return (ResponseEntity<?>) resolved.getMethod().invoke(resolved.getBean(), new Narrowed(request, handler, filter, id.toString()));
        } catch (InvocationTargetException refused) {
            throw refused.getTargetException();
        }
    }

    /** The request as if the list itself had been asked, with one filter more. */
    private static final class Narrowed extends HttpServletRequestWrapper {

        private final HandlerMethod handler;
        private final String filter;
        private final String value;

        private Narrowed(HttpServletRequest request, HandlerMethod handler, String filter, String value) {
            super(request);
            this.handler = handler;
            this.filter = filter;
            this.value = value;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.equals(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) ? handler : super.getAttribute(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(filter) ? value : super.getParameter(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new HashMap<>(super.getParameterMap());
            all.put(filter, new String[] {value});
            return all;
        }
    }
}
