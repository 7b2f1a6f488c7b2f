package constancia.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;

/** Files are looked for where an address may be of one, and nowhere else. */
class HashedAddressesTest {

    private final List<String> looked = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final ResourceUrlProvider files = new ResourceUrlProvider();

    /** One file, and who looks for any is noted. */
    private final class Noting implements ResourceResolver {

        @Override
        public @Nullable Resource resolveResource(@Nullable HttpServletRequest request, String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            return null;
        }

        @Override
        public @Nullable String resolveUrlPath(String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            looked.add("/" + path);
            return path.equals("estilo.css") ? "estilo-479d.css" : null;
        }
    }

    @BeforeEach
    void lay() {
        var handler = new ResourceHttpRequestHandler();
        handler.setResourceResolvers(List.of(new Noting()));
        files.setHandlerMap(Map.of("/**", handler));
    }

    @Test
    void the_address_of_a_file_carries_its_hash_and_that_of_a_page_is_left_alone() throws Exception {
        pass("/risks", "/estilo.css", "/risks/01900000-0000-7000-8000-000000000001", "/actions?q=3.1", "/meetings/01900000-0000-7000-8000-000000000001/acta.pdf", "/administration/accounts/enlace.mjsp");
        assertThat(written).containsExactly("/estilo-479d.css", "/risks/01900000-0000-7000-8000-000000000001", "/actions?q=3.1", "/meetings/01900000-0000-7000-8000-000000000001/acta.pdf", "/administration/accounts/enlace.mjsp");
        assertThat(looked).contains("/estilo.css").allMatch(path -> path.endsWith(".css"));
    }

    @Test
    void programs_are_shown_no_files() throws Exception {
        pass("/api/risks", "/estilo.css");
        assertThat(written).containsExactly("/estilo.css");
        assertThat(looked).isEmpty();
    }

    private void pass(String asked, String... addresses) throws Exception {
        FilterChain page = (request, response) -> {
            request.setAttribute(ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR, files);
            for (var address : addresses) {
                written.add(((HttpServletResponse) response).encodeURL(address));
            }
        };
        new HashedAddresses().doFilter(new MockHttpServletRequest("GET", asked), new MockHttpServletResponse(), page);
    }
}
