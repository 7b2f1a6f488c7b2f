package constancia.postgres;

import java.nio.file.Path;
import java.util.List;

/** What can be told to a process of PostgreSQL. */
enum Signal {

    /** Open transactions are rolled back, everything is written, the server ends. */
    FAST_SHUTDOWN("INT"),
    /** The server ends at once; the next start recovers from the log. */
    IMMEDIATE_SHUTDOWN("QUIT"),
    KILL("KILL");

    private final String name;

    Signal(String name) {
        this.name = name;
    }

    void send(long pid) {
        // kill is built into every shell; the program of that name is missing in small images.
        Commands.run(List.of("sh", "-c", "kill -" + name + " " + pid), Path.of("/dev/null"));
    }
}
