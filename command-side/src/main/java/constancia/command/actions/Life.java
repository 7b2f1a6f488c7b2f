package constancia.command.actions;

import constancia.kernel.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The life of an action, an ordered facet: proposed, cancelled, reopened. {@code turns} are the days on which it was cancelled or restored. */
record Life(LocalDate proposedOn, LocalDate lastOn, List<Turn> turns) {

    record Turn(LocalDate on, boolean cancelled) {}

    static Life proposed(LocalDate on) {
        return new Life(on, on, List.of());
    }

    Life turned(LocalDate on, boolean cancelled) {
        var more = new ArrayList<>(turns);
        more.add(new Turn(on, cancelled));
        return new Life(proposedOn, on, List.copyOf(more));
    }

    /** Reopened without having been cancelled. */
    Life reopened(LocalDate on) {
        return new Life(proposedOn, on, turns);
    }

    boolean cancelled() {
        return cancelledOn(LocalDate.MAX);
    }

    boolean cancelledOn(LocalDate day) {
        return turns.stream().filter(turn -> !turn.on.isAfter(day)).reduce((first, second) -> second).map(Turn::cancelled).orElse(false);
    }

    void nothingAfter(LocalDate on) {
        if (on.isBefore(lastOn)) {
            throw new Refused("effective-before-previous", lastOn);
        }
    }
}
