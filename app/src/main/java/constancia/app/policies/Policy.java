package constancia.app.policies;

import constancia.command.Command;
import constancia.kernel.Event;
import java.util.List;
import java.util.UUID;

/** What follows from the records of some kinds of items. */
public interface Policy {

    /**
     * @param actor         the name under which it records
     * @param unlessRefused whatever the rules refuse by now nobody has to do; otherwise a refusal is a failure
     */
    record Given(Command command, String actor, boolean unlessRefused) {}

    /** Under this name it is known how far it has followed; it never changes. */
    String name();

    /** The kinds of items as they stand in the journal. */
    List<String> kinds();

    /** What is to be done about that record of an item of that kind; asked again, the commands find their work done. */
    List<Given> follows(String kind, UUID item, Event event);
}
