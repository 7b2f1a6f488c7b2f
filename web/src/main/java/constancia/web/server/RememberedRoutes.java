package constancia.web.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Where a request leads is found out once for every method and shape of path, which is the path with its ids left out. The
 * framework asks each of several hundred routes anew, which took a tenth of the time of a command.
 */
@Component
final class RememberedRoutes implements WebMvcRegistrations {

    /** Addresses that stand for something are fewer; whoever makes up others is answered more slowly. */
    private static final int MOST = 4096;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What stands for an id: whoever wrote it into an address would be taken for one with an id. */
    private static final String NO_SIGN_OF_A_PATH = " ";
    /** The secret in the address of an invitation is not kept. */
    private static final Pattern WORDS = Pattern.compile("[A-Z]+[a-z/ -]+");

    private record Route(RequestMappingInfo mapping, HandlerMethod handler) {}

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {

            private final Map<String, Route> remembered = new ConcurrentHashMap<>();

            @Override
            protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
                var shape = request.getMethod() + ID.matcher(path).replaceAll(NO_SIGN_OF_A_PATH);
                var route = remembered.get(shape);
                if (route != null) {
                    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, route.handler());
                    handleMatch(Objects.requireNonNull(getMatchingMapping(route.mapping(), request)), path, request);
                    return route.handler();
                }
                var handler = super.lookupHandlerMethod(path, request);
                if (handler != null && remembered.size() < MOST && WORDS.matcher(shape).matches()) {
                    remember(shape, handler, request);
                }
                return handler;
            }

            /** Only where method and path decide alone: elsewhere the next request of the same shape may lead to another place. */
            private void remember(String shape, HandlerMethod handler, HttpServletRequest request) {
                var possible = getHandlerMethods().entrySet().stream().filter(route -> leads(route.getKey(), request)).toList();
                if (possible.stream().allMatch(route -> asksNothingElse(route.getKey()))) {
                    possible.stream().filter(route -> route.getValue().equals(handler)).findFirst().ifPresent(route -> remembered.put(shape, new Route(route.getKey(), handler)));
                }
            }
        };
    }

    private static boolean leads(RequestMappingInfo route, HttpServletRequest request) {
        return route.getMethodsCondition().getMatchingCondition(request) != null && Objects.requireNonNull(route.getPathPatternsCondition()).getMatchingCondition(request) != null;
    }

    private static boolean asksNothingElse(RequestMappingInfo route) {
        return route.getParamsCondition().isEmpty() && route.getHeadersCondition().isEmpty() && route.getConsumesCondition().isEmpty() && route.getProducesCondition().isEmpty();
    }
}
