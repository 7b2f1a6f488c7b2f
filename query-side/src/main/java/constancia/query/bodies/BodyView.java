package constancia.query.bodies;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyEvent.*;
import constancia.kernel.bodies.BodyStatus;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.Term;
import constancia.query.bodies.BodyFacts.Charter;
import constancia.query.bodies.BodyFacts.Rules;
import constancia.query.bodies.BodyFacts.Seat;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Bodies as people see them. */
public final class BodyView implements View<BodyEvent, BodyFacts> {

    @Override
    public String type() {
        return "body";
    }

    @Override
    public Class<BodyEvent> events() {
        return BodyEvent.class;
    }

    @Override
    public BodyFacts nothing() {
        return BodyFacts.NOTHING;
    }

    @Override
    public BodyFacts evolve(BodyFacts f, Recorded<BodyEvent> record) {
        return switch (record.event()) {
            case BodyEstablished e -> new BodyFacts(new Charter(e.name(), e.acronym(), e.kind(), e.parent()), f.seats(), f.quorum(), f.rules(), f.series(),
                    e.effectiveOn(), f.dissolvedOn());
            case SeatTaken e -> seated(f, Dated.plus(f.seats(), new Seat(e.seat(), e.institution(), e.person(), e.role(),
                    new Term(e.from(), e.until(), null)), record));
            case SeatVacated e -> seated(f, Dated.each(f.seats(), s -> s.id().equals(e.seat())
                    ? new Seat(s.id(), s.institution(), s.person(), s.role(), s.term().vacated(e.effectiveOn())) : s));
            case QuorumSet e -> new BodyFacts(f.charter(), f.seats(), f.quorum().or(new QuorumRule(e.atLeast(), e.share(), e.roles()), e.effectiveOn()),
                    f.rules(), f.series(), f.establishedOn(), f.dissolvedOn());
            case RulesAdopted e -> new BodyFacts(f.charter(), f.seats(), f.quorum(), Dated.plus(f.rules(),
                    new Rules(e.title(), e.text(), e.document(), e.agreement(), e.effectiveOn()), record), f.series(), f.establishedOn(), f.dissolvedOn());
            case SeriesTemplateSet e -> f.templated(e);
            case BodyDissolved e -> new BodyFacts(f.charter(), f.seats(), f.quorum(), f.rules(), f.series(), f.establishedOn(), e.effectiveOn());
        };
    }

    @Override
    public Object answer(BodyFacts f, LocalDate on, Names names) {
        var charter = f.charter();
        var seats = Dated.values(f.seats()).stream().map(s -> new BodyItem.Seat(s.id(), names.institution(s.institution()), s.person(), s.role(),
                s.term().from(), s.term().until(), s.term().vacatedOn(), f.held(s, on))).toList();
        var rules = Dated.values(f.rules()).stream().map(r -> new BodyItem.Rules(r.title(), r.text(), r.document(),
                names.agreement(r.agreement()), r.adoptedOn())).toList();
        return new BodyItem(BodyStatus.of(f.dissolvedOn()), charter.acronym(), charter.name(), charter.kind(), names.body(charter.parent()), seats,
                f.quorum().value(), rules, f.establishedOn(), f.dissolvedOn(), series(f, names), "public");
    }

    @Override
    public Label label(BodyFacts f) {
        return new Label(f.charter().acronym(), f.charter().name(), null);
    }

    @Override
    public List<Object> summary(BodyEvent event, Names names) {
        return switch (event) {
            case BodyEstablished e -> List.of(e.name(), e.acronym());
            case SeatTaken e when e.institution() != null -> List.of(1, String.valueOf(names.institution(e.institution()).name()), e.role().ordinal());
            case SeatTaken e -> List.of(0, "", e.role().ordinal());
            case SeatVacated _ -> List.of();
            case QuorumSet e when e.atLeast() != null -> List.of(e.atLeast());
            case QuorumSet e -> List.of(0, e.share());
            case RulesAdopted e -> List.of(e.title());
            case SeriesTemplateSet e -> List.of(e.name(), e.agenda().size());
            case BodyDissolved _ -> List.of();
        };
    }

    /** By their names. */
    private static List<BodyItem.Series> series(BodyFacts f, Names names) {
        return f.series().values().stream().map(Latest::value).sorted(Comparator.comparing(SeriesTemplateSet::name).thenComparing(SeriesTemplateSet::series))
                .map(e -> new BodyItem.Series(e.series(), e.name(), e.place(), e.mode(), e.text(), e.agenda().stream().map(item -> new BodyItem.TemplateTopic(item.title(),
                        item.section(), names.institution(item.presenter()), item.minutes())).toList(), e.effectiveOn())).toList();
    }

    private static BodyFacts seated(BodyFacts f, List<Dated<Seat>> seats) {
        return new BodyFacts(f.charter(), seats, f.quorum(), f.rules(), f.series(), f.establishedOn(), f.dissolvedOn());
    }
}
