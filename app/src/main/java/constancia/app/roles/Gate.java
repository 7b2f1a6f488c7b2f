package constancia.app.roles;

import constancia.web.NotThisNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sends away what is another node's work. Health has a door of its own. */
@Component
final class Gate implements HandlerInterceptor, WebMvcConfigurer {

    private static final Pattern ACCOUNTS = Pattern.compile("/api/(tokens|sessions|accounts|invitations)(/.*)?");

    private final Set<Role> roles;

    Gate(Environment environment) {
        this.roles = Role.of(environment);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!roles.containsAll(needed(request.getMethod(), request.getRequestURI()))) {
            throw new NotThisNode();
        }
        return true;
    }

    static Set<Role> needed(String method, String path) {
        if (!path.startsWith("/api/") || ACCOUNTS.matcher(path).matches()) {
            return EnumSet.of(Role.WEB);
        }
        boolean asks = method.equals("GET") || method.equals("HEAD") || path.startsWith("/api/operations/");
        return EnumSet.of(Role.WEB, asks && !path.startsWith("/api/imports/") ? Role.QUERY : Role.COMMAND);
    }
}
