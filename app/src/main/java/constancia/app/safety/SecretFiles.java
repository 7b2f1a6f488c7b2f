package constancia.app.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.FileSystemResource;

/** Secrets that lie in files of their own: {@code spring.datasource.password-file} names the file with {@code spring.datasource.password}. */
final class SecretFiles {

    /** Each can be given as it is, or as a file by the same name with {@code -file} at its end; so can those of the systems that vouch for people. */
    static final List<String> SECRETS = List.of("constancia.admin-password", "constancia.second-factor-key", "spring.datasource.password", "spring.flyway.password");
    private static final String FROM_FILES = "secrets from files";
    private static final String TREE = "configtree:";

    private SecretFiles() {}

    /** Adds the secrets to the environment; answers what is wrong with their files. */
    static List<Unsafe> read(ConfigurableEnvironment environment) {
        var wrong = new ArrayList<Unsafe>();
        var secrets = new HashMap<String, Object>();
        for (var name : Stream.concat(SECRETS.stream(), OidcSystem.named(environment).keySet().stream().map(OidcSystem::secret)).toList()) {
            var file = environment.getProperty(name + "-file");
            if (file != null && environment.getProperty(name) != null) {
                wrong.add(Unsafe.of("%s y %s-file: indique solo uno.", "%s and %s-file: give only one.", name, name));
            } else if (file != null) {
                content(name, Path.of(file), wrong).ifPresent(secret -> secrets.put(name, secret));
            }
            written(environment, name).ifPresent(where -> readable(where, wrong));
        }
        environment.getPropertySources().addFirst(new MapPropertySource(FROM_FILES, Map.copyOf(secrets)));
        trees(environment).forEach(file -> readable(file, wrong));
        return wrong;
    }

    private static Optional<String> content(String name, Path file, List<Unsafe> wrong) {
        try {
            readable(file, wrong);
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            wrong.add(Unsafe.of("%s-file: no se puede leer el archivo %s.", "%s-file: the file %s cannot be read.", name, file));
            return Optional.empty();
        }
    }

    /** The file of settings in which that secret is written, if it is one of the file system. */
    private static Optional<Path> written(ConfigurableEnvironment environment, String secret) {
        return environment.getPropertySources().stream().map(source -> OriginLookup.getOrigin(source, secret))
                .flatMap(origin -> origin instanceof TextResourceOrigin text && text.getResource() instanceof FileSystemResource file ? Stream.of(Path.of(file.getPath())) : Stream.empty()).findFirst();
    }

    /** The files of the folders that {@code spring.config.import=configtree:…} names. */
    private static List<Path> trees(ConfigurableEnvironment environment) {
        return Stream.of(environment.getProperty("spring.config.import", "").split("[,;]")).map(String::strip).filter(place -> place.contains(TREE))
                .map(place -> Path.of(place.substring(place.indexOf(TREE) + TREE.length()))).filter(Files::isDirectory).flatMap(SecretFiles::files).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static void readable(Path file, List<Unsafe> wrong) {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                wrong.add(Unsafe.of("%s guarda un secreto y cualquiera en esta máquina puede leerlo: chmod o-rwx.", "%s holds a secret and anybody on this machine can read it: chmod o-rwx.", file));
            }
        } catch (IOException | UnsupportedOperationException unreadable) {
            // said elsewhere, or a system that has no such permissions
        }
    }
}
