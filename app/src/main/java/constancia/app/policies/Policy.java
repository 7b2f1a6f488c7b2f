package constancia.app.policies;

import constancia.command.Command;
import constancia.kernel.Event;
import java.util.List;
import java.util.UUID;

/** What follows from the records of one kind of item. */
public interface Policy {

    /** Under this name it is known how far it has followed; it never changes. */
    String name();

    /** The kind of item as it stands in the journal. */
    String kind();

    /** The name under which it records. */
    String actor();

    /** What is to be done about that record; asked again, the commands find their work done. */
    List<? extends Command> commands(UUID item, Event event);
}
