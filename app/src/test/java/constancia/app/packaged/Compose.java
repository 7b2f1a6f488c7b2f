package constancia.app.packaged;

import constancia.app.texts.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** What the files under docker/ say, for running it without an engine. */
final class Compose {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Path FOLDER = Repository.root().resolve("docker");

    private final String text;
    private final Map<String, Map<String, Object>> services;

    private Compose(String text, Map<String, Map<String, Object>> services) {
        this.text = text;
        this.services = services;
    }

    @SuppressWarnings("unchecked")
    static Compose file(String name) {
        var text = Repository.read(FOLDER.resolve(name));
        return new Compose(text, (Map<String, Map<String, Object>>) ((Map<String, Object>) new Yaml().load(text)).get("services"));
    }

    /** The services that run the register itself. */
    Set<String> registers() {
        return services.entrySet().stream().filter(service -> service.getValue().containsKey("build")).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The variables of a service as written, {@code ${…}} and all. */
    @SuppressWarnings("unchecked")
    Map<String, String> declared(String service) {
        return (Map<String, String>) services.get(service).getOrDefault("environment", Map.of());
    }

    /** The variables of a service with the values of {@code .env.example} filled in. */
    Map<String, String> environment(String service) {
        var environment = new LinkedHashMap<String, String>();
        declared(service).forEach((name, value) -> environment.put(name, filled(value)));
        return environment;
    }

    Set<String> interpolated() {
        return VARIABLE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The settings that the server is started with. */
    @SuppressWarnings("unchecked")
    Map<String, String> serverSettings() {
        var settings = new LinkedHashMap<String, String>();
        ((List<String>) services.get("postgres").get("command")).stream().filter(word -> word.contains("="))
                .forEach(word -> settings.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1)));
        return settings;
    }

    @SuppressWarnings("unchecked")
    List<String> healthcheck(String service) {
        var test = (List<String>) ((Map<String, Object>) services.get(service).get("healthcheck")).get("test");
        return test.subList(1, test.size());
    }

    static Map<String, String> example() {
        var values = new LinkedHashMap<String, String>();
        Repository.read(FOLDER.resolve(".env.example")).lines().filter(line -> line.contains("=") && !line.startsWith("#"))
                .forEach(line -> values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return values;
    }

    private static String filled(String value) {
        return VARIABLE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(example().get(found.group(1))));
    }

    /** The words of the Dockerfile's ENTRYPOINT, each as {@code here} has it. */
    static List<String> entrypoint(UnaryOperator<String> here) {
        var line = Repository.read(FOLDER.resolve("Dockerfile")).lines().filter(l -> l.startsWith("ENTRYPOINT ")).findFirst().orElseThrow();
        return new ArrayList<>(new Yaml().<List<String>>load(line.substring("ENTRYPOINT ".length()))).stream().map(here).toList();
    }

    /** The statements of init.sql as psql would send them with these variables in its environment. */
    static List<String> initSql(Map<String, String> environment) {
        var sql = Repository.read(FOLDER.resolve("init.sql"));
        for (var got : Pattern.compile("(?m)^\\\\getenv (\\w+) (\\w+)$").matcher(sql).results().toList()) {
            sql = sql.replace(got.group(), "").replace(":'" + got.group(1) + "'", "'" + environment.get(got.group(2)).replace("'", "''") + "'");
        }
        return List.of(sql.replaceAll("(?m)--.*$", "").split(";")).stream().map(String::strip).filter(statement -> !statement.isEmpty()).toList();
    }
}
