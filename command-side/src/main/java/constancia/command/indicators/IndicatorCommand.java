package constancia.command.indicators;

import constancia.command.AtMost;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.Decimals;
import constancia.command.Happened;
import constancia.command.Internal;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.plans.PlanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of an indicator. */
public sealed interface IndicatorCommand extends Command {

    String SHA256 = "[0-9a-f]{64}";
    String SHA256_EXAMPLE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Override
    IndicatorId id();

    /**
     * @param body           that of the plan unless stated
     * @param direction      which way is better; {@code increase} unless stated
     * @param disaggregation the dimensions by which measurements may be broken down
     */
    @Creates
    record DefineIndicator(IndicatorId id, @Text(500) String name, IndicatorKind kind, @Text(100) String unit, @Nullable PlanId plan,
                           @Nullable UUID node, @Nullable BodyId body, @Nullable KnownStart baseline,
                           @Text(2000) @Nullable String meansOfVerification, @AtMost(20) @Text(100) @Nullable List<String> disaggregation,
                           @Nullable Direction direction, LocalDate effectiveOn) implements IndicatorCommand {}

    /** The baseline: what was measured before. */
    record KnownStart(@Decimals(6) BigDecimal value, @Happened LocalDate on, @Text(1000) String source) {}

    /** For a period of the plan's calendar or for a day. */
    record SetTarget(IndicatorId id, @Text(30) @Nullable String period, @Nullable LocalDate dueOn, @Decimals(6) BigDecimal value,
                     LocalDate effectiveOn) implements IndicatorCommand {}

    /** @param on the day as of which it was measured; measured again for the same day, the newer value counts */
    record RecordMeasurement(IndicatorId id, @Happened LocalDate on, @Decimals(6) BigDecimal value, @Text(1000) String source,
                             @Nullable List<Share> disaggregated,
                             @Matching(value = SHA256, example = SHA256_EXAMPLE) @Nullable List<String> evidence,
                             LocalDate effectiveOn) implements IndicatorCommand {}

    /** What falls to one category of a dimension. */
    record Share(@Text(100) String dimension, @Text(200) String category, @Decimals(6) BigDecimal value) {}

    @NeedsGrounds
    record RetireIndicator(IndicatorId id, LocalDate effectiveOn) implements IndicatorCommand {}

    /** Gives targets of periods the days that their periods have now. */
    @Internal
    record DateTargets(IndicatorId id, LocalDate effectiveOn) implements IndicatorCommand {}
}
