package constancia.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.command.policies.WhenDatesPass;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** In the shared register the calendar looks only when it is told to. */
class CalendarHttpTest {

    private static final String EXTENSION = "0194d0c2-0000-7000-8000-0000000000f1";
    private static int next;

    final HttpRegister register = HttpRegister.shared();
    final String tag = "CAL" + ++next;
    final String institution = created("institutions", "'name':'Institución " + tag + "','acronym':'" + tag + "','kind':'state','effectiveOn':'2010-01-01'");
    final String body = created("bodies", "'name':'Consejo " + tag + "','acronym':'C" + tag + "','kind':'council','effectiveOn':'2010-01-01'");

    @Test
    void a_due_date_that_passed_stands_in_the_history_once_under_the_name_of_the_calendar() {
        var action = proposed("2015-06-15");
        var before = item("actions", action);
        look("actions");
        look("actions");

        var history = history("actions", action, "es");
        assertThat(types(history)).containsExactly("ActionProposed", "DueDatePassed");
        var record = history.getLast();
        assertThat(record.get("effectiveOn").asString()).isEqualTo("2015-06-16");
        assertThat(record.get("actor").asString()).isEqualTo("system:calendar");
        assertThat(record.get("through").asString()).isEqualTo("calendar");
        assertThat(record.get("institution").isNull()).isTrue();
        assertThat(record.get("changes")).isEmpty();
        assertThat(record.get("summary").asString()).isEqualTo("Venció el plazo del 2015-06-15 sin que todo estuviera entregado.");
        assertThat(history("actions", action, "en").getLast().get("summary").asString()).isEqualTo("The due date 2015-06-15 passed before everything was delivered.");
        var after = item("actions", action);
        for (var field : List.of("status", "conditions", "commitments", "schedule", "baseline")) {
            assertThat(after.get(field)).isEqualTo(before.get(field));
        }
    }

    @Test
    void after_an_extension_the_new_due_date_passes_anew_and_the_example_of_the_contract_holds() {
        var action = proposed("2015-06-15");
        look("actions");
        post("actions", action, "request-extension", "'extension':'" + EXTENSION + "','institution':'" + tag + "','dueOn':'2015-07-31','effectiveOn':'2015-06-10','grounds':'Lluvias.'");
        post("actions", action, "grant-extension", "'extension':'" + EXTENSION + "','effectiveOn':'2015-06-10'");
        look("actions");

        var history = history("actions", action, "es");
        assertThat(types(history)).containsExactly("ActionProposed", "DueDatePassed", "ExtensionRequested", "ExtensionGranted", "DueDatePassed");
        assertThat(history.getLast().get("effectiveOn").asString()).isEqualTo("2015-08-01");
        var held = register.get("/api/actions/" + action + "?on=2015-06-17").is(200).body();
        assertThat(held.get("conditions")).doesNotContain(overdue());
        assertThat(held.at("/schedule/dueOn").asString()).isEqualTo("2015-07-31");
        var known = register.get("/api/actions/" + action + "?on=2015-06-17&asOf=" + history.get(1).get("position").asLong()).is(200).body();
        assertThat(known.get("conditions")).contains(overdue());
        assertThat(known.at("/schedule/dueOn").asString()).isEqualTo("2015-06-15");
    }

    @Test
    void a_due_date_from_before_the_action_passes_on_its_first_day() {
        var action = proposed("2014-03-31");
        look("actions");
        assertThat(history("actions", action, "es").getLast().get("effectiveOn").asString()).isEqualTo("2015-01-10");
    }

    @Test
    void nothing_passes_of_what_was_delivered_or_is_not_due_yet() {
        var done = proposed("2015-06-15");
        post("actions", done, "mark-delivered", "'institution':'" + tag + "','effectiveOn':'2015-06-20'");
        var later = proposed("2199-12-31");
        look("actions");
        assertThat(types(history("actions", done, "es"))).containsExactly("ActionProposed", "DeliveryMarked");
        assertThat(types(history("actions", later, "es"))).containsExactly("ActionProposed");
    }

    @Test
    void an_agreement_expires_and_a_reserve_lapses_in_its_history() {
        var agreement = created("agreements", "'kind':'decision','title':'Medidas','text':'Rigen.','body':'" + body + "','validUntil':'2015-06-30','effectiveOn':'2015-01-10'");
        post("agreements", agreement, "classify-agreement", "'class':'reserved','until':'2015-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2015-01-10','grounds':'En curso.'");
        look("agreements");
        look("agreements");

        var history = history("agreements", agreement, "es");
        assertThat(types(history)).containsExactly("AgreementRecorded", "AgreementClassified", "AgreementExpired", "ReserveLapsed");
        assertThat(history.get(2).get("effectiveOn").asString()).isEqualTo("2015-07-01");
        assertThat(history.get(2).get("summary").asString()).isEqualTo("El acuerdo venció: su último día de vigencia fue el 2015-06-30.");
        assertThat(history.get(3).get("effectiveOn").asString()).isEqualTo("2016-01-01");
        assertThat(history.get(3).get("summary").asString()).isEqualTo("Cesó la reserva: su último día fue el 2015-12-31.");
        post("agreements", agreement, "renew-agreement", "'validUntil':'2016-06-30','effectiveOn':'2015-07-05'");
        look("agreements");
        assertThat(types(history("agreements", agreement, "es"))).endsWith("AgreementRenewed", "AgreementExpired");
    }

    @Test
    void nobody_gives_the_commands_of_the_calendar() {
        var action = proposed("2015-06-15");
        assertThat(register.post("/api/actions/" + action + "/pass-due-date", "{}").status()).isEqualTo(404);
        var agreement = created("agreements", "'kind':'decision','title':'Medidas','text':'Rigen.','body':'" + body + "','effectiveOn':'2015-01-10'");
        assertThat(register.post("/api/agreements/" + agreement + "/expire-agreement", "{}").status()).isEqualTo(404);
        assertThat(register.post("/api/agreements/" + agreement + "/lapse-reserve", "{}").status()).isEqualTo(404);
        assertThat(item("actions", action).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void what_passed_is_found_step_by_step_in_the_order_of_the_dates() {
        var last = proposed("1915-01-02");
        var first = proposed("1915-01-01");
        visible("actions");
        var dates = register.bean(PassedDates.class);
        var today = LocalDate.of(1915, 1, 3);
        var one = dates.before(today, WhenDatesPass.DUE_DATE, null, 1);
        assertThat(one).containsExactly(new PassedDates.Found(UUID.fromString(first), LocalDate.of(1915, 1, 1)));
        var other = dates.before(today, WhenDatesPass.DUE_DATE, one.getFirst(), 1);
        assertThat(other).containsExactly(new PassedDates.Found(UUID.fromString(last), LocalDate.of(1915, 1, 2)));
        assertThat(dates.before(today, WhenDatesPass.DUE_DATE, other.getFirst(), 1)).isEmpty();
        register.bean(Calendar.class).look();
        assertThat(dates.before(today, WhenDatesPass.DUE_DATE, null, 10)).isEmpty();
    }

    private String proposed(String dueOn) {
        return created("actions", "'title':'Instalar la mesa " + tag + "','responsible':[{'institution':'" + tag + "','role':'lead'}],'schedule':{'dueOn':'" + dueOn
                + "'},'effectiveOn':'2015-01-10'");
    }

    private String created(String collection, String fields) {
        return register.post("/api/" + collection, "{" + fields + "}").is(201).id();
    }

    private void post(String collection, String id, String command, String fields) {
        register.post("/api/" + collection + "/" + id + "/" + command, "{" + fields + "}").is(200);
    }

    /** Once the tables contain what is on record of the item. */
    private void look(String collection) {
        visible(collection);
        register.bean(Calendar.class).look();
    }

    /** The calendar finds what the tables contain; a write after the last one of the item makes sure of that one. */
    private void visible(String collection) {
        Reply written = register.post("/api/institutions/" + institution + "/add-alias", "{'alias':'" + tag + " " + ++next + "','effectiveOn':'2010-01-01'}").is(200);
        register.list("/api/" + collection + "?limit=1", written);
    }

    private JsonNode item(String collection, String id) {
        return register.get("/api/" + collection + "/" + id).is(200).body();
    }

    private List<JsonNode> history(String collection, String id, String language) {
        return register.get("/api/" + collection + "/" + id + "/history", language).is(200).body().get("items").valueStream().toList();
    }

    private static List<String> types(List<JsonNode> history) {
        return history.stream().map(record -> record.get("type").asString()).toList();
    }

    private static JsonNode overdue() {
        return new tools.jackson.databind.node.StringNode("overdue");
    }
}
