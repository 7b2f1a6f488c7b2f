package constancia.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.app.rights.TwoCouncils.Side;
import constancia.command.Commands;
import constancia.command.Rectify;
import constancia.command.UnknownItem;
import constancia.command.rights.Entitlement;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.rights.Right;
import constancia.kernel.rights.Right.Kind;
import constancia.kernel.rights.Rights;
import constancia.kernel.rights.Role;
import constancia.web.Collections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * The matrix of rights once more for each class of what is withheld: every command and every question on it by everybody.
 * To whoever may not know of it, it is not there; whoever may finds the rights of what is public. Who may know stands in
 * {@code who-may-know.txt}.
 */
class WithheldMatrixTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final Specification EXPECTED = Specification.read();
    private static final Set<Collections> WITHHELD = Set.of(Collections.AGREEMENTS, Collections.MEETINGS, Collections.CASE_FILES);
    private static final String UNREADABLE = "{'noSuchField':1}";
    private static TwoCouncils scene;
    private static List<Somebody> everybody;
    private static int cells;
    private static int deviations;

    private final List<String> found = new ArrayList<>();

    @BeforeAll
    static void people() {
        scene = TwoCouncils.in(REGISTER, "CLASE-");
        everybody = Somebody.all(REGISTER, scene, "clases-");
    }

    @AfterAll
    static void told() {
        LoggerFactory.getLogger(WithheldMatrixTest.class).info("The matrix of rights by class: {} cells, {} deviations", cells, deviations);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reserved", "confidential"})
    void whoever_may_not_know_of_it_is_told_that_it_is_not_there(String word) {
        var last = classified(word);
        for (var somebody : everybody) {
            for (var side : Side.values()) {
                boolean knows = knows(word, somebody, side);
                for (var collection : WITHHELD) {
                    commands(collection, somebody, side, knows);
                    questions(collection, somebody, side, knows);
                    var listed = somebody.asks().get("/api/" + collection.path() + "?limit=500&after=" + last.text("token")).body().toString().contains(scene.item(side, collection.path()).toString());
                    cell("the list of " + collection.path() + " by " + somebody.account() + " " + side, knows, listed);
                }
            }
        }
        assertThat(found).as("%d deviations", found.size()).isEmpty();
    }

    private void commands(Collections collection, Somebody somebody, Side side, boolean knows) {
        var by = new Provenance(somebody.account(), null, false, Through.API, null);
        for (var type : collection.commands().stream().filter(type -> !Collections.creates(type)).toList()) {
            var what = collection.nameOf(type) + " by " + somebody.account() + " " + side;
            int status = somebody.asks().post("/api/" + collection.path() + "/" + scene.item(side, collection.path()) + "/" + Collections.kebab(type), UNREADABLE).status();
            boolean may = knows && somebody.may(somebody.expected(EXPECTED, collection.nameOf(type)), collection.path(), false, side);
            answer(what, knows ? may ? 400 : 403 : 404, status);
            if (type != Rectify.class) {
                var command = CommandOf.on(scene, collection, type, side, side);
                cell(what + " at the gateway", knows, known(() -> REGISTER.bean(Entitlement.class).require(command, by)));
                if (!knows) {
                    cell(what + " sent", false, known(() -> REGISTER.bean(Commands.class).send(command, by, null)));
                }
            }
        }
    }

    private void questions(Collections collection, Somebody somebody, Side side, boolean knows) {
        for (var right : Rights.table().all()) {
            if (right.kind() == Kind.QUESTION && isOf(right, collection)) {
                var path = right.route().substring("GET ".length()).replace("{collection}", collection.path()).replace("{id}", scene.item(side, collection.path()).toString()).replace("{n}", "1");
                int status = somebody.asks().get(path + (path.endsWith("/diff") ? "?from=1&to=1" : "")).status();
                answer(right.what() + " of " + collection.path() + " by " + somebody.account() + " " + side, somebody.holds() == null ? 403 : knows ? 200 : 404, status);
            }
        }
    }

    private static boolean isOf(Right right, Collections collection) {
        return !right.what().equals("parts") && (right.route().startsWith("GET /api/{collection}/{id}") || right.route().startsWith("GET /api/" + collection.path() + "/{id}"));
    }

    @Test
    void who_may_know_is_said_of_the_classes_that_there_are() {
        var rules = REGISTER.get("/api/classes").is(200).body().get("items").valueStream().collect(Collectors.toMap(rule -> rule.get("class").asString(), rule -> rule, (one, other) -> one));
        assertThat(specified().keySet()).isEqualTo(rules.keySet());
    }

    /** Classifies the items of both councils; answers the last write. */
    private static Reply classified(String word) {
        Reply last = null;
        for (var side : Side.values()) {
            for (var collection : WITHHELD) {
                var path = "/api/" + collection.path() + "/" + scene.item(side, collection.path()) + "/classify-" + collection.path().substring(0, collection.path().length() - 1);
                last = REGISTER.post(path, "{'class':'" + word + "','effectiveOn':'2014-09-02','grounds':'Consta en acta.'"
                        + (word.equals("reserved") ? ",'until':'2999-12-31','legalBasis':'Art. 19, LAIP'}" : "}")).is(200);
            }
        }
        return Objects.requireNonNull(last);
    }

    private static boolean knows(String word, Somebody somebody, Side side) {
        if (somebody.holds() == null) {
            return false;
        }
        var where = specified().get(word).getOrDefault(somebody.holds().role().word(), "nowhere");
        boolean own = somebody.holds().role() == Role.LIAISON ? side == (somebody.account().endsWith("another") ? Side.THERE : Side.HERE)
                : somebody.holds().to() == null || side == Side.HERE && !somebody.account().endsWith("-of-plan");
        return where.equals("everywhere") || where.equals("in scope") && own;
    }

    /** By class, of each role where it knows. */
    private static Map<String, Map<String, String>> specified() {
        try (var file = Objects.requireNonNull(WithheldMatrixTest.class.getResourceAsStream("/rights/who-may-know.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).split(",")).map(String::strip).map(one -> new String[] {line.substring(0, line.indexOf(':')), one.substring(0, one.indexOf(' ')), one.substring(one.indexOf(' ') + 1)}))
                    .collect(Collectors.groupingBy(one -> one[0], Collectors.toMap(one -> one[1], one -> one[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean known(Runnable work) {
        try {
            work.run();
            return true;
        } catch (UnknownItem e) {
            return false;
        } catch (RuntimeException knownOf) {
            return true;
        }
    }

    private void answer(String what, int expected, int seen) {
        cells++;
        if (expected != seen) {
            deviations++;
            found.add(what + " is answered with " + seen + " and should be with " + expected);
        }
    }

    private void cell(String what, boolean expected, boolean seen) {
        cells++;
        if (expected != seen) {
            deviations++;
            found.add(what + (expected ? ": is not there and should be" : ": is there and should not be"));
        }
    }
}
