package constancia.web.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Draws a page. Templates keep each of their variables as an attribute of the request; asked through the dozen filters
 * around it, that took a tenth of the time of a list.
 */
public final class PageView extends ThymeleafView {

    @Override
    protected void renderFragment(Set<String> selectors, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
        super.renderFragment(selectors, model, new AtHand(request), new Whole(response));
    }

    /** Is sent when it is whole: what is flushed before goes out as one more piece, compressed by itself. */
    private static final class Whole extends HttpServletResponseWrapper {

        private Whole(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return new PrintWriter(super.getWriter()) {
                @Override
                public void flush() {}
            };
        }
    }

    /** Its attributes as they stood; what is set while a page is drawn is nobody else's. */
    private static final class AtHand extends HttpServletRequestWrapper {

        private final Map<String, Object> attributes = new HashMap<>();

        private AtHand(HttpServletRequest request) {
            super(request);
            request.getAttributeNames().asIterator().forEachRemaining(name -> attributes.put(name, request.getAttribute(name)));
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return attributes.get(name);
        }

        @Override
        public Enumeration<String> getAttributeNames() {
            return Collections.enumeration(attributes.keySet());
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            if (value == null) {
                attributes.remove(name);
            } else {
                attributes.put(name, value);
            }
        }

        @Override
        public void removeAttribute(String name) {
            attributes.remove(name);
        }
    }

    @Configuration
    static class Views {

        /** The templates have some 2,600 expressions, and the fragments of each count as templates. */
        private static final int EXPRESSIONS = 10_000;
        private static final int TEMPLATES = 2_000;

        /** By itself Thymeleaf keeps 500 expressions: those of few pages, and a list whose expressions were not kept took several times as long. */
        Views(ThymeleafViewResolver resolver, SpringTemplateEngine engine) {
            resolver.setViewClass(PageView.class);
            var kept = new StandardCacheManager();
            kept.setExpressionCacheMaxSize(EXPRESSIONS);
            kept.setTemplateCacheMaxSize(TEMPLATES);
            engine.setCacheManager(kept);
        }
    }
}
