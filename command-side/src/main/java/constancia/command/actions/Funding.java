package constancia.command.actions;

import constancia.command.actions.ActionCommand.CommitFunding;
import constancia.command.actions.ActionCommand.RecordExpenditure;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.ExpenditureRecorded;
import constancia.kernel.actions.ActionEvent.FundingCommitted;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an action costs: lines of funding, each in one currency, and what was spent. */
final class Funding {

    private static final int MOST_DIGITS = 15;

    private Funding() {}

    static ActionEvent commit(CommitFunding c, Action now, Neighbours neighbours) {
        if ((c.source() == null) == (c.funder() == null)) {
            throw new Invalid("source", "source-or-funder");
        }
        Named.exists("funder", c.funder(), neighbours);
        var amount = amount(c.amount(), currency(c.currency(), now.funding().lines().get(c.funding())));
        return new FundingCommitted(c.funding(), c.source(), c.funder(), c.state(), amount, c.currency(), c.effectiveOn());
    }

    static ActionEvent spend(RecordExpenditure c, Action now) {
        if (now.funding().expenditures().contains(c.expenditure())) {
            throw new Refused("expenditure-known");
        }
        if (c.funding() != null && !now.funding().lines().containsKey(c.funding())) {
            throw new Invalid("funding", "unknown-funding");
        }
        var amount = amount(c.amount(), currency(c.currency(), line(c.funding(), now)));
        return new ExpenditureRecorded(c.expenditure(), amount, c.currency(), c.description(), c.funding(), evidence(c.evidence()), c.effectiveOn());
    }

    private static @Nullable String line(@Nullable UUID funding, Action now) {
        return funding == null ? null : now.funding().lines().get(funding);
    }

    private static @Nullable List<String> evidence(@Nullable List<String> given) {
        return given == null || given.isEmpty() ? null : given;
    }

    private static Currency currency(String code, @Nullable String ofLine) {
        if (ofLine != null && !ofLine.equals(code)) {
            throw new Invalid("currency", "other-currency", ofLine);
        }
        return Currency.getAvailableCurrencies().stream().filter(known -> known.getCurrencyCode().equals(code)).findAny()
                .orElseThrow(() -> new Invalid("currency", "unknown-currency", code));
    }

    /** More than nothing, of at most fifteen digits and no parts that the currency does not have. */
    private static BigDecimal amount(BigDecimal amount, Currency currency) {
        int parts = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.signum() <= 0 || (long) amount.precision() - amount.scale() > MOST_DIGITS) {
            throw new Invalid("amount", "amount-out-of-range");
        }
        var least = amount.stripTrailingZeros();
        if (least.scale() > parts) {
            throw new Invalid("amount", "amount-too-fine", currency.getCurrencyCode(), parts);
        }
        return least.setScale(parts);
    }
}
