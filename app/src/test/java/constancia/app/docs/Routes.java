package constancia.app.docs;

import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** The routes of every controller, as Spring finds them; the controllers themselves are never made. */
final class Routes {

    private Routes() {}

    static RequestMappingHandlerMapping all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        var context = new StaticWebApplicationContext();
        context.setServletContext(new MockServletContext());
        for (var root : new String[] {"constancia.web", "constancia.app"}) {
            for (var found : scanner.findCandidateComponents(root)) {
                var controller = new RootBeanDefinition();
                controller.setBeanClassName(found.getBeanClassName());
                controller.setLazyInit(true);
                context.registerBeanDefinition(found.getBeanClassName(), controller);
            }
        }
        context.refresh();
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.setPatternParser(new PathPatternParser());
        mapping.afterPropertiesSet();
        return mapping;
    }
}
