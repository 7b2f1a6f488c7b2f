package constancia.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.journal.Wake;
import constancia.app.rights.TwoCouncils.Side;
import constancia.app.security.Accounts;
import constancia.command.Command;
import constancia.command.Commands;
import constancia.command.ForInstitution;
import constancia.command.Forbidden;
import constancia.command.Rectify;
import constancia.command.access.AccessCommand.SealReads;
import constancia.command.casefiles.CaseFileCommand.ForwardCorrespondence;
import constancia.command.casefiles.CaseFileCommand.ReceiveAnswer;
import constancia.command.casefiles.CaseFileCommand.SettleCorrespondence;
import constancia.command.rights.Entitlement;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.access.AccessLogId;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Reach;
import constancia.kernel.rights.Right;
import constancia.kernel.rights.Right.Kind;
import constancia.kernel.rights.Rights;
import constancia.kernel.rights.Role;
import constancia.query.NotAllowed;
import constancia.query.Reader;
import constancia.query.access.AccessList;
import constancia.query.history.Journal;
import constancia.query.ledger.LedgerRecords;
import constancia.query.persons.PersonsList;
import constancia.web.Collections;
import constancia.web.rights.RouteRights;
import constancia.web.security.TokenDesk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every command and every question by everybody, on what is theirs and on what is not: what is expected stands in
 * {@code who-may-what.txt}; what happens is seen through HTTP, where commands pass, and at the classes that answer.
 */
class RightsMatrixTest {

    private static final String PERSON = "018f0000-0000-7000-8000-0000000000c2";
    static final HttpRegister REGISTER = HttpRegister.shared();
    static final Specification EXPECTED = Specification.read();
    /** No request has it: whoever may give the command is told so, and nothing is recorded. */
    static final String UNREADABLE = "{'noSuchField':1}";
    static final Map<Class<?>, String> ABOUT_THE_REGISTER = Map.of(LedgerRecords.class, "ledger-records", AccessList.class, "access", PersonsList.class, "persons");
    private static String document;
    static TwoCouncils scene;
    static List<Somebody> everybody;
    static int cells;
    static int deviations;

    private final List<String> found = new ArrayList<>();

    @BeforeAll
    static void people() {
        scene = TwoCouncils.in(REGISTER, "MATRIZ-");
        everybody = Somebody.all(REGISTER, scene, "derechos-");
    }

    @AfterAll
    static void told() {
        LoggerFactory.getLogger(RightsMatrixTest.class).info("The matrix of rights: {} cells, {} deviations", cells, deviations);
    }

    private void cell(String what, boolean expected, boolean seen) {
        cells++;
        if (expected != seen) {
            deviations++;
            found.add(what + (expected ? " is refused and should not be" : " is allowed and should not be"));
        }
    }

    private void noDeviation() {
        assertThat(found).isEmpty();
    }

    @Test
    void what_is_expected_is_said_of_every_command_and_route_and_of_nothing_else() {
        var rows = Rights.table().all();
        assertThat(names(rows, Kind.COMMAND, Kind.QUESTION, Kind.TASK)).isEqualTo(Stream.concat(EXPECTED.all().stream(), EXPECTED.policies().keySet().stream()).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(names(rows, Kind.OPEN)).isEqualTo(new TreeSet<>(EXPECTED.open()));
        assertThat(names(rows, Kind.SIGNED_IN)).isEqualTo(new TreeSet<>(EXPECTED.signedIn()));
        for (var row : rows) {
            assertThat(row.policies()).as(row.what()).isEqualTo(EXPECTED.policies().getOrDefault(row.what(), Set.of()));
            for (var role : Role.values()) {
                if (row.kind() != Kind.OPEN && row.kind() != Kind.SIGNED_IN) {
                    cells++;
                    assertThat(row.reach().get(role)).as("%s by %s", row.what(), role.word()).isEqualTo(EXPECTED.of(row.what(), role));
                }
            }
        }
        assertThat(RightsComplete.faults(Rights.table(), RightsComplete.commands(), RouteRights.routes(mapping()))).isEmpty();
    }

    @Test
    void commands_through_http_before_anything_of_them_is_read() {
        commands((collection, type) -> {
            var what = collection.nameOf(type);
            boolean creates = Collections.creates(type);
            for (var somebody : everybody) {
                var reach = somebody.expected(EXPECTED, what);
                for (var side : creates ? new Side[] {Side.HERE} : Side.values()) {
                    var path = creates ? "/api/" + collection.path() : "/api/" + collection.path() + "/" + scene.item(side, collection.path()) + "/" + Collections.kebab(type);
                    int status = somebody.asks().post(path, UNREADABLE).status();
                    assertThat(status).as("%s by %s", what, somebody.account()).isIn(400, 403);
                    boolean atAll = creates ? reach != Reach.NONE && !(reach == Reach.REGISTER && somebody.holds().to() != null) : somebody.may(reach, collection.path(), false, side);
                    cell(what + " by " + somebody.account() + " " + side, atAll, status != 403);
                }
            }
        });
        noDeviation();
    }

    @Test
    void commands_where_they_pass_with_what_they_say() {
        var entitlement = REGISTER.bean(Entitlement.class);
        var commands = REGISTER.bean(Commands.class);
        commands((collection, type) -> {
            if (type == Rectify.class) {
                return;
            }
            var what = collection.nameOf(type);
            for (var somebody : everybody) {
                var reach = somebody.expected(EXPECTED, what);
                var by = new Provenance(somebody.account(), null, false, Through.API, null);
                for (var side : Side.values()) {
                    for (var spokenFor : speaks(type) ? Side.values() : new Side[] {side}) {
                        var command = CommandOf.on(scene, collection, type, side, spokenFor);
                        boolean expected = somebody.may(reach, collection.path(), Collections.creates(type), side) && (reach != Reach.OWN || spokenFor == side);
                        boolean seen = allowed(() -> entitlement.require(command, by));
                        cell(what + " by " + somebody.account() + " " + side + " for " + spokenFor, expected, seen);
                        if (!expected) {
                            cell("sending " + what + " by " + somebody.account(), false, allowed(() -> commands.send(command, by, null)));
                        }
                    }
                }
            }
        });
        noDeviation();
    }

    private static boolean speaks(Class<? extends Command> type) {
        return ForInstitution.isAsked(type) || Set.of(ReceiveAnswer.class, ForwardCorrespondence.class, SettleCorrespondence.class).contains(type);
    }

    @Test
    void commands_that_only_policies_give_are_given_by_nobody_else() {
        var entitlement = REGISTER.bean(Entitlement.class);
        var internal = new ArrayList<Command>(List.of(new SealReads(AccessLogId.THE_ONE, LocalDate.of(2014, 9, 2))));
        var all = new ArrayList<Command>();
        for (var collection : Collections.values()) {
            for (var type : collection.internal()) {
                internal.add(CommandOf.on(scene, collection, type, Side.HERE, Side.HERE));
                assertThat(REGISTER.post("/api/" + collection.path() + "/" + scene.item(Side.HERE, collection.path()) + "/" + Collections.kebab(type), "{}").status()).isEqualTo(404);
            }
        }
        for (var command : internal) {
            everybody.forEach(somebody -> cell(Collections.nameOf(command) + " by " + somebody.account(), false,
                    allowed(() -> entitlement.require(command, new Provenance(somebody.account(), null, false, Through.API, null)))));
        }
        all.addAll(internal);
        commands((collection, type) -> all.add(CommandOf.on(scene, collection, type, Side.HERE, Side.HERE)));
        var policies = EXPECTED.policies().values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        policies.add("unknown");
        for (var command : all) {
            var name = Collections.nameOf(command);
            policies.forEach(policy -> cell(name + " by system:" + policy, EXPECTED.policies().getOrDefault(name, Set.of()).contains(policy),
                    allowed(() -> entitlement.require(command, new Provenance("system:" + policy, null, false, Through.CALENDAR, null)))));
        }
        noDeviation();
    }

    @Test
    void questions_and_tasks_through_http() {
        for (var right : Rights.table().all()) {
            if (right.kind() != Kind.QUESTION && right.kind() != Kind.TASK) {
                continue;
            }
            for (var somebody : everybody) {
                var reach = somebody.expected(EXPECTED, right.what());
                boolean expected = reach == Reach.ALL || reach == Reach.REGISTER && somebody.holds().to() == null;
                // The tables are not filled anew only to see that whoever may have it done is let in.
                if (!(expected && right.what().equals("rebuild-tables"))) {
                    int status = asked(right, somebody);
                    cell(right.what() + " by " + somebody.account(), expected, status != 403);
                    assertThat(status).as("%s by %s", right.what(), somebody.account()).isNotEqualTo(401).isLessThan(500);
                    assertThat(expected && right.kind() == Kind.QUESTION ? status : 200).as("%s by %s", right.what(), somebody.account()).isEqualTo(200);
                }
            }
        }
        noDeviation();
    }

    private static int asked(Right right, Somebody somebody) {
        var method = right.route().substring(0, right.route().indexOf(' '));
        var path = path(right.route().substring(method.length() + 1));
        if (method.equals("GET")) {
            return somebody.asks().get(path).status();
        }
        if (method.equals("PATCH")) {
            return somebody.asks().patch(path, UNREADABLE).status();
        }
        return method.equals("DELETE") ? somebody.asks().delete(path).status()
                : Set.of("preview-import", "upload-document").contains(right.what()) ? somebody.asks().upload(path, "x.csv", null, Map.of(), "es").status() : somebody.asks().post(path, UNREADABLE).status();
    }

    /** The route to something that is there. */
    private static String path(String pattern) {
        var collection = pattern.contains("{collection}") ? "plans" : pattern.split("/")[2];
        var item = collection.equals("persons") ? REGISTER.person(PERSON) : scene.item(Side.HERE, collection);
        var path = pattern.replace("{collection}", collection).replace("{id}", item == null ? "018f0000-0000-7000-8000-00000000dead" : item.toString())
                .replace("{n}", "1").replace("{list}", "actions").replace("{code}", "SV-SS").replace("{account}", "derechos-nadie")
                .replace("{sha256}", document());
        return path + (path.endsWith("/diff") || path.endsWith("/ledger/records") ? "?from=1&to=1" : path.endsWith("/handover") ? "?mandate=" + mandate() : "");
    }

    /** One that an item names, so that whoever may know of the item may know of it; what is in it can be read as JSON. */
    private static String document() {
        if (document == null) {
            document = REGISTER.document("1");
            REGISTER.post("/api/actions/" + scene.item(Side.HERE, "actions") + "/attach-evidence", "{'evidence':['" + document + "']}").is(200);
        }
        return document;
    }

    private static String mandate() {
        var mandate = "018f0000-0000-7000-8000-0000000000c1";
        var path = "/api/institutions/" + scene.item(Side.HERE, "institutions");
        if (!REGISTER.get(path + "/history").body().toString().contains(mandate)) {
            var appointed = REGISTER.post(path + "/appoint-representative", "{'mandate':'" + mandate + "','person':'" + REGISTER.person(PERSON) + "','capacity':'liaison','effectiveOn':'2014-09-01'}").is(200);
            REGISTER.list("/api/institutions", appointed);
        }
        return mandate;
    }

    @Test
    void questions_where_they_are_answered() {
        for (var question : questions()) {
            for (var somebody : everybody) {
                var authority = REGISTER.bean(Accounts.class).of(somebody.account());
                var named = ABOUT_THE_REGISTER.getOrDefault(question.getDeclaringClass(), "item");
                boolean expected = somebody.holds() != null && EXPECTED.of(named, somebody.holds().role()) == Reach.ALL;
                cell(question + " by " + somebody.account(), expected, answered(question, new Reader(authority)));
            }
        }
        noDeviation();
    }

    private static boolean answered(Method question, Reader reader) {
        var arguments = Arrays.stream(question.getParameterTypes()).map(type -> type == Reader.class ? reader : type == int.class ? (Object) 1 : type == long.class ? 1L : null).toArray();
        try {
            question.invoke(REGISTER.bean(question.getDeclaringClass()), arguments);
            return true;
        } catch (InvocationTargetException e) {
            return !(e.getTargetException() instanceof NotAllowed);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public methods of the classes that answer, of those that this register has; the journal is what they answer from. */
    private static List<Method> questions() {
        var found = REGISTER.beans("constancia.query").filter(bean -> !(bean instanceof Journal)).flatMap(bean -> Arrays.stream(bean.getClass().getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() > 0 && method.getParameterTypes()[0] == Reader.class).toList();
        assertThat(found).hasSizeGreaterThan(25);
        return found;
    }

    @Test
    void nobody_is_let_in_without_a_token_that_holds() {
        var desk = REGISTER.bean(TokenDesk.class);
        var expired = desk.issue("derechos-administrator", TokenDesk.Wanted.USUAL).token();
        REGISTER.as("derechos-disabled", new Binding(Role.ADMINISTRATOR, null));
        var disabled = desk.issue("derechos-disabled", TokenDesk.Wanted.USUAL).token();
        expire(expired);
        disable("derechos-disabled");
        for (var token : Arrays.asList(null, "nothing-like-a-token", expired, disabled)) {
            for (var right : Rights.table().all()) {
                var route = right.route() == null ? "POST /api/" + right.what().replace("/", "/018f0000-0000-7000-8000-00000000dead/") : right.route();
                var method = route.substring(0, route.indexOf(' '));
                int status = REGISTER.withToken(token, method, path(route.substring(method.length() + 1))).status();
                cell(right.what() + " with the token " + token, right.kind() == Kind.OPEN, status != 401 || right.what().equals("token"));
            }
        }
        noDeviation();
    }

    private static void disable(String account) {
        REGISTER.bean("workDb", JdbcClient.class).sql("update journal.account set disabled_at = now() where name = :name").param("name", account).update();
        REGISTER.bean("accountsChanged", Wake.class).ring();
    }

    private static void expire(String token) {
        REGISTER.bean("workDb", JdbcClient.class)
                .sql("update journal.api_token set expires_at = now() - interval '1 second' where token_hash = sha256(convert_to(:token, 'UTF8'))").param("token", token).update();
    }

    private static boolean allowed(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Forbidden e) {
            return false;
        } catch (RuntimeException beyondRights) {
            return true;
        }
    }

    private interface EachCommand {
        void of(Collections collection, Class<? extends Command> type);
    }

    private static void commands(EachCommand each) {
        for (var collection : Collections.values()) {
            collection.commands().forEach(type -> each.of(collection, type));
        }
    }

    private static TreeSet<String> names(List<Right> rows, Kind... kinds) {
        return rows.stream().filter(row -> List.of(kinds).contains(row.kind())).map(Right::what).collect(Collectors.toCollection(TreeSet::new));
    }

    static RequestMappingHandlerMapping mapping() {
        return REGISTER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }
}
