package constancia.web.items;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Asks a list of the API from within, with parameters of our own in place of the request's. */
final class AskedList {

    private AskedList() {}

    /** @param of what the list's own path names, in order */
    static ResponseEntity<?> answer(HandlerMethod list, HttpServletRequest request, Map<String, String[]> parameters, UUID... of) throws Throwable {
        var resolved = list.createWithResolvedBean();
        ReflectionUtils.makeAccessible(resolved.getMethod());
        try {
            var asked = Stream.concat(Stream.of(of), Stream.of(new WithParameters(request, list, parameters)));
            return (ResponseEntity<?>) resolved.getMethod().invoke(resolved.getBean(), asked.toArray());
        } catch (InvocationTargetException refused) {
            throw refused.getTargetException();
        }
    }

    /** The request as if the list itself had been asked. */
    private static final class WithParameters extends HttpServletRequestWrapper {

        private final HandlerMethod list;
        private final Map<String, String[]> parameters;

        private WithParameters(HttpServletRequest request, HandlerMethod list, Map<String, String[]> parameters) {
            super(request);
            this.list = list;
            this.parameters = parameters;
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return name.equals(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) ? list : super.getAttribute(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return parameters.containsKey(name) ? parameters.get(name)[0] : null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }
    }
}
