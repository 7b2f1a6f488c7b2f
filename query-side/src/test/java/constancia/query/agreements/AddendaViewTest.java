package constancia.query.agreements;

import static constancia.query.agreements.AgreementHistories.FIRST;
import static constancia.query.agreements.AgreementHistories.fold;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.agreements.Party;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.agreements.AgreementItem.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AddendaViewTest {

    static final InstitutionId MJSP = AgreementViewTest.MJSP;
    static final InstitutionId PNUD = AgreementViewTest.PNUD;
    static final LocalDate LAST = FIRST.plusYears(1);

    final AgreementEvent convenio = new AgreementRecorded("INS-2014-0001", AgreementKind.COOPERATION_AGREEMENT, "Convenio LCESC", "Texto original.", null, null, null, null,
            null, List.of(new Party(MJSP, true, false)), null, LAST, null, null, null, FIRST);
    final AgreementEvent signed = new AgreementSigned(MJSP, null, null, null, FIRST);

    /** Each month an addendum, signed ten days later, that moves the text and the last day of validity by a month. */
    @Test
    void an_instrument_reads_as_the_last_of_its_hundred_and_seven_addenda_in_force_on_the_day() {
        var events = new ArrayList<>(List.of(convenio, signed));
        for (int k = 1; k <= 107; k++) {
            events.add(added(k, "Texto " + k + ".", LAST.plusMonths(k), FIRST.plusMonths(k)));
            events.add(new AddendumSigned(id(k), null, MJSP, null, null, null, FIRST.plusMonths(k).plusDays(10)));
        }
        assertThat(on(FIRST.plusMonths(1).plusDays(9), events).textInForce()).isEqualTo("Texto original.");
        for (int k : List.of(1, 2, 53, 54, 106, 107)) {
            var since = FIRST.plusMonths(k).plusDays(10);
            assertThat(on(since, events).textInForce()).isEqualTo("Texto " + k + ".");
            assertThat(on(since, events).validUntil()).isEqualTo(LAST.plusMonths(k));
            assertThat(on(since, events).addenda()).hasSize(k);
            assertThat(on(since.minusDays(1), events).textInForce()).isEqualTo(k == 1 ? "Texto original." : "Texto " + (k - 1) + ".");
        }
        assertThat(on(LAST.plusMonths(107), events).status()).isEqualTo(AgreementStatus.IN_FORCE);
        assertThat(on(LAST.plusMonths(107).plusDays(1), events).status()).isEqualTo(AgreementStatus.EXPIRED);
        assertThat(on(LAST.plusMonths(107), events).formerValidities()).hasSize(107);
    }

    @Test
    void until_the_last_signature_it_changes_nothing() {
        var item = on(FIRST.plusDays(5), List.of(convenio, signed, added(1, "Nuevo.", null, FIRST.plusDays(1))));
        assertThat(item.textInForce()).isEqualTo("Texto original.");
        assertThat(item.addenda()).containsExactly(new AddendumShown(id(1), 1, "Adenda 1", null, new Effects("Nuevo.", null, List.of(), List.of(), List.of(), List.of()),
                List.of(new AddendumSignature(new AgreementViewTest().names.institution(MJSP), true, null, null, null, null)), AgreementStatus.PENDING_SIGNATURES, null, 1, null, List.of()));
    }

    @Test
    void of_two_in_force_since_the_same_day_the_later_recorded_prevails_and_the_later_signed_before_both() {
        var two = List.of(convenio, signed, added(1, "Uno.", null, FIRST), added(2, "Dos.", null, FIRST));
        assertThat(on(FIRST.plusDays(9), two, sign(2, 3), sign(1, 3)).textInForce()).isEqualTo("Dos.");
        assertThat(on(FIRST.plusDays(9), two, sign(2, 3), sign(1, 4)).textInForce()).isEqualTo("Uno.");
    }

    @Test
    void who_joins_signs_the_addendum_and_who_leaves_is_no_party_since() {
        var change = new AddendumAdded(id(1), 1, "Adenda 1", "Se sustituye una parte.", null, null, List.of(new Party(PNUD, true, false)), List.of(MJSP),
                List.of(MJSP, PNUD), null, null, FIRST.plusDays(1));
        var events = List.of(convenio, signed, change, sign(1, 3), new AddendumSigned(id(1), null, PNUD, new UUID(3, 1), "a".repeat(64), null, FIRST.plusDays(5)));
        assertThat(on(FIRST.plusDays(4), events).parties()).extracting(party -> party.institution().id()).containsExactly(MJSP);
        assertThat(on(FIRST.plusDays(5), events).parties()).containsExactly(new PartyShown(new AgreementViewTest().names.institution(PNUD), true, false,
                FIRST.plusDays(5), new UUID(3, 1), "a".repeat(64), null, null, null, null, null));
        assertThat(on(FIRST.plusDays(5), events).inForceSince()).isEqualTo(FIRST);
        assertThat(on(FIRST.plusDays(5), events).status()).isEqualTo(AgreementStatus.IN_FORCE);
    }

    @Test
    void a_renewal_after_an_addendum_counts_since_its_own_day() {
        var events = List.of(convenio, signed, added(1, null, LAST.plusMonths(1), FIRST), sign(1, 20), new AgreementRenewed(LAST.plusMonths(2), FIRST.plusDays(10)));
        assertThat(on(FIRST.plusDays(15), events).validUntil()).isEqualTo(LAST.plusMonths(2));
        assertThat(on(FIRST.plusDays(20), events).validUntil()).isEqualTo(LAST.plusMonths(1));
    }

    /** As the journal cuts: what was recorded for that day or before. */
    private static AgreementItem on(LocalDate day, List<AgreementEvent> events, AgreementEvent... more) {
        var all = new ArrayList<>(events);
        all.addAll(List.of(more));
        var cut = AgreementHistories.of(all.toArray(AgreementEvent[]::new)).stream().filter(record -> !record.effectiveOn().isAfter(day)).toList();
        return (AgreementItem) new AgreementView().answer(fold(cut), day, new AgreementViewTest().names);
    }

    private static AddendumAdded added(int number, @Nullable String newText, @Nullable LocalDate until, LocalDate on) {
        return new AddendumAdded(id(number), number, "Adenda " + number, null, newText, until, List.of(), List.of(), List.of(MJSP), null, null, on);
    }

    private static AgreementEvent sign(int number, int days) {
        return new AddendumSigned(id(number), null, MJSP, null, null, null, FIRST.plusDays(days));
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
