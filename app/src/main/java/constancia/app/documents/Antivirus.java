package constancia.app.documents;

import constancia.kernel.Invalid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks the operator's scanner, a program on this machine: 0 says that nothing was found, 1 that something was; anything else says nothing. */
@Component
class Antivirus {

    private static final Logger LOG = LoggerFactory.getLogger(Antivirus.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> command;

    /** @param command words separated by blanks; the file's path is put behind them. Empty: nothing is looked through */
    Antivirus(@Value("${constancia.antivirus.command:}") String command) {
        this.command = command.isBlank() ? List.of() : List.of(command.strip().split("\\s+"));
    }

    /**
     * {@code clean}, or null when nobody looked.
     *
     * @throws Invalid {@code document-infected}
     */
    @Nullable String verdict(Path file) {
        if (command.isEmpty()) {
            return null;
        }
        return switch (status(file)) {
            case 0 -> "clean";
            case 1 -> throw new Invalid("file", "document-infected");
            default -> null;
        };
    }

    private int status(Path file) {
        var words = new ArrayList<>(command);
        words.add(file.toString());
        try {
            return status(new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException e) {
            LOG.warn("The scanner cannot be started; the document is kept as not looked through: {}", e.getMessage());
            return -1;
        }
    }

    private static int status(Process scanner) {
        try {
            if (scanner.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                if (scanner.exitValue() > 1) {
                    LOG.warn("The scanner ended with {}; the document is kept as not looked through", scanner.exitValue());
                }
                return scanner.exitValue();
            }
            LOG.warn("The scanner did not end within {}; the document is kept as not looked through", PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            scanner.destroyForcibly();
        }
        return -1;
    }
}
