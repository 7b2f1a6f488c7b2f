package constancia.app.pages;

import constancia.app.HttpRegister;
import constancia.command.Rectify;
import constancia.web.Collections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where there is something to be seen in a register: every list and form, and of each kind of item one in each status it may be in. */
final class Addresses {

    private static final List<String> ALWAYS = List.of("/", "/records", "/records?type=Rectified&kind=action", "/records?lateBy=30", "/records?type=PlanDefined&lateBy=99999", "/commitments", "/commitments?condition=overdue", "/territories", "/territories/new", "/persons", "/persons?q=no+hay+tal+cosa", "/persons/new", "/reserves", "/timeline", "/timeline?group=institution&scale=month",
            "/timeline?group=body&scale=year", "/timeline?group=none&scale=quarter", "/calendar", "/calendar?month=1950-01", "/search", "/search?q=seguridad", "/search?q=no+hay+tal+cosa",
            "/imports", "/imports/mappings", "/imports/mappings/new", "/administration", "/administration/accounts", "/administration/accounts/new", "/administration/classes", "/administration/state",
            "/cuenta", "/mine", "/entrar", "/entrar/tema");

    private final HttpRegister register;
    private final List<String> all = new ArrayList<>(ALWAYS);

    private Addresses(HttpRegister register) {
        this.register = register;
    }

    static List<String> of(HttpRegister register) {
        var addresses = new Addresses(register);
        Stream.of(Collections.values()).forEach(addresses::kind);
        addresses.plans();
        addresses.meetings();
        addresses.actions();
        addresses.institutions();
        addresses.items("persons?limit=1").forEach(person -> Stream.of("", "/change", "/erase").forEach(page -> addresses.all.add("/persons/" + id(person) + page)));
        addresses.items("accounts").stream().limit(2).forEach(account -> addresses.all.add("/administration/accounts/" + account.get("name").asString()));
        return addresses.all;
    }

    private void kind(Collections kind) {
        all.add("/" + kind.path());
        all.add("/" + kind.path() + "/new");
        ofEachStatus(kind.path()).forEach(item -> all.add("/" + kind.path() + "/" + id(item)));
    }

    /** The form of every command on an item of its kind, and that which rectifies how it began. */
    static List<String> forms(HttpRegister register) {
        var addresses = new Addresses(register);
        return Stream.of(Collections.values()).flatMap(kind -> addresses.items(kind.path() + "?limit=1").stream().flatMap(item -> Stream.concat(Stream.of("rectify?record=1"), kind.commands().stream()
                .filter(command -> !Collections.creates(command) && command != Rectify.class).map(Collections::kebab)).map(form -> "/" + kind.path() + "/" + id(item) + "/" + form))).toList();
    }

    private void plans() {
        for (var plan : items("plans?limit=1")) {
            Stream.of("/outline", "/recommendations", "/indicators", "/funding", "/risks", "?view=sheet", "?condition=overdue").forEach(part -> all.add("/plans/" + id(plan) + part));
            items("schedules?plan=" + id(plan)).stream().filter(action -> !action.at("/schedule/periods").isEmpty()).limit(1)
                    .forEach(action -> all.add("/plans/" + id(plan) + "/actions/" + id(action) + "/" + action.at("/schedule/periods/0").asString()));
        }
    }

    private void meetings() {
        ofEachStatus("meetings").forEach(meeting -> all.addAll(List.of("/meetings/" + id(meeting) + "/live", "/meetings/" + id(meeting) + "/wall")));
    }

    /** The history of one that has been through much, step by step and at other times than now. */
    private void actions() {
        for (var action : items("actions?status=fulfilled&limit=1")) {
            var records = items("actions/" + id(action) + "/history");
            var last = records.getLast();
            all.add("/i/" + id(action));
            Stream.of("?step=2", "?from=1&to=" + records.size(), "?on=" + last.get("effectiveOn").asString(), "?asOf=" + last.get("position").asString())
                    .forEach(look -> all.add("/actions/" + id(action) + look));
        }
    }

    private void institutions() {
        for (var institution : items("institutions")) {
            for (var mandate : register.get("/api/institutions/" + id(institution)).is(200).body().get("mandates")) {
                all.add("/institutions/" + id(institution) + "/dossier?mandate=" + id(mandate));
                return;
            }
        }
    }

    private List<JsonNode> ofEachStatus(String list) {
        var found = new LinkedHashMap<String, JsonNode>();
        items(list).forEach(item -> found.putIfAbsent(item.path("status").asString(item.path("kind").asString("")), item));
        return List.copyOf(found.values());
    }

    private List<JsonNode> items(String list) {
        return register.get("/api/" + list).is(200).body().get("items").valueStream().toList();
    }

    private static String id(JsonNode item) {
        return item.get("id").asString();
    }
}
