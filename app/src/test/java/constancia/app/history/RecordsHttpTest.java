package constancia.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was put on record lately, of all items: the newest first, after a position, page by page, and only what one may know of. */
class RecordsHttpTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();

    @Test
    void the_newest_come_first_page_by_page_and_only_those_after_a_position() {
        var risk = created("risks", "{'scenario':'Asientos en orden','warningSigns':['Uno'],'preventive':['Dos'],'damageReduction':['Tres'],'adjustments':['Cuatro'],'effectiveOn':'2015-01-05'}");
        var sign = REGISTER.get("/api/risks/" + risk.id()).body().get("warningSigns").get(0).get("id").asString();
        REGISTER.post("/api/risks/" + risk.id() + "/report-warning-sign", "{'sign':'" + sign + "','effectiveOn':'2015-02-01'}").is(200);
        REGISTER.list("/api/risks", REGISTER.post("/api/risks/" + risk.id() + "/close-risk", "{'grounds':'Pasó.','effectiveOn':'2015-03-01'}").is(200));

        var all = REGISTER.get("/api/records?item=" + risk.id()).is(200).body();
        assertThat(all.get("total").asInt()).isEqualTo(3);
        assertThat(all.get("items").valueStream().map(record -> record.get("n").asInt()).toList()).isEqualTo(List.of(3, 2, 1));
        assertThat(all.get("items").get(2).get("called").asString()).isEqualTo("Asientos en orden");
        assertThat(all.get("items").get(0).get("kind").asString()).isEqualTo("risk");
        assertThat(all.get("items").get(0).get("summary").asString()).isEqualTo(REGISTER.get("/api/risks/" + risk.id() + "/history").body().get("items").get(2).get("summary").asString());

        var first = REGISTER.get("/api/records?item=" + risk.id() + "&limit=2").body();
        var second = REGISTER.get("/api/records?item=" + risk.id() + "&limit=2&cursor=" + first.get("next").asString()).body();
        assertThat(second.get("items").valueStream().map(record -> record.get("n").asInt()).toList()).isEqualTo(List.of(1));
        assertThat(second.get("next").isNull()).isTrue();
        var since = all.get("items").get(1).get("position").asString();
        assertThat(REGISTER.get("/api/records?item=" + risk.id() + "&since=" + since).body().get("items").valueStream().map(record -> record.get("n").asInt()).toList()).isEqualTo(List.of(3));
        assertThat(REGISTER.get("/api/records?since=ayer").is(422).body().get("errors").get(0).get("pointer").asString()).isEqualTo("#/since");
    }

    @Test
    void of_what_is_reserved_only_those_are_told_who_may_know_and_that_they_were_told_is_kept() {
        created("bodies", "{'name':'Mesa de asientos reservados','acronym':'MEASRE','kind':'table','effectiveOn':'2010-01-01'}");
        var recorded = created("agreements", "{'kind':'decision','title':'Acuerdo que se reserva','text':'Se establece.','body':'MEASRE','adoption':'consensus','effectiveOn':'2015-01-05'}");
        var agreement = recorded.id();
        REGISTER.list("/api/agreements", recorded);
        var observer = REGISTER.as("asientos-observador", new Binding(Role.OBSERVER, null));
        assertThat(observer.get("/api/records?item=" + agreement).is(200).body().get("total").asInt()).isPositive();

        var classified = REGISTER.post("/api/agreements/" + agreement + "/classify-agreement", "{'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2015-01-10','grounds':'En curso.'}").is(200);
        REGISTER.list("/api/agreements", classified);
        var hidden = observer.get("/api/records?item=" + agreement).is(200).body();
        assertThat(hidden.get("total").asInt()).isZero();
        assertThat(hidden.get("items")).isEmpty();
        assertThat(REGISTER.get("/api/records?item=" + agreement).is(200).body().get("total").asInt()).isPositive();
        assertThat(REGISTER.get("/api/access?item=" + agreement).is(200).body().get("items").valueStream().map(told -> told.get("question").asString()).toList()).contains("records");
    }

    private static Reply created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201);
    }
}
