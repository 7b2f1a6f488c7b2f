package constancia.kernel.wrong;

import java.time.LocalDate;

/** Wrong on purpose: a rule that gives another answer tomorrow. */
public class ReadsTheClock {

    public boolean overdue(LocalDate dueOn) {
        return dueOn.isBefore(LocalDate.now());
    }
}
