package constancia.query.actions;

import constancia.kernel.actions.FundingState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an action's funding and expenditures come to, currency by currency: sums of different ones would mean nothing. */
final class Totals {

    private Totals() {}

    static List<ActionItem.Money> of(ActionFacts.Money money) {
        var lines = money.funding().values().stream().map(line -> Objects.requireNonNull(line.value())).toList();
        var spent = money.expenditures().stream().map(expenditure -> expenditure.value()).toList();
        return Stream.concat(lines.stream().map(ActionFacts.Line::currency), spent.stream().map(ActionFacts.Expenditure::currency)).distinct().sorted()
                .map(currency -> {
                    Function<FundingState, BigDecimal> in = state -> sum(lines.stream().filter(line -> line.currency().equals(currency) && line.state() == state)
                            .map(ActionFacts.Line::amount));
                    return new ActionItem.Money(currency, in.apply(FundingState.AVAILABLE), in.apply(FundingState.IN_NEGOTIATION),
                            in.apply(FundingState.TO_BE_RAISED), sum(spent.stream().filter(one -> one.currency().equals(currency))
                            .map(ActionFacts.Expenditure::amount)));
                }).toList();
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
