package constancia.command.reserve;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.command.AtMost;
import constancia.command.Between;
import constancia.command.Matching;
import constancia.kernel.Word;
import constancia.kernel.reserve.ItemClass;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rules of the classes are set: configuration with dates, not records. What is set stays. */
public interface ClassRulebook {

    String ROLES = "administrator|coordinator|technical-secretariat|liaison|facilitator|verifier|authoriser|auditor|evaluator|observer";

    /** What must be stated of what is not public. */
    enum ClassNeed implements Word { LEGAL_BASIS, AUTHORITY, RESOLUTION }

    /**
     * @param role        a word of the table of rights
     * @param withinScope only what concerns the bodies or institutions for which the role is held
     */
    record ClassSeer(@Matching(value = ROLES, example = "auditor") String role, boolean withinScope) {}

    /**
     * @param since     not before today: nothing that was classified is judged anew
     * @param years     for how long at most; without a limit unless stated
     * @param extension for how many years more it may be prolonged; stated with {@code years} and not without
     * @param seenBy    administrators see it in any case
     */
    record NewClassRule(@JsonProperty("class") ItemClass classification, LocalDate since, @AtMost(3) List<ClassNeed> needs,
                   @Between(min = 1, max = 100) @Nullable Integer years, @Between(min = 0, max = 100) @Nullable Integer extension, @AtMost(20) List<ClassSeer> seenBy) {}

    /**
     * @param account who sets it
     * @throws constancia.kernel.Invalid of what is public there is no rule, it would hold in the past, or one of the two numbers is missing
     * @throws constancia.kernel.Refused {@code class-rule-exists} when one of that day is set already
     */
    void set(NewClassRule rule, LocalDate today, String account);
}
