package constancia.web.server;

import constancia.web.Messages;
import constancia.web.Problems;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What never came to the register's own routes (a line that cannot be read, a method the server refuses) is refused in the register's words. */
final class LastProblem extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(LastProblem.class);

    private final Problems problems;
    private final JsonMapper json;

    LastProblem(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failed) {
        if (failed != null && !response.isCommitted()) {
            // half an answer is none
            response.resetBuffer(true);
        }
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported() || !open(response)) {
            return;
        }
        var problem = problems.ofServer(response.getStatus(), Messages.of(request));
        StrictHeaders.put(request, response);
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(json.writeValueAsString(problem.getBody()));
                response.finishResponse();
            }
        } catch (IOException gone) {
            LOG.debug("Whoever asked is gone", gone);
        }
    }

    private static boolean open(Response response) {
        var open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        return open.get();
    }
}
