package constancia.web;

import constancia.command.Busy;
import constancia.command.Forbidden;
import constancia.command.KeyReused;
import constancia.command.StaleVersion;
import constancia.command.imports.UnreadableFile;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.query.NotAllowed;
import constancia.query.history.NotAtThatTime;
import constancia.query.history.UnknownItem;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Every failure as an RFC 9457 problem with a stable code, in the reader's language. The only place that maps them. */
@RestControllerAdvice
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<Integer, String> BY_STATUS = Map.of(400, "bad-request", 404, "not-found", 405, "method-not-allowed",
            406, "not-acceptable", 413, "payload-too-large", 415, "unsupported-media-type");
    /** An encoding of the body, or a version of HTTP, that nobody speaks: the fault is not the server's. */
    private static final Set<Integer> UNREADABLE = Set.of(501, 505);

    private static final ExceptionHandlerMethodResolver HANDLERS = new ExceptionHandlerMethodResolver(Problems.class);

    private final Messages messages;

    public Problems(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused e, Locale locale) {
        var problem = problem(409, e.code(), e.args(), List.of(), locale);
        if (e.code().equals("rectification-breaks-history")) {
            Objects.requireNonNull(problem.getBody()).setProperty("record", e.args().getFirst());
        }
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(Invalid e, Locale locale) {
        return problem(422, e.code(), e.args(), List.of(new FieldProblem("#/" + e.field(), e.code(), e.args())), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bad(BadRequest e, Locale locale) {
        var first = e.problems().getFirst();
        return problem(e.status(), first.code(), first.args(), e.problems(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableFile e, Locale locale) {
        return problem(422, "unreadable." + e.code(), e.code(), List.copyOf(e.arguments()), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(StaleVersion e, Locale locale) {
        return problem(412, "version-mismatch", List.of(e.current()), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> reused(KeyReused e, Locale locale) {
        return problem(422, "idempotency-key-reused", List.of(), List.of(), locale);
    }

    @ExceptionHandler({UnknownItem.class, constancia.command.UnknownItem.class})
    ResponseEntity<ProblemDetail> unknown(RuntimeException e, Locale locale) {
        return problem(404, "unknown-item", List.of(), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(Forbidden e, Locale locale) {
        return problem(403, e.code(), e.args(), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAllowed(NotAllowed e, Locale locale) {
        return problem(403, "forbidden", List.of(), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAtThatTime(NotAtThatTime e, Locale locale) {
        return problem(404, "not-at-that-time", List.of(), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYet(NotYetVisible e, Locale locale) {
        return later(problem(503, "not-yet-visible", List.of(), List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> elsewhere(NotThisNode e, Locale locale) {
        return problem(503, "not-this-node", List.of(), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy e, Locale locale) {
        return later(problem(503, "busy", List.of(), List.of(), locale));
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> notReady(Exception e, Locale locale) {
        LOG.warn("The database does not answer: {}", e.getMessage());
        return later(problem(503, "not-ready", List.of(), List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException e, Locale locale) {
        return e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)
                ? problem(404, "unknown-item", List.of(), List.of(), locale)
                : invalid(new Invalid(e.getName(), "bad-parameter", String.valueOf(e.getValue())), locale);
    }

    /** A body, a query or a form that cannot be read at all. */
    @ExceptionHandler({HttpMessageNotReadableException.class, InvalidParameterException.class, MultipartException.class, RequestRejectedException.class})
    ResponseEntity<ProblemDetail> noMessage(Exception e, Locale locale) {
        return problem(400, "bad-request", List.of(), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e, Locale locale) {
        return problem(413, "payload-too-large", List.of(), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e, Locale locale) {
        if (e instanceof ErrorResponse response && BY_STATUS.containsKey(response.getStatusCode().value())) {
            int status = response.getStatusCode().value();
            return problem(status, BY_STATUS.get(status), List.of(), List.of(), locale);
        }
        LOG.error("A request failed for a reason that is ours", e);
        return problem(500, "internal-error", List.of(), List.of(), locale);
    }

    /** For what the server itself refused. What is none of the register's own statuses is a request that cannot be read, or a failure. */
    public ResponseEntity<ProblemDetail> ofServer(int status, Locale locale) {
        int told = BY_STATUS.containsKey(status) ? status : UNREADABLE.contains(status) || status < 500 ? 400 : 500;
        return problem(told, BY_STATUS.getOrDefault(told, "internal-error"), List.of(), List.of(), locale);
    }

    /** The problem that a failure is, for whoever tells it in another form. */
    @SuppressWarnings("unchecked")
    public ResponseEntity<ProblemDetail> of(Exception failure, Locale locale) {
        var handler = Objects.requireNonNull(HANDLERS.resolveMethodByThrowable(failure));
        ReflectionUtils.makeAccessible(handler);
        return (ResponseEntity<ProblemDetail>) Objects.requireNonNull(ReflectionUtils.invokeMethod(handler, this, failure, locale));
    }

    public ResponseEntity<ProblemDetail> problem(int status, String code, List<Object> args, List<FieldProblem> fields, Locale locale) {
        return problem(status, code, code, args, fields, locale);
    }

    private ResponseEntity<ProblemDetail> problem(int status, String sentence, String code, List<Object> args, List<FieldProblem> fields, Locale locale) {
        var problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(status));
        problem.setType(URI.create("urn:constancia:" + code));
        problem.setTitle(messages.of("status-" + status, List.of(), locale));
        problem.setDetail(messages.of(sentence, args, locale));
        problem.setProperty("code", code);
        if (!fields.isEmpty()) {
            problem.setProperty("errors", fields.stream().map(field -> shown(field, locale)).toList());
        }
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, Messages.supported(locale).toLanguageTag()).body(problem);
    }

    private Shown shown(FieldProblem field, Locale locale) {
        return new Shown(field.pointer(), field.code(), messages.of(field.code(), field.args(), locale));
    }

    private static ResponseEntity<ProblemDetail> later(ResponseEntity<ProblemDetail> problem) {
        return ResponseEntity.status(problem.getStatusCode()).headers(problem.getHeaders()).header(HttpHeaders.RETRY_AFTER, "1").body(problem.getBody());
    }

    private record Shown(String pointer, String code, @Nullable String detail) {}
}
