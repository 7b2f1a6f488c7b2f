package constancia.query.risks;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Event;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.risks.Measure;
import constancia.kernel.risks.MeasureKind;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskEvent.*;
import constancia.kernel.risks.RiskStatus;
import constancia.kernel.risks.WarningSign;
import constancia.query.TestTables;
import constancia.query.history.Cut;
import constancia.query.history.Entry;
import constancia.query.history.Fold;
import constancia.query.history.Label;
import constancia.query.history.Summaries;
import constancia.query.risks.RiskItem.Option;
import constancia.query.risks.RiskItem.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RiskViewTest {

    static final LocalDate DAY = LocalDate.of(2011, 1, 10);
    static final LocalDate CAME = LocalDate.of(2011, 3, 1);
    static final LocalDate END = LocalDate.of(2011, 6, 1);
    static final UUID RUMOURS = new UUID(0, 11);
    static final UUID STAFF = new UUID(0, 12);
    static final UUID LOCAL = new UUID(0, 13);
    static final UUID REFOCUS = new UUID(0, 14);
    static final RiskEvent REGISTERED = new RiskRegistered("Cambios de autoridades", null, null, List.of(new WarningSign(RUMOURS, "Rumores")),
            List.of(new Measure(STAFF, MeasureKind.PREVENTIVE, "Mandos medios"), new Measure(LOCAL, MeasureKind.DAMAGE_REDUCTION, "Nivel local"),
                    new Measure(REFOCUS, MeasureKind.ADJUSTMENT, "Reenfocar")), List.of(), null, DAY);
    static final RiskEvent SEEN = new WarningSignReported(RUMOURS, "En la prensa", DAY.plusDays(9));
    static final RiskEvent MATERIALISED = new RiskMaterialised(null, null, CAME);
    static final RiskEvent ACTIVATED = new MeasureActivated(LOCAL, CAME.plusDays(1));
    static final RiskEvent CLOSED = new RiskClosed(END);

    final RiskView view = new RiskView();

    @Test
    void what_is_proposed_for_a_measure_is_told_by_its_id() {
        var action = new ActionId(new UUID(0, 21));
        var come = new RiskMaterialised(null, List.of(new Proposal(LOCAL, "Nivel local", action)), CAME);
        assertThat(told(REGISTERED, come).damageReduction()).containsExactly(new Option(LOCAL, "Nivel local", true, null, action));
        assertThat(told(REGISTERED, come).preventive()).extracting(Option::action).containsOnlyNulls();
    }

    @Test
    void a_risk_is_watched_signalled_materialised_and_closed() {
        assertThat(told(REGISTERED).status()).isEqualTo(RiskStatus.WATCHED);
        assertThat(told(REGISTERED, SEEN).status()).isEqualTo(RiskStatus.SIGNALLED);
        assertThat(told(REGISTERED, MATERIALISED).status()).isEqualTo(RiskStatus.MATERIALISED);
        assertThat(told(REGISTERED, SEEN, MATERIALISED, CLOSED).status()).isEqualTo(RiskStatus.CLOSED);
    }

    @Test
    void once_it_has_come_what_reduces_its_damage_is_proposed_until_it_is_activated() {
        assertThat(told(REGISTERED, SEEN).damageReduction()).containsExactly(new Option(LOCAL, "Nivel local", false, null, null));
        var come = told(REGISTERED, MATERIALISED);
        assertThat(come.damageReduction()).containsExactly(new Option(LOCAL, "Nivel local", true, null, null));
        assertThat(come.preventive()).containsExactly(new Option(STAFF, "Mandos medios", false, null, null));
        assertThat(come.adjustments()).containsExactly(new Option(REFOCUS, "Reenfocar", false, null, null));
        assertThat(told(REGISTERED, MATERIALISED, ACTIVATED).damageReduction()).containsExactly(new Option(LOCAL, "Nivel local", false, CAME.plusDays(1), null));
        assertThat(told(REGISTERED, MATERIALISED, CLOSED).damageReduction()).containsExactly(new Option(LOCAL, "Nivel local", false, null, null));
    }

    @Test
    void reports_stand_under_their_sign_in_the_order_of_their_days() {
        var item = told(REGISTERED, SEEN, new WarningSignReported(RUMOURS, null, DAY));
        assertThat(item.warningSigns()).singleElement().satisfies(sign -> {
            assertThat(sign.id()).isEqualTo(RUMOURS);
            assertThat(sign.reports()).containsExactly(new Report(DAY, null), new Report(DAY.plusDays(9), "En la prensa"));
        });
    }

    @Test
    void it_is_seen_as_it_held_on_a_day() {
        var entries = Fold.within(entries(REGISTERED, SEEN, MATERIALISED, ACTIVATED, CLOSED), new Cut(null, null, CAME));
        var item = (RiskItem) view.answer(Fold.of(view, entries), CAME, TestTables.noNames());
        assertThat(item.status()).isEqualTo(RiskStatus.MATERIALISED);
        assertThat(item.damageReduction()).containsExactly(new Option(LOCAL, "Nivel local", true, null, null));
    }

    @Test
    void each_record_is_told_in_a_sentence() {
        assertSentence(REGISTERED, "Se registró el riesgo «Cambios de autoridades».", "The risk “Cambios de autoridades” was registered.");
        assertSentence(SEEN, "Se observó un signo de alerta: En la prensa", "A warning sign was observed: En la prensa");
        assertSentence(new WarningSignReported(RUMOURS, null, DAY), "Se observó un signo de alerta.", "A warning sign was observed.");
        assertSentence(MATERIALISED, "El riesgo se materializó.", "The risk materialised.");
        assertSentence(ACTIVATED, "Se activó una medida.", "A measure was activated.");
        assertSentence(CLOSED, "Se cerró el riesgo.", "The risk was closed.");
        assertThat(view.label(Fold.of(view, entries(REGISTERED)))).isEqualTo(new Label(null, "Cambios de autoridades", null));
    }

    private void assertSentence(RiskEvent event, String spanish, String english) {
        assertThat(new Summaries().of(view, event, TestTables.noNames(), Locale.of("es"))).isEqualTo(spanish);
        assertThat(new Summaries().of(view, event, TestTables.noNames(), Locale.ENGLISH)).isEqualTo(english);
    }

    private RiskItem told(RiskEvent... events) {
        return (RiskItem) view.answer(Fold.of(view, entries(events)), END, TestTables.noNames());
    }

    static List<Entry> entries(RiskEvent... events) {
        var entries = new ArrayList<Entry>();
        for (var event : events) {
            entries.add(new Entry(null, null, Instant.EPOCH, new Recorded<Event>(entries.size() + 1, event, TestTables.BY)));
        }
        return entries;
    }
}
