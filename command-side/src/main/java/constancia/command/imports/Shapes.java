package constancia.command.imports;

import static constancia.command.imports.Meaning.*;

import constancia.command.imports.Mapping.Column;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The headings by which sheets are known without anybody saying what they are. A new way of writing one goes here. */
final class Shapes {

    private record Shape(ImportKind kind, Set<Meaning> needed, Map<String, Meaning> headings) {

        private Optional<Meaning> meaning(String heading) {
            return Optional.ofNullable(headings.get(Plain.heading(heading)));
        }

        private boolean in(List<String> row) {
            var found = row.stream().map(this::meaning).flatMap(Optional::stream).toList();
            return found.size() >= 2 && found.containsAll(needed);
        }

        private long known(List<String> row) {
            return row.stream().filter(heading -> meaning(heading).isPresent()).count();
        }

        private Mapping mapping(List<String> row) {
            return new Mapping(kind.word(), kind, row.stream().filter(heading -> meaning(heading).isPresent()).distinct()
                .map(heading -> new Column(heading, meaning(heading).get())).toList());
        }
    }

    private static final List<Shape> SHAPES = List.of(
        shape(ImportKind.MILESTONES, Set.of(TEXT, PERIOD), "componente=COMPONENT", "meta=COMPONENT", "nombre del componente=COMPONENT_NAME", "socio=PARTNER",
            "responsable=PARTNER", "trimestre=PERIOD", "fecha=PERIOD", "semana=PERIOD", "periodo=PERIOD_LABEL", "tipo=TYPE", "no=NUMBER", "meta hito=TEXT", "hito=TEXT",
            "contenido producto=TEXT", "contenido=TEXT", "producto=TEXT", "fecha limite=DUE_ON"),
        shape(ImportKind.MILESTONES, Set.of(TYPE, TEXT), "tipo=TYPE", "no=NUMBER", "texto=TEXT"),
        shape(ImportKind.RISKS, Set.of(TEXT, WARNING_SIGNS), "escenario de crisis=TEXT", "escenario=TEXT", "riesgo=TEXT", "obstaculo=TEXT", "signos de alerta=WARNING_SIGNS",
            "senales de alerta=WARNING_SIGNS", "acciones preventivas=PREVENTIVE", "prevencion=PREVENTIVE", "reduccion de danos=DAMAGE_REDUCTION",
            "ajustes al programa=ADJUSTMENTS", "ajustes=ADJUSTMENTS"),
        shape(ImportKind.OUTLINE, Set.of(LEVEL, TEXT), "nivel=LEVEL", "objetivo=TEXT", "resumen narrativo=TEXT", "intervencion=NOTE"),
        shape(ImportKind.OUTLINE, Set.of(AXIS, COMPONENT), "intervencion=CODE", "ambito=COMPONENT", "eje=CODE", "nombre del eje=AXIS", "componente=COMPONENT"),
        shape(ImportKind.OUTLINE, Set.of(COMPONENT, RESULT, ACTIVITY), "fase=COMPONENT", "parte=COMPONENT", "meta=RESULT", "duracion=NOTE", "no=CODE", "actividad=ACTIVITY"),
        shape(ImportKind.RESULTS, Set.of(COMPONENT, TEXT), "no=NUMBER", "area=COMPONENT", "consejo programa=COMPONENT", "apartado=COMPONENT", "encabezado=COMPONENT",
            "resultado=TEXT", "menciona acuerdo o convenio=NOTE", "tipo de instrumento=NOTE", "partes nombradas=NOTE", "cantidad=NOTE", "fecha mencionada=NOTE"),
        shape(ImportKind.INSTITUTIONS, Set.of(NAME, ACRONYM), "sigla=ACRONYM", "siglas=ACRONYM", "variantes tal como aparecen=ALIASES", "otros nombres=ALIASES",
            "nombre completo=NAME", "nombre=NAME", "institucion=NAME", "tipo=KIND", "pais=COUNTRY"),
        shape(ImportKind.BODIES, Set.of(NAME, DUTIES), "instancia=NAME", "tipo=KIND", "integrantes=MEMBERS", "responsabilidad=DUTIES", "otra funcion senalada=DUTIES"),
        shape(ImportKind.SEATS, Set.of(NAME, ROLE), "participante=NAME", "institucion=NAME", "tipo sector=KIND", "sector=KIND", "rol=ROLE", "rol en el proceso=ROLE",
            "apartado del documento=NOTE", "texto original=NOTE"),
        shape(ImportKind.FUNCTIONS, Set.of(HOLDER, TEXT), "instancia=HOLDER", "no=NUMBER", "funcion=TEXT"),
        shape(ImportKind.TERRITORY, Set.of(MUNICIPALITY, DEPARTMENT), "no=NUMBER", "municipio=MUNICIPALITY", "departamento=DEPARTMENT", "nota=NOTE"));

    private Shapes() {
    }

    /** The known shape that understands the most of a row of headings. */
    static Optional<Mapping> of(List<String> row) {
        return SHAPES.stream().filter(shape -> shape.in(row)).max(Comparator.comparingLong((Shape shape) -> shape.known(row)).thenComparing(shape -> -SHAPES.indexOf(shape)))
            .map(shape -> shape.mapping(row));
    }

    private static Shape shape(ImportKind kind, Set<Meaning> needed, String... headings) {
        var known = new LinkedHashMap<String, Meaning>();
        Arrays.stream(headings).map(heading -> heading.split("=")).forEach(pair -> known.put(pair[0], Meaning.valueOf(pair[1])));
        return new Shape(kind, needed, known);
    }

    /** Those of a heading that a mapping leaves aside. */
    static Stream<String> ignored(Mapping mapping, List<String> row) {
        return row.stream().filter(heading -> !heading.isEmpty() && mapping.meaning(heading).isEmpty());
    }
}
