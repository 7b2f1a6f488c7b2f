package constancia.app.history;

import constancia.app.HttpRegister;
import java.util.LinkedHashMap;
import java.util.Map;

/** One plain item of each kind, made once per JVM in the shared register. */
public final class Examples {

    /** Of a representative of the institution. */
    public static final String MANDATE = "018f0000-0000-7000-8000-00000000e001";

    private static Map<String, String> made;

    private Examples() {}

    /** Ids by collection. */
    public static synchronized Map<String, String> of(HttpRegister register) {
        if (made == null) {
            var items = new LinkedHashMap<String, String>();
            make(register, items, "institutions", "'name':'Institución de ejemplo','acronym':'EJ-INST','kind':'state'");
            register.post("/api/institutions/" + items.get("institutions") + "/appoint-representative",
                    "{'mandate':'" + MANDATE + "','person':'" + register.person("018f0000-0000-7000-8000-00000000e002") + "','capacity':'liaison','effectiveOn':'2014-09-01'}").is(200);
            make(register, items, "bodies", "'name':'Instancia de ejemplo','acronym':'EJ-BODY','kind':'council'");
            make(register, items, "plans", "'code':'EJ-PLAN','title':'Plan de ejemplo','kind':'other','calendar':[]");
            make(register, items, "meetings", "'body':'EJ-BODY','startsAt':'2014-09-24T09:00:00-06:00'");
            make(register, items, "actions", "'title':'Acción de ejemplo'");
            make(register, items, "agreements", "'kind':'decision','title':'Acuerdo de ejemplo','text':'Se acuerda.','body':'EJ-BODY'");
            make(register, items, "indicators", "'name':'Indicador de ejemplo','kind':'result','unit':'%'");
            make(register, items, "risks", "'scenario':'Riesgo de ejemplo','warningSigns':[],'preventive':[],'damageReduction':[],'adjustments':[]");
            make(register, items, "case-files", "'title':'Expediente de ejemplo'");
            made = items;
        }
        return made;
    }

    private static void make(HttpRegister register, Map<String, String> items, String collection, String fields) {
        items.put(collection, register.post("/api/" + collection, "{" + fields + ",'effectiveOn':'2014-09-01'}").is(201).id());
    }
}
