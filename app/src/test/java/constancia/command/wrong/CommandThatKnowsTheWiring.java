package constancia.command.wrong;

import constancia.app.Application;

/** Wrong on purpose: knows the wiring. */
public class CommandThatKnowsTheWiring {

    public final Class<?> wiring = Application.class;
}
