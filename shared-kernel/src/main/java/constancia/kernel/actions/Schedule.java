package constancia.kernel.actions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an action is to be done: marked periods of its plan's calendar, or dates. Marks have dates as soon as the
 * plan's periods have: {@code from} of the first, {@code dueOn} the end of the last. Without {@code dueOn} nothing is ever overdue.
 */
public record Schedule(List<String> periods, @Nullable LocalDate from, @Nullable LocalDate dueOn) {}
