package constancia.app.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Those who sign at the same instant: each signature is on record once, and none is lost. */
class AddendaRaceTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final int ROUNDS = 15;
    static int next;

    final String tag = "RA" + ++next;
    final List<String> parties = List.of(institution("A" + tag), institution("B" + tag), institution("C" + tag));
    final String convenio = "/api/agreements/" + REGISTER.post("/api/agreements", "{'kind':'cooperation-agreement','title':'Convenio','text':'Las partes convienen.','parties':["
            + String.join(",", parties.stream().map(party -> "{'institution':'" + party + "','mustSign':true}").toList()) + "],'effectiveOn':'2015-01-01'}").is(201).id();

    @Test
    void of_several_parties_that_sign_an_addendum_at_once_all_have_signed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var addendum = add(round);
            assertThat(atOnce(parties.stream().map(party -> signing(addendum, party)).toList())).extracting(Reply::status).containsOnly(200);
            var item = REGISTER.get(convenio).is(200).body();
            assertThat(item.at("/addenda/" + round + "/status").asString()).isEqualTo("in-force");
            assertThat(item.get("version").asInt()).isEqualTo(1 + (round + 1) * 4);
        }
    }

    @Test
    void of_one_party_that_signs_twice_at_once_one_signature_is_on_record() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var addendum = add(round);
            var replies = atOnce(List.of(signing(addendum, parties.get(0)), signing(addendum, parties.get(0)), signing(addendum, parties.get(0))));
            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409, 409);
            assertThat(replies.stream().filter(reply -> reply.status() == 409)).allSatisfy(reply -> assertThat(reply.text("code")).isEqualTo("already-signed"));
            assertThat(REGISTER.get(convenio).is(200).body().get("version").asInt()).isEqualTo(1 + (round + 1) * 2);
        }
    }

    @Test
    void of_the_signature_and_the_revision_of_a_draft_at_once_neither_is_lost_nor_out_of_order() throws Exception {
        var replies = atOnce(List.of(new Request("sign-agreement", "'institution':'" + parties.get(0) + "','effectiveOn':'2015-02-01'"),
                new Request("revise-draft", "'text':'Otro texto.','effectiveOn':'2015-02-01'")));
        assertThat(replies.getFirst().status()).isEqualTo(200);
        var item = REGISTER.get(convenio).is(200).body();
        assertThat(item.at("/parties/0/signedOn").asString()).isEqualTo("2015-02-01");
        if (replies.getLast().status() == 200) {
            assertThat(item.get("text").asString()).isEqualTo("Otro texto.");
        } else {
            assertThat(replies.getLast().text("code")).isEqualTo("draft-closed");
            assertThat(item.get("text").asString()).isEqualTo("Las partes convienen.");
        }
    }

    private record Request(String command, String fields) {}

    private String add(int round) {
        var addendum = new UUID(round, tag.hashCode()).toString();
        REGISTER.post(convenio + "/add-addendum", "{'addendum':'" + addendum + "','title':'Adenda','text':'Dice.','effectiveOn':'2015-02-01'}").is(200);
        return addendum;
    }

    private static Request signing(String addendum, String party) {
        return new Request("sign-addendum", "'addendum':'" + addendum + "','institution':'" + party + "','effectiveOn':'2015-02-01'");
    }

    private List<Reply> atOnce(List<Request> requests) throws Exception {
        var barrier = new CyclicBarrier(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = new ArrayList<Future<Reply>>();
            for (var request : requests) {
                replies.add(threads.submit(() -> {
                    barrier.await();
                    return REGISTER.post(convenio + "/" + request.command, "{" + request.fields + "}");
                }));
            }
            var all = new ArrayList<Reply>();
            for (var reply : replies) {
                all.add(reply.get());
            }
            return all;
        }
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }
}
