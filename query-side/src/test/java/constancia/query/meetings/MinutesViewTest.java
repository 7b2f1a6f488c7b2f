package constancia.query.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.Convocation;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MinutesStatus;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.SeriesPlace;
import constancia.query.history.Names;
import constancia.query.history.Names.*;
import constancia.query.history.Summaries;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A meeting's answers, its agenda's outcomes and its minutes as people see them. */
class MinutesViewTest {

    static final InstitutionId MINISTRY = new InstitutionId(new UUID(1, 1));
    static final InstitutionId SPAIN = new InstitutionId(new UUID(1, 2));
    static final UUID EXPERT = new UUID(2, 1);
    static final UUID ITEM = new UUID(3, 1);
    static final MeetingId FORMER = new MeetingId(new UUID(4, 1));
    static final MeetingId NEXT = new MeetingId(new UUID(4, 2));
    static final UUID FIRST = new UUID(5, 1);
    static final UUID SECOND = new UUID(5, 2);
    static final LocalDate CONVENED = LocalDate.of(2014, 9, 17);
    static final LocalDate HELD = LocalDate.of(2014, 10, 1);
    static final LocalDate SENT = LocalDate.of(2014, 10, 3);
    static final LocalDate LATER = LocalDate.of(2014, 10, 15);
    static final String HASH = "b".repeat(64);

    final MeetingView view = new MeetingView();
    final Names names = names();
    final MeetingEvent convened = new MeetingConvened(new BodyId(new UUID(9, 9)), Instant.EPOCH, null, null,
            List.of(new AgendaItem(ITEM, "Normas", null, null, new CarriedFrom(FORMER, EXPERT), null)), new SeriesPlace(FIRST, 2), null, CONVENED);
    final MeetingEvent observed = new MinutesObserved(FIRST, 1, MINISTRY, null, "Falta la salvedad.", SENT);
    final MeetingEvent byThePerson = new MinutesObserved(SECOND, 1, null, EXPERT, "Y el lugar.", SENT);
    final MeetingEvent taken = new ObservationAnswered(FIRST, true, "Consta en el audio.", LATER);

    @Test
    void of_the_answers_to_the_convocation_the_latest_of_each_counts() {
        var item = answer(convened, new ConvocationAnswered(MINISTRY, EXPERT, Convocation.TENTATIVE, null, CONVENED.plusDays(3)),
                new ConvocationAnswered(null, EXPERT, Convocation.DECLINES, "De viaje.", CONVENED.plusDays(3)),
                new ConvocationAnswered(MINISTRY, null, Convocation.ACCEPTS, null, CONVENED.plusDays(4)),
                new ConvocationAnswered(MINISTRY, null, Convocation.DECLINES, null, CONVENED));
        assertThat(item.convocation()).containsExactly(new MeetingItem.Answer(name(MINISTRY), null, Convocation.ACCEPTS, null, CONVENED.plusDays(4)),
                new MeetingItem.Answer(null, EXPERT, Convocation.DECLINES, "De viaje.", CONVENED.plusDays(3)));
    }

    @Test
    void items_show_where_they_come_from_and_what_came_of_them() {
        var item = answer(convened, new MeetingOpened(List.of(new Attendee(MINISTRY, EXPERT, AttendanceRole.LEADS, Capacity.ALTERNATE)), Quorum.of(1, 1), HELD),
                new AgendaItemClosed(ITEM, ItemOutcome.ACTION, HELD));
        assertThat(item.agenda()).containsExactly(new MeetingItem.Topic(ITEM, "Normas", null, null,
                new MeetingItem.Origin(new MeetingName(FORMER, null), EXPERT), ItemOutcome.ACTION, HELD, null));
        assertThat(item.series()).isEqualTo(new SeriesPlace(FIRST, 2));
        assertThat(item.attendance()).containsExactly(new MeetingItem.Present(name(MINISTRY), EXPERT, AttendanceRole.LEADS, Capacity.ALTERNATE));
        assertThat(item.minutes()).isNull();
    }

    @Test
    void minutes_show_how_far_they_have_come_and_each_observation_with_its_answer() {
        var drafted = answer(convened, new MinutesDrafted(1, "Minuta", SENT)).minutes();
        assertThat(drafted).isEqualTo(new MinutesItem(MinutesStatus.DRAFT, 1, SENT, null, null, null, null, null, null, List.of(), List.of(), List.of()));
        var again = answer(convened, new MinutesDrafted(1, "Minuta", SENT), new MinutesCirculated(1, null, SENT), observed, byThePerson, taken,
                new MinutesDrafted(2, "Otra", LATER)).minutes();
        assertThat(again.status()).isEqualTo(MinutesStatus.DRAFT);
        assertThat(again.draft()).isEqualTo(2);
        assertThat(again.circulatedOn()).isNull();
        assertThat(again.observations()).containsExactly(
                new MinutesItem.Observation(FIRST, 1, name(MINISTRY), null, "Falta la salvedad.", SENT, true, "Consta en el audio.", LATER),
                new MinutesItem.Observation(SECOND, 1, null, EXPERT, "Y el lugar.", SENT, null, null, null));
    }

    @Test
    void a_corrigendum_stands_beside_the_text_approved_and_changes_nothing_in_it() {
        var approved = List.of(convened, new MinutesDrafted(1, "Minuta", SENT), new MinutesCirculated(1, null, SENT), new MinutesApproved(1, null, NEXT, "Minuta", HASH, LATER));
        var corrected = new ArrayList<>(approved);
        corrected.add(new CorrigendumIssued(FIRST, "Donde dice uno, léase dos.", LATER));
        var before = fold(approved).minutes();
        var after = fold(corrected).minutes();
        assertThat(after.text()).isEqualTo(before.text()).isEqualTo("Minuta");
        var item = MinutesItem.of(fold(corrected), names);
        assertThat(item).isEqualTo(new MinutesItem(MinutesStatus.APPROVED, 1, SENT, SENT, null, LATER, null, new MeetingName(NEXT, null), HASH, List.of(),
                List.of(new MinutesItem.Corrigendum(FIRST, "Donde dice uno, léase dos.", "Error de transcripción.", LATER)), List.of()));
        assertThat(MinutesText.above(item, Locale.of("es"))).isEqualTo("Aprobada el miércoles 15 de octubre de 2014. SHA-256 de su texto: " + HASH);
    }

    @Test
    void each_of_those_who_attended_has_received_and_signed_them_or_not_yet() {
        var opened = new MeetingOpened(List.of(new Attendee(MINISTRY, SECOND, AttendanceRole.LEADS, null), new Attendee(MINISTRY, FIRST, AttendanceRole.LEADS, null),
                new Attendee(SPAIN, null, AttendanceRole.FRIEND, null), new Attendee(null, EXPERT, AttendanceRole.MEMBER, null)), Quorum.of(1, 1), HELD);
        var circulated = List.of(convened, opened, new MinutesDrafted(1, "Minuta", SENT), new MinutesCirculated(1, LATER, SENT),
                new MinutesAcknowledged(1, MINISTRY, SECOND, SENT), new MinutesAcknowledged(1, null, EXPERT, LATER));
        var item = MinutesItem.of(fold(circulated), names);
        assertThat(item.observationsUntil()).isEqualTo(LATER);
        assertThat(item.receipts()).containsExactly(new MinutesItem.Receipt(name(MINISTRY), null, AttendanceRole.LEADS, SENT, SECOND, null, null, null, null),
                new MinutesItem.Receipt(name(SPAIN), null, AttendanceRole.FRIEND, null, null, null, null, null, null),
                new MinutesItem.Receipt(null, EXPERT, AttendanceRole.MEMBER, LATER, EXPERT, null, null, null, null));
        assertThat(MinutesText.above(item, Locale.ENGLISH)).isNull();

        var anew = new ArrayList<>(circulated);
        anew.addAll(List.of(new MinutesDrafted(2, "Otra", LATER), new MinutesCirculated(2, null, LATER), new MinutesAcknowledged(2, SPAIN, null, LATER),
                new MinutesApproved(2, "MIN-CNSCC-2014-0001", null, "Otra", HASH, LATER), new MinutesSigned(MINISTRY, FIRST, Capacity.ALTERNATE, HASH, LATER)));
        item = MinutesItem.of(fold(anew), names);
        assertThat(item.folio()).isEqualTo("MIN-CNSCC-2014-0001");
        assertThat(item.receipts()).containsExactly(new MinutesItem.Receipt(name(MINISTRY), null, AttendanceRole.LEADS, null, null, LATER, FIRST, Capacity.ALTERNATE, HASH),
                new MinutesItem.Receipt(name(SPAIN), null, AttendanceRole.FRIEND, LATER, null, null, null, null, null),
                new MinutesItem.Receipt(null, EXPERT, AttendanceRole.MEMBER, null, null, null, null, null, null));
        assertThat(MinutesText.above(item, Locale.ENGLISH)).isEqualTo("MINUTES MIN-CNSCC-2014-0001\nApproved on Wednesday 15 October 2014. SHA-256 of their text: " + HASH);
    }

    @Test
    void every_record_is_told_in_a_sentence() {
        told(new ConvocationAnswered(MINISTRY, null, Convocation.ACCEPTS, null, HELD), "I1 respondió a la convocatoria: asistirá.", "I1 answered the convocation: will attend.");
        told(new ConvocationAnswered(null, EXPERT, Convocation.TENTATIVE, null, HELD), "Una persona con escaño propio respondió a la convocatoria: su asistencia está por confirmar.",
                "A person on its own seat answered the convocation: may attend.");
        told(new AgendaItemAdded(ITEM, "Normas", null, null, new CarriedFrom(FORMER, ITEM), null, HELD), "Se agregó a la agenda «Normas», de la agenda pendiente.",
                "“Normas” was added to the agenda, from the backlog.");
        told(new AgendaItemClosed(ITEM, ItemOutcome.NOT_REACHED, HELD), "Se dio por tratado un punto de la agenda: no se alcanzó y pasa a la agenda pendiente.",
                "An item of the agenda was closed: it was not reached and goes to the backlog.");
        told(new MinutesDrafted(2, "Otra", SENT), "Se redactó la minuta: borrador 2.", "The minutes were drafted: draft 2.");
        told(new MinutesCirculated(1, null, SENT), "Se circuló el borrador 1 de la minuta.", "Draft 1 of the minutes was circulated.");
        told(new MinutesCirculated(1, LATER, SENT), "Se circuló el borrador 1 de la minuta, que puede observarse hasta el 2014-10-15.",
                "Draft 1 of the minutes was circulated; it may be observed until 2014-10-15.");
        told(new MinutesAcknowledged(1, MINISTRY, null, SENT), "I1 acusó recibo del borrador 1 de la minuta.", "I1 acknowledged receipt of draft 1 of the minutes.");
        told(new MinutesSigned(null, EXPERT, null, null, SENT), "Una persona con escaño propio firmó la minuta.", "A person on its own seat signed the minutes.");
        told(new MinutesApproved(1, "MIN-CNSCC-2014-0001", NEXT, "Minuta", HASH, LATER), "Se aprobó la minuta MIN-CNSCC-2014-0001 en una reunión posterior. SHA-256 de su texto: " + HASH + ".",
                "The minutes MIN-CNSCC-2014-0001 were approved in a later meeting. SHA-256 of their text: " + HASH + ".");
        told(observed, "I1 hizo una observación a la minuta.", "I1 made an observation on the minutes.");
        told(byThePerson, "Una persona con escaño propio hizo una observación a la minuta.", "A person on its own seat made an observation on the minutes.");
        told(taken, "Se acogió una observación a la minuta: Consta en el audio.", "An observation on the minutes was taken: Consta en el audio.");
        told(new ObservationAnswered(FIRST, false, "No consta.", LATER), "No se acogió una observación a la minuta: No consta.", "An observation on the minutes was not taken: No consta.");
        told(new MinutesApproved(1, null, null, "Minuta", HASH, LATER), "Se aprobó la minuta. SHA-256 de su texto: " + HASH + ".", "The minutes were approved. SHA-256 of their text: " + HASH + ".");
        told(new MinutesApproved(1, null, NEXT, "Minuta", HASH, LATER), "Se aprobó la minuta en una reunión posterior. SHA-256 de su texto: " + HASH + ".",
                "The minutes were approved in a later meeting. SHA-256 of their text: " + HASH + ".");
        told(new CorrigendumIssued(FIRST, "Donde dice uno.", LATER), "Se emitió una fe de erratas de la minuta.", "A corrigendum to the minutes was issued.");
    }

    private void told(MeetingEvent event, String spanish, String english) {
        assertThat(new Summaries().of(view, event, names, Locale.of("es"))).isEqualTo(spanish);
        assertThat(new Summaries().of(view, event, names, Locale.ENGLISH)).isEqualTo(english);
    }

    private MeetingItem answer(MeetingEvent... events) {
        return MeetingItem.of(fold(List.of(events)), LocalDate.MAX, names);
    }

    private MeetingFacts fold(List<MeetingEvent> events) {
        var facts = view.nothing();
        int n = 0;
        for (var event : events) {
            facts = view.evolve(facts, new Recorded<>(++n, event, new Provenance("coordinacion", null, false, Through.API, "Error de transcripción.")));
        }
        return facts;
    }

    private static InstitutionName name(InstitutionId id) {
        return new InstitutionName(id, "I" + id.value().getLeastSignificantBits(), null);
    }

    private static Names names() {
        return (Names) Proxy.newProxyInstance(MinutesViewTest.class.getClassLoader(), new Class<?>[] {Names.class}, (_, method, args) ->
                args[0] == null ? null : switch (method.getName()) {
                    case "institution" -> name((InstitutionId) args[0]);
                    case "body" -> new BodyName((BodyId) args[0], "CNSCC", "Consejo");
                    case "meeting" -> new MeetingName((MeetingId) args[0], null);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
