package constancia.web.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * The addresses of style, scripts and pictures in a page carry the hash of their content. Those of other pages are left
 * alone: the framework would look for a file behind each, which took two thirds of the time of a page.
 */
final class HashedAddresses extends ResourceUrlEncodingFilter {

    private static final List<String> FILES = List.of(".css", ".js", ".svg");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (((HttpServletRequest) request).getRequestURI().startsWith("/api/")) {
            chain.doFilter(request, response);
        } else {
            super.doFilter(request, response, (wrapped, hashing) -> chain.doFilter(wrapped, new OnlyOfFiles((HttpServletResponse) response, (HttpServletResponse) hashing)));
        }
    }

    private static final class OnlyOfFiles extends HttpServletResponseWrapper {

        private final HttpServletResponse hashing;

        private OnlyOfFiles(HttpServletResponse response, HttpServletResponse hashing) {
            super(response);
            this.hashing = hashing;
        }

        @Override
        public String encodeURL(String address) {
            return FILES.stream().anyMatch(address::endsWith) ? hashing.encodeURL(address) : super.encodeURL(address);
        }
    }
}
