package constancia.query.wrong;

import constancia.command.Commands;

/** Wrong on purpose: a question that changes something. */
public record QueryThatCommands(Commands commands) {}
