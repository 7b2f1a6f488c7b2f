package constancia.query.institutions;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Recorded;
import constancia.kernel.bodies.TermStatus;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionEvent.*;
import constancia.kernel.institutions.InstitutionKind;
import constancia.query.TestTables;
import constancia.query.history.Summaries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MandatesViewTest {

    static final LocalDate FIRST = LocalDate.of(2014, 6, 1);
    static final LocalDate LAST = LocalDate.of(2016, 2, 29);
    static final UUID MANDATE = new UUID(1, 1);
    static final UUID PERSON = new UUID(2, 1);

    final InstitutionView view = new InstitutionView();
    final InstitutionEvent registered = new InstitutionRegistered("Ministerio de Justicia", "MJSP", InstitutionKind.STATE, "SV", List.of(), null, FIRST);

    @Test
    void a_mandate_is_answered_with_its_days_and_how_it_stands() {
        var appointed = new RepresentativeAppointed(MANDATE, PERSON, Capacity.LIAISON, "Planificación", FIRST.plusDays(9), null, FIRST);
        assertThat(mandates(FIRST, registered, appointed)).containsExactly(new InstitutionItem.Mandate(MANDATE, PERSON, Capacity.LIAISON, "Planificación",
                TermStatus.TO_COME, FIRST.plusDays(9), null, null));
        assertThat(mandates(LAST, registered, appointed, new MandateEnded(MANDATE, LAST, LAST.minusDays(9)))).containsExactly(new InstitutionItem.Mandate(MANDATE,
                PERSON, Capacity.LIAISON, "Planificación", TermStatus.CURRENT, FIRST.plusDays(9), null, LAST));
    }

    @Test
    void what_was_recorded_before_capacities_and_days_were_said_is_read_as_it_was_meant() {
        var early = new RepresentativeAppointed(MANDATE, PERSON, null, null, null, LAST.plusYears(1), FIRST);
        assertThat(mandates(LAST.plusDays(1), registered, early, new MandateEnded(MANDATE, null, LAST))).containsExactly(new InstitutionItem.Mandate(MANDATE,
                PERSON, Capacity.REPRESENTATIVE, null, TermStatus.ENDED, FIRST, LAST.plusYears(1), LAST));
    }

    @Test
    void a_summary_says_in_what_capacity() {
        assertThat(said(Locale.forLanguageTag("es"))).containsExactly("Se nombró a una persona como representante de la institución.",
                "Se nombró a una persona como suplente de la institución.", "Se nombró a una persona como delegada de la institución.",
                "Se nombró a una persona como enlace de la institución.");
        assertThat(said(Locale.ENGLISH)).containsExactly("A person was appointed representative of the institution.", "A person was appointed alternate of the institution.",
                "A person was appointed delegate of the institution.", "A person was appointed liaison of the institution.");
    }

    @Test
    void whatever_was_recorded_late_the_fold_is_the_same_in_the_order_of_the_dates() {
        for (long seed = 0; seed < 200; seed++) {
            var ledger = history(seed);
            var dated = ledger.stream().sorted(Comparator.comparing((Recorded<InstitutionEvent> r) -> r.effectiveOn()).thenComparing(Recorded::n)).toList();
            for (int day = 0; day < 60; day += 7) {
                var on = FIRST.plusDays(day);
                assertThat(answer(on, dated).mandates()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(answer(on, ledger).mandates());
            }
        }
    }

    /** Mandates of several persons, given and ended in any order of the days, each ended no earlier than it was given. */
    private List<Recorded<InstitutionEvent>> history(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<InstitutionEvent>(List.of(registered));
        var given = new HashMap<UUID, LocalDate>();
        for (int i = 0; i < 12; i++) {
            var day = FIRST.plusDays(random.nextInt(40));
            var open = given.entrySet().stream().filter(e -> !day.isBefore(e.getValue())).findFirst();
            if (random.nextBoolean() && open.isPresent()) {
                events.add(new MandateEnded(open.get().getKey(), day.plusDays(random.nextInt(5)), day));
                given.remove(open.get().getKey());
            } else {
                var mandate = new UUID(seed, i);
                events.add(new RepresentativeAppointed(mandate, PERSON, Capacity.values()[random.nextInt(4)], null, day.plusDays(random.nextInt(9)), null, day));
                given.put(mandate, day);
            }
        }
        return recorded(events);
    }

    private List<String> said(Locale locale) {
        return List.of(Capacity.values()).stream().map(capacity -> new RepresentativeAppointed(MANDATE, PERSON, capacity, null, FIRST, null, FIRST))
                .map(event -> new Summaries().of(view, event, TestTables.noNames(), locale)).toList();
    }

    private List<InstitutionItem.Mandate> mandates(LocalDate on, InstitutionEvent... events) {
        return answer(on, recorded(List.of(events))).mandates();
    }

    private InstitutionItem answer(LocalDate on, List<Recorded<InstitutionEvent>> records) {
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return (InstitutionItem) view.answer(facts, on, TestTables.noNames());
    }

    private static List<Recorded<InstitutionEvent>> recorded(List<InstitutionEvent> events) {
        var records = new ArrayList<Recorded<InstitutionEvent>>();
        events.forEach(event -> records.add(new Recorded<>(records.size() + 1, event, TestTables.BY)));
        return records;
    }
}
