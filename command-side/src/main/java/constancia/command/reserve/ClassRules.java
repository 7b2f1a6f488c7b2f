package constancia.command.reserve;

import constancia.kernel.reserve.ItemClass;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of the classes: dated, set by the administrators of each register. */
public interface ClassRules {

    /**
     * @param needs     what must be stated: {@link #LEGAL_BASIS}, {@link #AUTHORITY}, {@link #RESOLUTION}
     * @param years     for how long at most; null when it has no end
     * @param extension for how many years more it may be prolonged
     */
    record ClassRule(Set<String> needs, @Nullable Integer years, @Nullable Integer extension) {}

    String LEGAL_BASIS = "legal-basis";
    String AUTHORITY = "authority";
    String RESOLUTION = "resolution";

    /** What holds of a class other than public on that day. */
    ClassRule on(ItemClass of, LocalDate day);
}
