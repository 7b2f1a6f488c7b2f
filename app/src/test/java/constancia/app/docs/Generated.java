package constancia.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Pages that are made from the code: the build compares them, {@code bin/docs} writes them anew. */
final class Generated {

    private static final boolean WRITE = Boolean.getBoolean("tests.docs.write");

    private Generated() {}

    static void compare(String file, String content) {
        var page = Repository.root().resolve(file);
        if (WRITE) {
            write(file, content);
        }
        assertThat(Files.exists(page) ? Repository.read(page) : "").as("%s is not what the code says: run bin/docs", file).isEqualTo(content);
    }

    /** Compares what stands between {@code <!-- name -->} and {@code <!-- /name -->}. */
    static void compareSection(String file, String name, String content) {
        var page = Repository.read(Repository.root().resolve(file));
        var opening = "<!-- " + name + " -->\n";
        int from = page.indexOf(opening) + opening.length();
        int to = page.indexOf("<!-- /" + name + " -->");
        assertThat(from >= opening.length() && to >= from).as("%s has the marks of %s", file, name).isTrue();
        compare(file, page.substring(0, from) + content + page.substring(to));
    }

    private static void write(String file, String content) {
        try {
            Files.createDirectories(Repository.root().resolve(file).getParent());
            Files.writeString(Repository.root().resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
