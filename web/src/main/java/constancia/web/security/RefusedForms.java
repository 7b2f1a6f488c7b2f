package constancia.web.security;

import constancia.web.Messages;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;

/** The page that says that a form was not taken: it came from another site, or without the token of its session. No handler is reached. */
@Component
final class RefusedForms {

    private final ViewResolver views;
    private final Languages languages;
    private final Messages messages;
    private final PageFrame frame;

    RefusedForms(@Qualifier("thymeleafViewResolver") ViewResolver views, Languages languages, Messages messages, PageFrame frame) {
        this.views = views;
        this.languages = languages;
        this.messages = messages;
        this.frame = frame;
    }

    void tell(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var locale = Languages.of(request);
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, messages.of("form-expired", List.of(), locale));
        problem.setTitle(messages.of("form-expired-title", List.of(), locale));
        var page = new ModelAndView("problem", "problem", problem);
        frame.furnish(request, response, page);
        // nothing is there to be looked at again in another language
        page.addObject("path", "/");
        response.setStatus(problem.getStatus());
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        try {
            Objects.requireNonNull(views.resolveViewName("problem", locale)).render(page.getModel(), request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
