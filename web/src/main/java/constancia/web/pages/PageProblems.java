package constancia.web.pages;

import constancia.web.Collections;
import constancia.web.Problems;
import constancia.web.security.PageFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The same problems that programs are told, as a page: what happened, and what to do now. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageProblems {

    private static final Set<Integer> PASSES = Set.of(429, 500, 503);
    private static final int NOT_FOUND = 404;
    private static final String NOT_THEN = "not-at-that-time";

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
        page.addObject("navigation", frame.navigation(request));
        page.addObject("code", code(problem));
        page.addObject("again", again(problem.getStatus(), request));
        page.addObject("back", back(problem, request));
        around.furnish(request, response, page);
        return page;
    }

    /** None where it is the server's own, as for a method that a page does not take. */
    private static String code(ProblemDetail problem) {
        return problem.getProperties() == null ? "" : String.valueOf(problem.getProperties().get("code"));
    }

    /** What may well be answered if it is asked for once more. */
    private static @Nullable String again(int status, HttpServletRequest request) {
        return request.getMethod().equals("GET") && PASSES.contains(status) ? request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()) : null;
    }

    /** What the page belongs to: the item, where there is one, else its list. What was not at that time is there today. */
    private static @Nullable String back(ProblemDetail problem, HttpServletRequest request) {
        var path = request.getRequestURI().substring(1).split("/");
        if (Collections.at(path[0]).isEmpty() && !(path[0].equals("persons") && Allowed.to("persons"))) {
            return null;
        }
        boolean there = path.length > 2 && problem.getStatus() != NOT_FOUND || NOT_THEN.equals(code(problem));
        return there ? "/" + path[0] + "/" + path[1] : path.length > 1 ? "/" + path[0] : null;
    }
}
