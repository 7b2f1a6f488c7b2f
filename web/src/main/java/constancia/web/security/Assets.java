package constancia.web.security;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What never changes under its name is kept by the browser for good: style and scripts, named by their hash, and libraries, by their version. */
@Configuration
class Assets implements WebMvcConfigurer {

    static final String HASHED = "/{asset:.+-[0-9a-f]{32}\\.(?:css|js|svg)}";
    static final String LIBRARIES = "/webjars/**";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var forGood = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler(HASHED).addResourceLocations("classpath:/static/").setCacheControl(forGood)
                .resourceChain(true).addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler(LIBRARIES).addResourceLocations("classpath:/META-INF/resources/webjars/").setCacheControl(forGood)
                .resourceChain(true).addResolver(new EncodedResourceResolver());
    }
}
