package constancia.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * How programs of PostgreSQL are run, which refuse to be root: as they are for a normal user; for root inside a user
 * namespace (files stay root's, the process has no rights), or as the user nobody where namespaces are forbidden.
 *
 * @param prefix what comes before the command
 * @param user   number of the user who must own the cluster's files
 */
record Runner(List<String> prefix, int user) {

    private static final int NOBODY = 65534;

    static Runner choose() throws IOException {
        return choose(currentUser());
    }

    static Runner choose(int me) {
        if (me != 0) {
            return new Runner(List.of(), me);
        }
        if (Commands.works("unshare", "-U", "true")) {
            return new Runner(List.of("unshare", "-U"), 0);
        }
        return asNobody();
    }

    /** Number of the user this JVM runs as. The owner of files in /proc does not tell: it can be root's for anybody. */
    static int currentUser() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("Uid:"))
                .map(line -> line.split("\\s+")[2])
                .mapToInt(Integer::parseInt)
                .findFirst().orElseThrow(() -> new PostgresFailure("This system does not tell who runs the application."));
    }

    static Runner asNobody() {
        List<String> prefix = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        List<String> trial = new ArrayList<>(prefix);
        trial.add("true");
        if (!Commands.works(trial.toArray(String[]::new))) {
            throw new PostgresFailure("PostgreSQL does not run as root, and here neither unshare -U nor setpriv "
                    + "works: start the application as a normal user.");
        }
        return new Runner(prefix, NOBODY);
    }

    List<String> command(List<String> program) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(program);
        return whole;
    }

    /** Makes the folder one that the server can use, and nobody else. */
    void own(Path folder) throws IOException {
        if (Folders.owner(folder) == user) {
            return;
        }
        try {
            Folders.own(folder, user);
        } catch (IOException denied) {
            throw new PostgresFailure("The folder " + folder + " belongs to another user (number "
                    + Folders.owner(folder) + "): start as that user or change its owner.", denied);
        }
    }

    /** Lets the user nobody pass through the data folder; what is secret in it has its own permissions. */
    void mayPass(Path folder) throws IOException {
        if (user == NOBODY) {
            var permissions = Files.getPosixFilePermissions(folder);
            if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                Files.setPosixFilePermissions(folder, permissions);
            }
        }
    }
}
