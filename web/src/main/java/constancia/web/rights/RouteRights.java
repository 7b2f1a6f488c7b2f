package constancia.web.rights;

import constancia.kernel.rights.Right;
import constancia.kernel.rights.Rights;
import constancia.query.NotAllowed;
import constancia.web.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Asks the table of rights before anything of a request is read. Commands have a right each, which their controller asks for. */
@Component
public final class RouteRights implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> COMMANDS = Set.of("POST /api/{collection}", "POST /api/{collection}/{id}/{command}");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            var pattern = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            if (!isOfPrograms(pattern)) {
                return true;
            }
            var asked = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
            var route = asked + " " + pattern;
            if (!COMMANDS.contains(route)) {
                mustBeAllowed(Rights.table().at(route).orElseThrow(() -> new IllegalStateException("The table of rights has no row for " + route)));
            }
        }
        return true;
    }

    /** The routes that need a row of their own. */
    public static Set<String> routes(RequestMappingHandlerMapping mapping) {
        var routes = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (isOurs(handler)) {
                info.getMethodsCondition().getMethods().forEach(method -> info.getPatternValues().stream().filter(RouteRights::isOfPrograms).forEach(pattern -> routes.add(method + " " + pattern)));
            }
        });
        routes.removeAll(COMMANDS);
        return routes;
    }

    /** A page is for whoever has a session, and asks for each thing that it shows or does. */
    private static boolean isOfPrograms(String pattern) {
        return pattern.startsWith("/api/") || pattern.startsWith("/v3/");
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("constancia.");
    }

    private static void mustBeAllowed(Right right) {
        boolean allowed = switch (right.kind()) {
            case OPEN, SIGNED_IN -> true;
            case QUESTION, TASK, COMMAND -> right.anywhere(Caller.current().authority());
        };
        if (!allowed) {
            throw new NotAllowed();
        }
    }
}
