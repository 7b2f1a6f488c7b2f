package constancia.command.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The words by which headings, labels, periods and marks are known. A new way of writing one goes here. */
final class Words {

    /** What a column of a table holds. */
    enum Field { COMPONENT, COMPONENT_NAME, RECOMMENDATION, NUMBER, ACTION, TERM, RESPONSIBLE }

    private static final Map<Field, List<String>> HEADINGS = Map.of(
        Field.COMPONENT, List.of("componente", "codigo del componente", "eje", "component"),
        Field.COMPONENT_NAME, List.of("nombre del componente", "componente nombre", "nombre del eje", "component name"),
        Field.RECOMMENDATION, List.of("recomendacion", "recomendaciones", "recommendation", "recommendations"),
        Field.NUMBER, List.of("no", "nº", "n°", "n", "num", "numero", "number", "#"),
        Field.ACTION, List.of("acciones principales", "accion principal", "acciones", "accion", "actividades", "actividad",
            "compromisos", "compromiso", "acciones clave", "key actions", "actions", "action"),
        Field.TERM, List.of("plazo", "plazos", "calendario", "cronograma", "periodo", "trimestre", "trimestres", "fecha limite", "fecha de vencimiento",
            "fecha de cumplimiento", "vence", "time frame", "term", "due date"),
        Field.RESPONSIBLE, List.of("responsable", "responsables", "responsable s", "agencia y socio responsable",
            "agencias y socios responsables", "institucion responsable", "instituciones responsables", "entidad responsable",
            "socio", "socios", "responsible", "responsible institution"));

    private static final Map<String, Field> FIELDS = new LinkedHashMap<>();

    static {
        HEADINGS.forEach((field, headings) -> headings.forEach(h -> FIELDS.put(h, field)));
    }

    private static final Pattern PERIOD = Pattern.compile(
        "(?:t|trim|trimestre|q|quarter) ?(\\d{1,2})|(?:s|sem|semana|week) ?(\\d{1,2})|(?:m|mes|month) ?(\\d{1,2})|semestre ?(\\d{1,2})|((?:19|20)\\d\\d)");
    private static final Map<String, String> ORDINALS = Map.of("primer", "1", "primero", "1", "segundo", "2", "tercer", "3", "tercero", "3", "cuarto", "4",
        "i", "1", "ii", "2", "iii", "3", "iv", "4");
    private static final Pattern ORDINAL_FIRST = Pattern.compile("(\\d|primer|segundo|tercer|cuarto|iii|ii|iv|i)(?:o|er|ro|do|to|º|°)? ?(t|trim|trimestre|semestre)\\b");
    private static final Pattern ROMAN_LAST = Pattern.compile("(t|trim|trimestre|semestre) (iii|ii|iv|i|primero|segundo|tercero|cuarto)\\b");
    private static final String[] PREFIXES = {"T", "S", "M", "SEM", ""};
    /** After its code, a period's heading may go on with its dates only. */
    private static final Pattern DATES = Pattern.compile("\\p{L}{3,}\\.?\\s*[-–—/a]\\s*\\p{L}{3,}|\\(|(?:19|20)\\d\\d");
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

    private static final String ROLE = "(?:nombre (?:del|de la|de los) )?(?:evaluador|evaluadora|evaluadores|evaluadoras|consultor|consultora"
        + "|consultores|elaborado|elaboro|preparado|revisado|reviso|aprobado por|autorizado por|autor|autora|autores|contacto|coordinador"
        + "|coordinadora|facilitador|facilitadora|relator|relatora|firma|persona|representante|evaluator|author|prepared by|consultant|contact)";
    private static final Pattern PERSON = Pattern.compile(ROLE + "\\b.*");
    private static final Pattern PERSON_LABEL = Pattern.compile(
        ROLE + "(?: (?:a|as|es|s|por|externo|externa|principal|responsable|de contacto|de la evaluacion|del programa|del proyecto))*");
    private static final Pattern LABEL = Pattern.compile(
        "(?:nombre (?:del )?programa|programa|ventana|codigo.*|fecha.*|plan|nombre del plan|pais|periodo|version|institucion)");
    private static final Pattern RESPONSE = Pattern.compile("(?:respuesta de (?:la )?(?:gestion|gerencia)|management response)\\b.*");
    private static final Set<String> MARKS = Set.of("x", "xx", "✓", "✔", "✗", "✘", "√", "●", "•", "■", "█", "*", "si", "true", "verdadero");
    private static final Set<String> NO_MARKS = Set.of("", "-", "–", "—", "0", "no", "n/a", "na", "false", "falso");

    private Words() {
    }

    static Optional<Field> field(String heading) {
        Field known = FIELDS.get(Plain.heading(heading));
        return Optional.ofNullable(known != null ? known : FIELDS.get(Plain.of(heading)));
    }

    /** "T5" for "T5", "Trimestre 5" or "Trimestre 5 (Oct-Dic 2010)". A whole date is none, though it begins with its year. */
    static Optional<String> period(String heading) {
        String plain = numbered(Plain.heading(heading));
        Matcher period = PERIOD.matcher(plain);
        if (plain.length() > 60 || !period.lookingAt() || !(Dates.read(heading) instanceof Moment.Stays)) {
            return Optional.empty();
        }
        String rest = plain.substring(period.end());
        if (!rest.isEmpty() && !(rest.startsWith(" ") && DATES.matcher(heading).find())) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(1, PREFIXES.length).filter(g -> period.group(g) != null)
            .mapToObj(g -> PREFIXES[g - 1] + Integer.parseInt(period.group(g))).findFirst();
    }

    /** "trimestre 1" for "1er trimestre", "primer trimestre", "I trimestre" or "trimestre I". */
    private static String numbered(String plain) {
        Matcher first = ORDINAL_FIRST.matcher(plain);
        Matcher last = ROMAN_LAST.matcher(plain);
        if (first.lookingAt()) {
            return first.group(2) + " " + ORDINALS.getOrDefault(first.group(1), first.group(1)) + plain.substring(first.end());
        }
        return last.lookingAt() ? last.group(1) + " " + ORDINALS.get(last.group(2)) + plain.substring(last.end()) : plain;
    }

    /** The year that a heading states. */
    static Optional<String> year(String text) {
        Matcher year = YEAR.matcher(text);
        return year.find() ? Optional.of(year.group()) : Optional.empty();
    }

    /** Whether a label asks for a person, or already names one. */
    static boolean namesPerson(String label) {
        return PERSON.matcher(Plain.heading(label)).matches();
    }

    /** Such a label and nothing more: "Evaluador/a", not "Evaluadora" followed by her name. */
    static boolean isPersonLabel(String label) {
        return PERSON_LABEL.matcher(Plain.heading(label)).matches();
    }

    static boolean isLabel(String text) {
        return LABEL.matcher(Plain.heading(text)).matches();
    }

    static boolean isResponse(String text) {
        return RESPONSE.matcher(Plain.heading(text)).matches();
    }

    static boolean isMark(String cell) {
        return MARKS.contains(Plain.of(cell));
    }

    static boolean isNoMark(String cell) {
        return NO_MARKS.contains(Plain.of(cell));
    }
}
