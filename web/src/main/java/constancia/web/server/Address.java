package constancia.web.server;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people find the register, for what leaves it: links that are passed on, papers, other systems. The operator says it,
 * never a request: whoever sends one can write another name into it.
 */
@Component
public final class Address {

    private static final String HERE = "http://localhost:";

    private final Environment environment;

    Address(Environment environment) {
        this.environment = environment;
    }

    /** The whole address of what is at that path. */
    public String of(String path) {
        var said = environment.getProperty("constancia.address", "").strip();
        return (said.isEmpty() ? HERE + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080")) : said.replaceFirst("/$", "")) + path;
    }
}
