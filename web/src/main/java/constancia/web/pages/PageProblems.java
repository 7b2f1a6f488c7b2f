package constancia.web.pages;

import constancia.web.Problems;
import constancia.web.security.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The same problems that programs are told, as a page: what happened, and where to go on. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageProblems {

    private final Problems problems;
    private final Frame frame;
    private final PageFrame around;

    PageProblems(Problems problems, Frame frame, PageFrame around) {
        this.problems = problems;
        this.frame = frame;
        this.around = around;
    }

    @ExceptionHandler
    ModelAndView problem(Exception e, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var problem = Objects.requireNonNull(problems.of(e, locale).getBody());
        response.setStatus(problem.getStatus());
        var page = new ModelAndView("problem", "problem", (ProblemDetail) problem);
        page.addObject("navigation", frame.navigation());
        around.furnish(request, response, page);
        return page;
    }
}
