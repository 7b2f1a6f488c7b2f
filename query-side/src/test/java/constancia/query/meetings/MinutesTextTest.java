package constancia.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.Assessment;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.Convocation;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.SeriesPlace;
import constancia.kernel.meetings.TakenUp;
import constancia.query.history.Names;
import constancia.query.history.Names.*;
import constancia.query.meetings.Agreed.Followed;
import constancia.query.meetings.Agreed.Reservation;
import constancia.query.meetings.Agreed.Responsible;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The minutes of a session of the council of 2014, to the letter. */
class MinutesTextTest {

    static final ZoneId ZONE = ZoneId.of("America/El_Salvador");
    static final BodyId COUNCIL = new BodyId(new UUID(1, 1));
    static final BodyId TABLE = new BodyId(new UUID(1, 2));
    static final InstitutionId MINISTRY = new InstitutionId(new UUID(2, 1));
    static final InstitutionId UNDP = new InstitutionId(new UUID(2, 2));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(2, 3));
    static final InstitutionId MAYORS = new InstitutionId(new UUID(2, 4));
    static final InstitutionId CHURCHES = new InstitutionId(new UUID(2, 5));
    static final UUID EXPERT = UUID.fromString("0194d0c2-0000-7000-8000-0000000000e1");
    static final UUID DIAGNOSIS = new UUID(3, 1);
    static final UUID PLAN = new UUID(3, 2);
    static final UUID FUNDS = new UUID(3, 3);
    static final UUID QUESTION = new UUID(4, 1);
    static final UUID OTHER = new UUID(4, 2);
    static final MeetingId OF_THE_TABLE = new MeetingId(new UUID(5, 1));
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 24);
    static final LocalDate HELD = LocalDate.of(2014, 10, 8);

    final MeetingItem session = meeting(
            new MeetingConvened(COUNCIL, Instant.parse("2014-10-08T15:00:00Z"), "Casa Presidencial, San Salvador", MeetingMode.IN_PERSON,
                    List.of(new AgendaItem(DIAGNOSIS, "Diagnóstico compartido", UNDP, 30, null, null),
                            new AgendaItem(PLAN, "Plan de intervenciones prioritarias y urgentes", null, 60, new CarriedFrom(OF_THE_TABLE, PLAN), null),
                            new AgendaItem(FUNDS, "Mecanismo de financiamiento", null, null, null, null)), new SeriesPlace(new UUID(6, 1), 3), null, CONVENED),
            new ConvocationAnswered(CHURCHES, null, Convocation.DECLINES, "Asamblea nacional ese día.", CONVENED),
            new ConvocationAnswered(MAYORS, null, Convocation.DECLINES, null, CONVENED),
            new MeetingOpened(List.of(new Attendee(MINISTRY, new UUID(7, 1), AttendanceRole.LEADS, Capacity.REPRESENTATIVE),
                    new Attendee(UNDP, null, AttendanceRole.TECHNICAL_SECRETARIAT, null), new Attendee(MAYORS, new UUID(7, 2), AttendanceRole.MEMBER, Capacity.ALTERNATE),
                    new Attendee(SPAIN, null, AttendanceRole.FRIEND, Capacity.DELEGATE), new Attendee(null, EXPERT, AttendanceRole.MEMBER, null)),
                    Quorum.of(4, 3), HELD),
            new AgendaItemClosed(DIAGNOSIS, ItemOutcome.INFORMATION, HELD),
            new QuestionPut(QUESTION, PLAN, "¿Qué municipios deben atenderse primero?", new TakenUp(OF_THE_TABLE, OTHER), HELD),
            new PositionRecorded(QUESTION, MAYORS, null, "Los de mayor incidencia.\nY los que ya tienen comité.", true, HELD),
            new PositionRecorded(QUESTION, SPAIN, null, "Hay experiencias que sirven.", false, HELD),
            new PositionRecorded(QUESTION, null, EXPERT, "Conviene empezar por diez.", true, HELD),
            new ProposalCompiled(QUESTION, List.of("Diez municipios, por incidencia.", "Cincuenta municipios, por etapas."), HELD),
            new ProposalAssessed(QUESTION, MINISTRY, null, Assessment.AGREES, null, true, HELD),
            new ProposalAssessed(QUESTION, MAYORS, null, Assessment.DISAGREES, "Diez son pocos.", true, HELD),
            new SecondProposalPut(QUESTION, List.of("Diez municipios ahora y los demás según haya recursos."), HELD),
            new ProposalAssessed(QUESTION, MINISTRY, null, Assessment.AGREES, null, true, HELD),
            new ProposalAssessed(QUESTION, MAYORS, null, Assessment.AGREES_WITH_RESERVATION, "Que los recursos consten.", true, HELD),
            new ProposalAssessed(QUESTION, SPAIN, null, Assessment.AGREES, null, false, HELD),
            new DeliberationConcluded(QUESTION, DeliberationOutcome.CONSENSUS_WITH_RESERVATIONS, HELD),
            new AgendaItemClosed(PLAN, ItemOutcome.DECISION, HELD),
            new AgendaItemClosed(FUNDS, ItemOutcome.NOT_REACHED, HELD),
            new QuestionPut(OTHER, null, "¿Cuándo se reúne de nuevo el Consejo?", null, HELD),
            new MeetingClosed(HELD));

    final List<Agreed> agreements = List.of(
            new Agreed(new UUID(8, 1), "ACU-CNSCC-2014-0017", "in-force", "Municipios prioritarios", "Atender primero diez municipios.", "consensus", HELD, "public",
                    List.of(new Reservation(name(MAYORS), "Que los recursos consten.")),
                    List.of(new Followed(new UUID(9, 1), null, "Proponer la lista de diez municipios", "proposed", List.of(), LocalDate.of(2014, 10, 31), null,
                                    List.of(new Responsible(name(MINISTRY), "lead", "accepted"), new Responsible(name(CHURCHES), "co-responsible", "declined"),
                                            new Responsible(name(MAYORS), "co-responsible", "assigned"), new Responsible(name(UNDP), "support", "assigned"))),
                            new Followed(new UUID(9, 2), null, "Estimar los recursos", "proposed", List.of(), null, null, List.of()))));

    @Test
    void the_agenda_is_told_under_its_headings() {
        var item = meeting(new MeetingConvened(COUNCIL, Instant.parse("2014-10-08T15:00:00Z"), null, null, List.of(new AgendaItem(DIAGNOSIS, "Apertura", null, null, null, null),
                new AgendaItem(PLAN, "Informe de la mesa", null, null, null, "Informes"), new AgendaItem(FUNDS, "Informe del equipo", null, null, null, "Informes"),
                new AgendaItem(OTHER, "Próxima sesión", null, null, null, "Varios")), null, null, CONVENED));
        assertThat(MinutesText.of(item, List.of(), false, ZONE, Locale.of("es"))).contains("""
                AGENDA
                1. Apertura
                   Resultado: no consta
                Informes
                2. Informe de la mesa
                   Resultado: no consta
                3. Informe del equipo
                   Resultado: no consta
                Varios
                4. Próxima sesión
                """);
    }

    @Test
    void a_full_session_in_spanish() {
        assertThat(MinutesText.of(session, agreements, true, ZONE, Locale.of("es"))).isEqualTo("""
                MINUTA DE REUNIÓN
                Consejo Nacional de Seguridad Ciudadana y Convivencia (CNSCC)
                Reunión 3 de su serie
                Celebrada: miércoles 8 de octubre de 2014
                Convocada: a las 09:00 del miércoles 8 de octubre de 2014
                Lugar: Casa Presidencial, San Salvador
                Modalidad: presencial

                ASISTENCIA
                1. Ministerio de Justicia y Seguridad Pública (MJSP): dirige; por su titular
                2. Programa de las Naciones Unidas para el Desarrollo (PNUD): secretaría técnica
                3. Corporación de Municipalidades (COMURES): integrante; por su suplente
                4. España: amiga del proceso; por persona delegada
                5. Persona con escaño propio 0194d0c2-0000-7000-8000-0000000000e1: integrante
                Se excusó: Iglesias («Asamblea nacional ese día.»)
                Quórum: 4 de 3 requeridos. Hubo quórum.

                AGENDA
                1. Diagnóstico compartido
                   Presenta: Programa de las Naciones Unidas para el Desarrollo (PNUD)
                   Resultado: información
                2. Plan de intervenciones prioritarias y urgentes
                   De la agenda pendiente
                   Resultado: decisión
                3. Mecanismo de financiamiento
                   Resultado: no se alcanzó; pasa a la agenda pendiente

                DELIBERACIONES
                1. ¿Qué municipios deben atenderse primero?
                   Punto de la agenda: 2
                   Retoma la propuesta de: Mesa técnica (MT)
                   Posiciones:
                      - Corporación de Municipalidades (COMURES): Los de mayor incidencia.
                      Y los que ya tienen comité.
                      - España (no cuenta para la decisión): Hay experiencias que sirven.
                      - Persona con escaño propio 0194d0c2-0000-7000-8000-0000000000e1: Conviene empezar por diez.
                   Propuesta, en orden de prioridad:
                      1) Diez municipios, por incidencia.
                      2) Cincuenta municipios, por etapas.
                   Valoraciones:
                      - Ministerio de Justicia y Seguridad Pública (MJSP): de acuerdo
                      - Corporación de Municipalidades (COMURES): en desacuerdo: Diez son pocos.
                   Segunda propuesta, en orden de prioridad:
                      1) Diez municipios ahora y los demás según haya recursos.
                   Valoraciones:
                      - Ministerio de Justicia y Seguridad Pública (MJSP): de acuerdo
                      - Corporación de Municipalidades (COMURES): de acuerdo, con salvedad: Que los recursos consten.
                      - España (no cuenta para la decisión): de acuerdo
                   Resultado: consenso con salvedades
                   Quién sostiene qué:
                      - Corporación de Municipalidades (COMURES), de acuerdo, con salvedad: Que los recursos consten.
                2. ¿Cuándo se reúne de nuevo el Consejo?
                   Resultado: no concluyó en esta reunión

                ACUERDOS
                ACU-CNSCC-2014-0017. Municipios prioritarios
                   Atender primero diez municipios.
                   Adoptado por: consenso
                   Salvedad de Corporación de Municipalidades (COMURES): Que los recursos consten.
                   Acción: Proponer la lista de diez municipios
                      Responsable principal: Ministerio de Justicia y Seguridad Pública (MJSP)
                      Corresponsables: Corporación de Municipalidades (COMURES)
                      Con apoyo de: Programa de las Naciones Unidas para el Desarrollo (PNUD)
                      Plazo: viernes 31 de octubre de 2014
                   Acción: Estimar los recursos
                      Plazo: sin fecha

                BAJO RESERVA
                Lo que consta bajo reserva o es confidencial no figura en esta minuta.

                CIERRE
                La reunión se cerró el miércoles 8 de octubre de 2014.""");
    }

    @Test
    void the_same_session_in_english_line_by_line() {
        var english = MinutesText.of(session, agreements, true, ZONE, Locale.ENGLISH);
        assertThat(english.lines()).hasSameSizeAs(MinutesText.of(session, agreements, true, ZONE, Locale.of("es")).lines().toList());
        assertThat(english).startsWith("""
                MINUTES OF MEETING
                Consejo Nacional de Seguridad Ciudadana y Convivencia (CNSCC)
                Meeting 3 of its series
                Held: Wednesday 8 October 2014
                Convened: for 09:00 on Wednesday 8 October 2014
                """).contains("Sent apologies: Iglesias («Asamblea nacional ese día.»)\nQuorum: 4 of 3 required. The meeting was quorate.\n")
                .endsWith("CLOSING\nThe meeting was closed on Wednesday 8 October 2014.");
    }

    @Test
    void what_is_not_on_record_is_not_invented() {
        var bare = meeting(new MeetingConvened(COUNCIL, Instant.parse("2014-10-08T15:00:00Z"), null, null, List.of(), null, null, CONVENED),
                new MeetingOpened(List.of(new Attendee(MINISTRY, null, AttendanceRole.GUEST, null)), Quorum.of(0, 2), HELD));
        assertThat(MinutesText.of(bare, List.of(), false, ZONE, Locale.of("es"))).isEqualTo("""
                MINUTA DE REUNIÓN
                Consejo Nacional de Seguridad Ciudadana y Convivencia (CNSCC)
                Celebrada: miércoles 8 de octubre de 2014
                Convocada: a las 09:00 del miércoles 8 de octubre de 2014

                ASISTENCIA
                1. Ministerio de Justicia y Seguridad Pública (MJSP): invitada
                Quórum: 0 de 2 requeridos. No hubo quórum: la reunión no decide.

                AGENDA
                Ninguno.

                ACUERDOS
                Ninguno.""");
    }

    private static MeetingItem meeting(MeetingEvent... events) {
        var view = new MeetingView();
        var facts = view.nothing();
        for (var record : MeetingHistories.recorded(List.of(events))) {
            facts = view.evolve(facts, record);
        }
        return MeetingItem.of(facts, HELD, names());
    }

    private static InstitutionName name(InstitutionId id) {
        var called = Map.of(MINISTRY, "MJSP:Ministerio de Justicia y Seguridad Pública", UNDP, "PNUD:Programa de las Naciones Unidas para el Desarrollo",
                SPAIN, ":España", MAYORS, "COMURES:Corporación de Municipalidades", CHURCHES, ":Iglesias").get(id).split(":");
        return new InstitutionName(id, called[0].isEmpty() ? null : called[0], called[1]);
    }

    private static Names names() {
        return (Names) Proxy.newProxyInstance(MinutesTextTest.class.getClassLoader(), new Class<?>[] {Names.class}, (_, method, args) ->
                args[0] == null ? null : switch (method.getName()) {
                    case "institution" -> name((InstitutionId) args[0]);
                    case "body" -> args[0].equals(TABLE) ? new BodyName(TABLE, "MT", "Mesa técnica")
                            : new BodyName(COUNCIL, "CNSCC", "Consejo Nacional de Seguridad Ciudadana y Convivencia");
                    case "meeting" -> new MeetingName(OF_THE_TABLE, new BodyName(TABLE, "MT", "Mesa técnica"));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
