package constancia.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;

/** Files are looked for where an address may be of one, and nowhere else. */
class HashedAddressesTest {

    private final List<String> looked = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final ResourceUrlProvider files = new ResourceUrlProvider() {
        @Override
        public String getForLookupPath(String path) {
            looked.add(path);
            return path.equals("/estilo.css") ? "/estilo-479d.css" : null;
        }
    };

    @Test
    void the_address_of_a_file_carries_its_hash_and_that_of_a_page_is_left_alone() throws Exception {
        pass("/risks", "/estilo.css", "/risks/01900000-0000-7000-8000-000000000001", "/actions?q=3.1", "/meetings/01900000-0000-7000-8000-000000000001/acta.pdf");
        assertThat(written).containsExactly("/estilo-479d.css", "/risks/01900000-0000-7000-8000-000000000001", "/actions?q=3.1", "/meetings/01900000-0000-7000-8000-000000000001/acta.pdf");
        assertThat(looked).contains("/estilo.css").noneMatch(path -> path.startsWith("/risks"));
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
