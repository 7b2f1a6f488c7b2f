package constancia.command.imports;

import java.time.LocalDate;

/** What a cell says about when. */
sealed interface Moment {

    record Day(LocalDate date) implements Moment {
    }

    /** Written as a date that no calendar has: 31/02/2012. */
    record Impossible(String written) implements Moment {
    }

    /** Any other text: a year, a quarter, a week, a month, a day without its year. It never becomes a day. */
    record Stays(String written) implements Moment {
    }
}
