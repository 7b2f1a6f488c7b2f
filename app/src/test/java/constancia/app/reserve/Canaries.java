package constancia.app.reserve;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A register in which what is withheld holds words that stand nowhere else: whoever may not know of it must never be told
 * one of them. Everything else in it is public.
 */
final class Canaries {

    static final String WORD = "canario";

    final HttpRegister register;
    final BodyId council;
    final BodyId elsewhere;
    final InstitutionId seated;
    final InstitutionId watching;
    final InstitutionId foreign;
    /** Paths of items of which nobody may know whom they do not concern; and of public ones that hold something withheld. */
    final List<String> hidden = new ArrayList<>();
    final List<String> open = new ArrayList<>();
    /** Of documents that only hidden items name. */
    final List<String> documents = new ArrayList<>();
    final List<String> planted = new ArrayList<>();
    /** Of the last write. */
    String last = "";

    Canaries(HttpRegister register) {
        this.register = register;
        seated = institution("Ministerio", "MIN");
        watching = institution("País amigo", "AMI");
        foreign = institution("Otra institución", "OTR");
        council = body("Consejo", "CON");
        elsewhere = body("Mesa", "MES");
        post("/api/bodies/" + council + "/seat-institution", "'institution':'MIN','role':'leads','effectiveOn':'2014-01-01'");
        post("/api/bodies/" + council + "/seat-institution", "'institution':'AMI','role':'observer','effectiveOn':'2014-01-01'");
    }

    private InstitutionId institution(String name, String acronym) {
        return new InstitutionId(id(post("/api/institutions", "'name':'" + name + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2014-01-01'")));
    }

    private BodyId body(String name, String acronym) {
        return new BodyId(id(post("/api/bodies", "'name':'" + name + "','acronym':'" + acronym + "','kind':'council','effectiveOn':'2014-01-01'")));
    }

    /** What is public, and public items of which a deliberation or a field is withheld. */
    void plantOpen() {
        post("/api/actions", "'title':'Acción pública','responsible':[{'institution':'OTR','role':'lead'}],'effectiveOn':'2014-02-01'");
        for (int i = 0; i < 3; i++) {
            var agreement = item("agreements", "'kind':'decision','title':'" + canary() + "','text':'" + canary() + "','body':'CON','effectiveOn':'2014-02-01'", open);
            classify(agreement, "classify-agreement", i, "title");
            classify(agreement, "classify-agreement", i, "text");
            post(agreement + "/record-reservation", "'institution':'MIN','text':'" + canary() + "','effectiveOn':'2014-02-02','grounds':'" + canary() + "'");
            var file = item("case-files", "'title':'Expediente público','detail':'" + canary() + "','body':'CON','effectiveOn':'2014-02-01'", open);
            classify(file, "classify-case-file", i, "detail");
            classify(file, "classify-case-file", i, "text");
            post(file + "/note-in-case-file", "'kind':'note','text':'" + canary() + "','effectiveOn':'2014-02-02'");
        }
        for (int i = 0; i < 3; i++) {
            var meeting = held("'place':'Sala'", "Punto público", open);
            deliberate(meeting, i == 0);
        }
    }

    /** What is withheld as a whole. */
    void plantHidden() {
        for (int i = 0; i < 12; i++) {
            var meeting = i % 4 == 0 ? held("'place':'" + canary() + "'", canary(), hidden) : null;
            if (meeting != null) {
                deliberate(meeting, false);
                post(meeting + "/add-agenda-item", "'title':'" + canary() + "','effectiveOn':'2014-03-02'");
                classify(meeting, "classify-meeting", i, null);
            }
            var agreement = item("agreements", "'kind':'memorandum','title':'" + canary() + "','text':'" + canary() + "','body':'CON','parties':[{'institution':'MIN','mustSign':true}],"
                    + "'clauses':[{'kind':'other','text':'" + canary() + "'}],'effectiveOn':'2014-03-01','grounds':'" + canary() + "'", hidden);
            post(agreement + "/record-reservation", "'institution':'MIN','text':'" + canary() + "','effectiveOn':'2014-03-02'");
            post(agreement + "/add-addendum", "'title':'" + canary() + "','text':'" + canary() + "','newText':'" + canary() + "','effectiveOn':'2014-03-02'");
            post(agreement + "/sign-agreement", "'institution':'MIN','document':'" + document() + "','effectiveOn':'2014-03-03'");
            classify(agreement, "classify-agreement", i, null);
            if (i % 2 == 0) {
                var file = item("case-files", "'title':'" + canary() + "','detail':'" + canary() + "','body':'CON','effectiveOn':'2014-03-01'", hidden);
                post(file + "/note-in-case-file", "'kind':'note','text':'" + canary() + "','effectiveOn':'2014-03-02'");
                post(file + "/record-correspondence", "'direction':'incoming','institution':'MIN','reference':'" + canary() + "','subject':'" + canary() + "','document':'" + document() + "','effectiveOn':'2014-03-02'");
                post(file + "/note-in-case-file", "'kind':'aide-memoire','text':'" + canary() + "','with':['MIN'],'heldOn':'2014-03-01','effectiveOn':'2014-03-02'");
                post(file + "/await-institution", "'institution':'MIN','text':'" + canary() + "','effectiveOn':'2014-03-02'");
                post(file + "/link-to-case-file", "'agreement':'" + agreement.substring(agreement.lastIndexOf('/') + 1) + "','reason':'" + canary() + "','effectiveOn':'2014-03-02'");
                classify(file, "classify-case-file", i, null);
                var openFile = open.stream().filter(path -> path.startsWith("/api/case-files")).findFirst().orElseThrow();
                post(openFile + "/link-to-case-file", "'agreement':'" + agreement.substring(agreement.lastIndexOf('/') + 1) + "','effectiveOn':'2014-03-02'");
            }
        }
    }

    private String held(String place, String topic, List<String> into) {
        var meeting = item("meetings", "'body':'CON','startsAt':'2014-03-05T09:00:00-06:00'," + place + ",'agenda':[{'title':'" + topic + "'}],'effectiveOn':'2014-03-01'", into);
        post(meeting + "/open-meeting", "'attendance':[{'institution':'MIN'}],'effectiveOn':'2014-03-05'");
        return meeting;
    }

    private void deliberate(String meeting, boolean toTheEnd) {
        var of = "'deliberation':'" + UUID.randomUUID() + "','effectiveOn':'2014-03-05',";
        post(meeting + "/put-question", of + "'question':'" + canary() + "'");
        post(meeting + "/record-position", of + "'institution':'MIN','text':'" + canary() + "'");
        post(meeting + "/compile-proposal", of + "'options':['" + canary() + "','" + canary() + "'],'grounds':'" + canary() + "'");
        if (toTheEnd) {
            post(meeting + "/assess-proposal", of + "'institution':'MIN','assessment':'agrees-with-reservation','text':'" + canary() + "'");
            post(meeting + "/conclude-deliberation", of + "'outcome':'consensus-with-reservations'");
            post(meeting + "/classify-deliberation", of + "'class':'confidential','grounds':'" + canary() + "'");
        }
    }

    private void classify(String item, String command, int i, String field) {
        var basis = i % 2 == 0 ? "'class':'reserved','until':'2999-12-31','legalBasis':'Art. 19, LAIP'" : "'class':'confidential'";
        post(item + "/" + command, basis + (field == null ? "" : ",'field':'" + field + "'") + ",'effectiveOn':'2014-03-05','grounds':'" + canary() + "'");
    }

    /** One whose name and content are not to be known either. */
    private String document() {
        var content = ('"' + canary() + '"').getBytes(StandardCharsets.UTF_8);
        documents.add(register.upload("/api/documents", canary() + ".txt", content, Map.of(), "es").is(201).text("sha256"));
        return documents.getLast();
    }

    private String canary() {
        planted.add("%s-%03d-fin".formatted(WORD, planted.size() + 1));
        return planted.getLast();
    }

    private String item(String collection, String fields, List<String> into) {
        into.add("/api/" + collection + "/" + post("/api/" + collection, fields).id());
        return into.getLast();
    }

    private Reply post(String path, String fields) {
        var reply = register.post(path, "{" + fields + "}");
        last = reply.is(reply.status() == 201 ? 201 : 200).text("token");
        return reply;
    }

    private static UUID id(Reply reply) {
        return UUID.fromString(reply.id());
    }
}
