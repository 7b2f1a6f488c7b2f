package constancia.app.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * One convenio through 107 addenda, one each month: its text, its validity, or both; each tenth, in turn, brings a town in
 * or lets it go; each seventh is signed forty days late, when the next one is in force already.
 */
class HundredAndSevenAddendaTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final LocalDate FIRST = LocalDate.of(2009, 1, 1);
    static final LocalDate LAST = FIRST.plusYears(1);
    static final List<Amendment> AMENDMENTS = new ArrayList<>();
    static List<Long> positions;
    static String convenio;
    static Reply written;

    /** @param signedAt the record with its last signature; {@code town} who comes (true) or goes */
    record Amendment(int k, LocalDate inForce, int addedAt, int signedAt, String text, LocalDate until, Boolean town) {}

    @BeforeAll
    static void all_are_recorded_and_signed() {
        for (var acronym : List.of("LCESC-SEGOB", "LCESC-UNO", "LCESC-DOS")) {
            REGISTER.post("/api/institutions", "{'name':'" + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2005-01-01'}").is(201);
        }
        convenio = "/api/agreements/" + REGISTER.post("/api/agreements", "{'kind':'cooperation-agreement','title':'Convenio LCESC','text':'Texto 0.','parties':["
                + "{'institution':'LCESC-SEGOB','mustSign':true},{'institution':'LCESC-UNO','mustSign':false}],'validUntil':'" + LAST + "','effectiveOn':'" + FIRST + "'}").is(201).id();
        post("sign-agreement", "'institution':'LCESC-SEGOB'", FIRST);
        var late = new ArrayList<Runnable>();
        int version = 2;
        for (int k = 1; k <= 107; k++) {
            var added = FIRST.plusMonths(k);
            var id = new UUID(107, k);
            var text = k % 5 == 0 ? null : "Texto " + k + ".";
            var until = k % 3 == 0 && k % 5 != 0 ? null : LAST.plusMonths(k);
            var town = k % 10 == 0 ? k % 20 == 10 : null;
            post("add-addendum", "'addendum':'" + id + "','title':'Adenda " + k + "'" + (text == null ? "" : ",'newText':'" + text + "'")
                    + (until == null ? "" : ",'validUntil':'" + until + "'") + (town == null ? "" : town ? ",'addParties':[{'institution':'LCESC-DOS','mustSign':true}]"
                    : ",'removeParties':['LCESC-DOS']") + ",'signatories':['LCESC-SEGOB']", added);
            int addedAt = ++version;
            late.forEach(Runnable::run);
            version += late.size();
            late.clear();
            if (Boolean.TRUE.equals(town)) {
                sign(id, "LCESC-DOS", added.plusDays(3));
                version++;
            }
            if (k % 7 == 0 && k % 10 != 0) {
                late.add(() -> sign(id, "LCESC-SEGOB", added.plusDays(40)));
                AMENDMENTS.add(new Amendment(k, added.plusDays(40), addedAt, version + 2, text, until, town));
            } else {
                sign(id, "LCESC-SEGOB", added.plusDays(10));
                AMENDMENTS.add(new Amendment(k, added.plusDays(10), addedAt, ++version, text, until, town));
            }
        }
        assertThat(late).isEmpty();
        assertThat(REGISTER.get(convenio).is(200).body().get("version").asInt()).isEqualTo(version);
        positions = REGISTER.get(convenio + "/history").is(200).body().get("items").valueStream().map(record -> record.get("position").asLong()).toList();
    }

    @Test
    void on_each_day_it_reads_as_the_addenda_in_force_amend_it() {
        for (int k = 0; k <= 107; k++) {
            for (var day : Stream.of(0, 9, 10, 25).map(FIRST.plusMonths(k)::plusDays).toList()) {
                if (k > 12 && k < 100 && day.getDayOfMonth() != 11) {
                    continue;
                }
                assertAs(item("?on=" + day), inForce(day, Integer.MAX_VALUE), day);
                assertThat(item("?on=" + day).get("addenda")).hasSize((int) AMENDMENTS.stream().filter(amendment -> !FIRST.plusMonths(amendment.k).isAfter(day)).count());
            }
        }
    }

    @Test
    void as_known_then_it_reads_as_the_addenda_that_were_signed_by_then() {
        var day = FIRST.plusYears(15);
        for (var amendment : AMENDMENTS) {
            var added = positions.get(amendment.addedAt - 1);
            assertAs(item("?asOf=" + added + "&on=" + day), inForce(day, amendment.addedAt), day);
            var signed = positions.get(amendment.signedAt - 1);
            assertAs(item("?asOf=" + signed + "&on=" + day), inForce(day, amendment.signedAt), day);
        }
    }

    @Test
    void as_known_then_for_a_day_before_it_reads_as_it_was() {
        for (int k : List.of(7, 8, 10, 20, 56, 57, 107)) {
            var amendment = AMENDMENTS.get(k - 1);
            var day = amendment.inForce.minusDays(1);
            assertAs(item("?asOf=" + positions.get(amendment.signedAt - 1) + "&on=" + day), inForce(day, amendment.signedAt), day);
            assertAs(item("?asOf=" + positions.get(amendment.addedAt - 1) + "&on=" + day), inForce(day, amendment.addedAt), day);
        }
    }

    @Test
    void lists_show_it_as_it_is_now() {
        var last = inForce(FIRST.plusYears(15), Integer.MAX_VALUE);
        var row = REGISTER.list("/api/agreements?institution=LCESC-SEGOB", written).get("items");
        assertThat(row).hasSize(1);
        assertThat(row.get(0).get("validUntil").asString()).isEqualTo(until(last).toString());
        assertThat(REGISTER.list("/api/agreements?institution=LCESC-DOS", written).get("items")).hasSize(parties(last).contains("LCESC-DOS") ? 1 : 0);
    }

    private static void assertAs(JsonNode item, List<Amendment> amendments, LocalDate day) {
        assertThat(item.get("text").asString()).isEqualTo("Texto 0.");
        assertThat(item.get("textInForce").asString()).as("%s: %s", day, amendments)
                .isEqualTo(amendments.stream().map(Amendment::text).filter(text -> text != null).reduce((_, later) -> later).orElse("Texto 0."));
        assertThat(item.get("validUntil").asString()).as("%s: %s", day, amendments).isEqualTo(until(amendments).toString());
        assertThat(item.get("parties").valueStream().map(party -> party.at("/institution/acronym").asString())).as("%s: %s", day, amendments)
                .containsExactlyElementsOf(parties(amendments));
        assertThat(item.get("addenda").valueStream().filter(addendum -> addendum.get("status").asString().equals("in-force")).count()).isEqualTo(amendments.size());
        assertThat(item.get("status").asString()).isEqualTo(until(amendments).isBefore(day) ? "expired" : "in-force");
    }

    private static LocalDate until(List<Amendment> amendments) {
        return amendments.stream().map(Amendment::until).filter(until -> until != null).reduce((_, later) -> later).orElse(LAST);
    }

    private static List<String> parties(List<Amendment> amendments) {
        var dos = amendments.stream().map(Amendment::town).filter(town -> town != null).reduce((_, later) -> later).orElse(false);
        return dos ? List.of("LCESC-SEGOB", "LCESC-UNO", "LCESC-DOS") : List.of("LCESC-SEGOB", "LCESC-UNO");
    }

    /** Of the first so many records, those in force by that day, in the order in which they came into force. */
    private static List<Amendment> inForce(LocalDate day, int records) {
        return AMENDMENTS.stream().filter(amendment -> amendment.signedAt <= records && !amendment.inForce.isAfter(day))
                .sorted(Comparator.comparing(Amendment::inForce).thenComparing(Amendment::k)).toList();
    }

    private static JsonNode item(String cut) {
        return REGISTER.get(convenio + cut).is(200).body();
    }

    private static void sign(UUID addendum, String institution, LocalDate on) {
        post("sign-addendum", "'addendum':'" + addendum + "','institution':'" + institution + "'", on);
    }

    private static void post(String command, String fields, LocalDate on) {
        written = REGISTER.post(convenio + "/" + command, "{" + fields + ",'effectiveOn':'" + on + "'}").is(200);
    }
}
