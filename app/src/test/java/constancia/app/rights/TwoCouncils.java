package constancia.app.rights;

import constancia.app.HttpRegister;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A council and another one, each with a plan, an institution of its own and one item of each kind. */
final class TwoCouncils {

    /** Where an item stands for whoever has a role in the first council: within its scope, or outside. */
    enum Side {
        HERE("a1"), THERE("b1");

        private final String code;

        Side(String code) {
            this.code = code;
        }
    }

    private final HttpRegister register;
    private final String tag;
    private final Map<Side, Map<String, UUID>> items = new EnumMap<>(Side.class);

    private TwoCouncils(HttpRegister register, String tag) {
        this.register = register;
        this.tag = tag;
    }

    /** @param tag what tells these two from those of other tests */
    static TwoCouncils in(HttpRegister register, String tag) {
        var scene = new TwoCouncils(register, tag);
        for (var side : Side.values()) {
            scene.items.put(side, new HashMap<>());
            scene.make(side);
        }
        return scene;
    }

    private void make(Side side) {
        var acronym = tag + side;
        create(side, "institutions", "'name':'Institución " + acronym + "','acronym':'I-" + acronym + "','kind':'state'");
        create(side, "bodies", "'name':'Consejo " + acronym + "','acronym':'C-" + acronym + "','kind':'council'");
        next(side, "bodies", "seat-institution", "'institution':'I-" + acronym + "','role':'member'");
        create(side, "plans", "'code':'P-" + acronym + "','title':'Plan','kind':'other','body':'C-" + acronym + "','calendar':[]");
        create(side, "actions", "'title':'Acción','plan':'P-" + acronym + "','responsible':[{'institution':'I-" + acronym + "','role':'lead'}]");
        create(side, "agreements", "'kind':'pronouncement','draft':true,'title':'Pronunciamiento','text':'Se pronuncia.','body':'C-" + acronym + "'");
        next(side, "agreements", "submit-for-legal-review", "'reviewer':'I-" + acronym + "'");
        create(side, "meetings", "'body':'C-" + acronym + "','startsAt':'2014-09-24T09:00:00-06:00'");
        create(side, "case-files", "'title':'Expediente','body':'C-" + acronym + "'");
        next(side, "case-files", "await-institution", "'awaiting':'" + awaiting(side) + "','institution':'I-" + acronym + "','text':'¿Qué opina?'");
        next(side, "case-files", "record-correspondence", "'correspondence':'" + letter(side) + "','direction':'incoming','institution':'I-" + acronym + "','subject':'Nota','heldBy':'I-" + acronym + "'");
        create(side, "indicators", "'name':'Indicador','kind':'result','unit':'%','plan':'P-" + acronym + "'");
        create(side, "risks", "'scenario':'Riesgo','plan':'P-" + acronym + "','warningSigns':[],'preventive':[],'damageReduction':[],'adjustments':[]");
    }

    private void create(Side side, String collection, String fields) {
        items.get(side).put(collection, UUID.fromString(register.post("/api/" + collection, "{" + fields + ",'effectiveOn':'2014-09-01'}").is(201).id()));
    }

    private void next(Side side, String collection, String command, String fields) {
        register.post("/api/" + collection + "/" + item(side, collection) + "/" + command, "{" + fields + ",'effectiveOn':'2014-09-01'}").is(200);
    }

    UUID item(Side side, String collection) {
        return items.get(side).get(collection);
    }

    BodyId body(Side side) {
        return new BodyId(item(side, "bodies"));
    }

    PlanId plan(Side side) {
        return new PlanId(item(side, "plans"));
    }

    InstitutionId institution(Side side) {
        return new InstitutionId(item(side, "institutions"));
    }

    /** The answer that its institution owes its case file. */
    UUID awaiting(Side side) {
        return UUID.fromString("018f0000-0000-7000-8000-0000000000" + side.code);
    }

    /** The letter that its institution has. */
    UUID letter(Side side) {
        return UUID.fromString("018f0000-0000-7000-8000-0000000001" + side.code);
    }
}
