package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged register says what it is made of (CycloneDX), and it is made of that. */
class SbomTest {

    @Test
    void every_library_in_the_jar_is_on_the_list_with_its_version_and_its_hash() throws Exception {
        try (var jar = new JarFile(Packaged.jar().toFile())) {
            var attributes = jar.getManifest().getMainAttributes();
            assertThat(attributes.getValue("Sbom-Format")).isEqualTo("CycloneDX");
            var listed = hashes(JsonMapper.shared().readTree(read(jar, attributes.getValue("Sbom-Location"))));
            assertThat(listed.keySet()).anyMatch(name -> name.matches("axon-eventsourcing-4\\.[0-9.]+\\.jar")).anyMatch(name -> name.matches("postgresql-42\\.[0-9.]+\\.jar"));
            assertThat(libraries(jar)).hasSizeGreaterThan(60).allSatisfy((name, hash) -> assertThat(listed).containsEntry(name, hash));
        }
    }

    private static Map<String, String> hashes(JsonNode bom) {
        var hashes = new HashMap<String, String>();
        for (var component : bom.get("components")) {
            var sha256 = component.get("hashes").valueStream().filter(hash -> hash.get("alg").stringValue().equals("SHA-256")).findFirst().orElseThrow();
            hashes.put(component.get("name").stringValue() + "-" + component.get("version").stringValue() + ".jar", sha256.get("content").stringValue());
        }
        return hashes;
    }

    /** Without Spring Boot's own helper, which the packaging adds. */
    private static Map<String, String> libraries(JarFile jar) throws Exception {
        var libraries = new TreeMap<String, String>();
        for (var entry : jar.stream().filter(entry -> entry.getName().matches("BOOT-INF/lib/(?!spring-boot-jarmode).*\\.jar")).toList()) {
            libraries.put(entry.getName().substring("BOOT-INF/lib/".length()), HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(read(jar, entry.getName()))));
        }
        return libraries;
    }

    private static byte[] read(JarFile jar, String name) throws IOException {
        try (var in = jar.getInputStream(jar.getJarEntry(name))) {
            return in.readAllBytes();
        }
    }
}
