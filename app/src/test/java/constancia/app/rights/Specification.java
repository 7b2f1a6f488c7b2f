package constancia.app.rights;

import constancia.kernel.rights.Reach;
import constancia.kernel.rights.Role;
import constancia.kernel.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What is expected of the rights: {@code who-may-what.txt}, written by hand, role by role. */
final class Specification {

    private static final Pattern SECTION = Pattern.compile("\\[([a-z, -]+)(?:: ([a-z ]+))?]");
    private static final Map<String, Reach> HOW = Map.of("anywhere", Reach.ALL, "in scope", Reach.SCOPE, "own part", Reach.OWN, "whole register only", Reach.REGISTER);

    private final Map<String, Map<Role, Reach>> reach = new TreeMap<>();
    private final Map<String, Set<String>> policies = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> signedIn = new HashSet<>();

    static Specification read() {
        var all = new Specification();
        String[] section = null;
        for (var line : text().lines().map(String::strip).filter(one -> !one.isEmpty() && !one.startsWith("#")).toList()) {
            var heading = SECTION.matcher(line);
            if (heading.matches()) {
                section = new String[] {heading.group(1), heading.group(2)};
            } else {
                all.add(Objects.requireNonNull(section), line.substring(0, line.indexOf(':')), List.of(line.substring(line.indexOf(':') + 1).strip().split(" +")));
            }
        }
        return all;
    }

    private void add(String[] section, String of, List<String> what) {
        if (section[0].equals("policies")) {
            what.forEach(command -> policies.computeIfAbsent(command, key -> new HashSet<>()).add(of));
        } else if (section[1] == null) {
            (section[0].startsWith("whoever") ? signedIn : open).addAll(what);
        } else {
            for (var name : what) {
                var row = reach.computeIfAbsent(of.equals("questions") || of.equals("tasks") ? name : of + "/" + name, key -> new EnumMap<>(Role.class));
                Arrays.stream(section[0].split(", ")).forEach(role -> {
                    if (row.put(role(role), Objects.requireNonNull(HOW.get(section[1]))) != null) {
                        throw new IllegalStateException("Said twice: " + role + " " + name);
                    }
                });
            }
        }
    }

    /** Every command, question and task that somebody signed in may do. */
    Set<String> all() {
        return reach.keySet();
    }

    Set<String> open() {
        return open;
    }

    Set<String> signedIn() {
        return signedIn;
    }

    Map<String, Set<String>> policies() {
        return policies;
    }

    Reach of(String what, Role role) {
        return reach.getOrDefault(what, Map.of()).getOrDefault(role, Reach.NONE);
    }

    private static Role role(String word) {
        return Arrays.stream(Role.values()).filter(role -> ((Word) role).word().equals(word)).findFirst().orElseThrow();
    }

    private static String text() {
        try (var file = Objects.requireNonNull(Specification.class.getResourceAsStream("/rights/who-may-what.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
