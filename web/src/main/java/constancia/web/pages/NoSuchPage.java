package constancia.web.pages;

import constancia.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Where nothing is answered at all: a browser is told so by a page, as by any other, and a program by a problem. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class NoSuchPage {

    private final Problems problems;
    private final PageProblems pages;

    NoSuchPage(Problems problems, PageProblems pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @ExceptionHandler({NoResourceFoundException.class, HttpRequestMethodNotSupportedException.class})
    Object nothing(Exception e, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        boolean browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "").contains(MediaType.TEXT_HTML_VALUE) && !request.getRequestURI().matches("/(api|v3|actuator)/.*");
        return browser ? pages.problem(e, request, response, locale) : problems.of(e, locale);
    }
}
