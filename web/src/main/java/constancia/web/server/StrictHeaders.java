package constancia.web.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * What every answer tells the browser, whoever gives it: the register, its guard or the server itself. An answer allows
 * nothing; a page that needs more sets a {@code Content-Security-Policy} of its own, which takes the place of this one.
 */
final class StrictHeaders extends ValveBase {

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");
    private static final String A_YEAR_OF_HTTPS = "max-age=31536000; includeSubDomains";

    StrictHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        put(request, response);
        getNext().invoke(request, response);
    }

    /** To be put again where an answer was begun anew. */
    static void put(Request request, Response response) {
        ALWAYS.forEach(response::setHeader);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR_OF_HTTPS);
        }
    }
}
