package constancia.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void those_of_a_type_and_those_recorded_late_are_told_by_the_date_as_it_was_recorded() {
        var before = REGISTER.get("/api/records?limit=1").body().at("/items/0/position").asString("0");
        var risk = created("risks", "{'scenario':'Asientos con atraso','warningSigns':['Uno'],'preventive':['Dos'],'damageReduction':['Tres'],'adjustments':['Cuatro'],'effectiveOn':'2015-01-05'}");
        var path = "/api/risks/" + risk.id();
        var sign = REGISTER.get(path).body().get("warningSigns").get(0).get("id").asString();
        REGISTER.post(path + "/report-warning-sign", "{'sign':'" + sign + "','effectiveOn':'2015-02-01'}").is(200);
        REGISTER.post(path + "/close-risk", "{'grounds':'Pasó.'}").is(200);
        REGISTER.list("/api/risks", REGISTER.post(path + "/rectify", "{'record':1,'replacement':{'effectiveOn':'2015-01-20'},'grounds':'Se vio después.'}").is(200));

        var of = "/api/records?item=" + risk.id();
        assertThat(numbers(of + "&type=Rectified")).containsExactly(4);
        assertThat(numbers(of + "&type=Rectified,RiskRegistered")).containsExactly(4, 1);
        assertThat(numbers(of + "&lateBy=30")).containsExactly(2, 1);
        assertThat(numbers(of + "&lateBy=1&type=Rectified")).isEmpty();
        var rectified = REGISTER.get(of + "&type=Rectified").body();
        assertThat(rectified.get("total").asInt()).isOne();
        assertThat(rectified.at("/items/0/grounds").asString()).isEqualTo("Se vio después.");
        assertThat(rectified.at("/items/0/daysLate").asInt()).isZero();
        var first = REGISTER.get(of + "&type=RiskRegistered").body().at("/items/0");
        var recordedOn = OffsetDateTime.parse(first.get("recordedAt").asString()).atZoneSameInstant(ZoneId.of("America/El_Salvador")).toLocalDate();
        int late = (int) ChronoUnit.DAYS.between(LocalDate.of(2015, 1, 5), recordedOn);
        assertThat(first.get("daysLate").asInt()).isEqualTo(late);
        assertThat(first.get("effectiveOn").asString()).isEqualTo("2015-01-05");
        assertThat(first.get("grounds").isNull()).isTrue();
        assertThat(numbers(of + "&lateBy=" + late)).isEmpty();
        assertThat(numbers(of + "&lateBy=" + (late - 1))).containsExactly(1);

        var since = "/api/records?since=" + before;
        assertThat(numbers(since + "&type=Rectified,RiskClosed&kind=risk")).containsExactly(4, 3);
        assertThat(numbers(since + "&lateBy=30&kind=risk&type=RiskRegistered,WarningSignReported,RiskClosed")).containsExactly(2, 1);
        var page = REGISTER.get(since + "&lateBy=30&kind=risk&limit=1").body();
        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(page.at("/items/0/n").asInt()).isEqualTo(2);
        assertThat(numbers(since + "&lateBy=30&kind=risk&limit=1&cursor=" + page.get("next").asString())).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({"type, Rectificado", "type, rectified", "'type', 'Rectified,Nada'", "type, ReadsSealed", "lateBy, 0", "lateBy, -1", "lateBy, treinta", "lateBy, 1.5", "lateBy, 100000"})
    void a_word_that_says_nothing_is_refused(String filter, String word) {
        assertThat(REGISTER.get("/api/records?" + filter + "=" + word).is(422).body().get("errors").get(0).get("pointer").asString()).isEqualTo("#/" + filter);
    }

    @Test
    void what_is_withheld_has_neither_type_nor_date_and_matches_nothing() {
        var before = REGISTER.get("/api/records?limit=1").body().at("/items/0/position").asString("0");
        created("institutions", "{'name':'Institución que calla','acronym':'ICALLA','kind':'state','effectiveOn':'2010-01-01'}");
        var body = created("bodies", "{'name':'Mesa que calla','acronym':'MCALLA','kind':'table','effectiveOn':'2010-01-01'}").id();
        REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'ICALLA','role':'member','effectiveOn':'2014-01-01'}").is(200);
        var meeting = created("meetings", "{'body':'MCALLA','startsAt':'2015-03-24T09:00:00-06:00','agenda':[{'title':'Un punto'}],'effectiveOn':'2015-03-01'}").id();
        REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'ICALLA'}],'effectiveOn':'2015-03-24'}").is(200);
        REGISTER.list("/api/meetings", REGISTER.post("/api/meetings/" + meeting + "/put-question", "{'question':'¿Qué se calla?','effectiveOn':'2015-03-24'}").is(200));
        var agreement = created("agreements", "{'kind':'decision','title':'Acuerdo que se calla','text':'Se establece.','body':'MCALLA','adoption':'consensus','effectiveOn':'2015-01-05'}");
        var classified = REGISTER.post("/api/agreements/" + agreement.id() + "/classify-agreement", "{'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP','effectiveOn':'2015-01-10','grounds':'En curso.'}").is(200);
        REGISTER.list("/api/agreements", classified);

        var observer = REGISTER.as("asientos-callados", new Binding(Role.OBSERVER, null));
        for (var filter : List.of("type=QuestionPut", "type=AgreementRecorded,AgreementClassified", "type=QuestionPut,AgreementRecorded&lateBy=30")) {
            for (var where : List.of("since=" + before, "item=" + meeting + "," + agreement.id())) {
                var path = "/api/records?" + where + "&" + filter;
                assertThat(REGISTER.get(path).body().get("total").asInt()).as(path).isPositive();
                var hidden = observer.get(path).is(200).body();
                assertThat(hidden.get("total").asInt()).as(path).isZero();
                assertThat(hidden.get("items")).as(path).isEmpty();
            }
        }
        assertThat(observer.get("/api/records?since=" + before + "&lateBy=30&limit=500").body().get("items").valueStream().map(record -> record.get("type").asString()).toList())
                .contains("MeetingOpened").doesNotContain("QuestionPut", "AgreementRecorded", "AgreementClassified");
    }

    private static List<Integer> numbers(String path) {
        return REGISTER.get(path).is(200).body().get("items").valueStream().map(record -> record.get("n").asInt()).toList();
    }

    private static Reply created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201);
    }
}
