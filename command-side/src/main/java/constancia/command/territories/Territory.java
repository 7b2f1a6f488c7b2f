package constancia.command.territories;

import constancia.command.Between;
import constancia.command.Decimals;
import constancia.command.Matching;
import constancia.command.Text;
import constancia.kernel.territories.TerritoryKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An entry of the catalogue; {@code parent} is the code of the territory within which it lies. */
public record Territory(@Matching(value = Territory.CODE, example = "SV-SS") String code, @Text(200) String name, TerritoryKind kind,
                        @Matching(value = Territory.CODE, example = "SV-SS") @Nullable String parent, @Nullable Priority priority) {

    static final String CODE = "[A-Z0-9][A-Z0-9.-]{0,19}";

    /** The index by which it was chosen before others, whose it is and of which year. */
    public record Priority(@Decimals(6) BigDecimal index, @Text(300) String source, @Between(min = 1900, max = 2199) int year) {}
}
