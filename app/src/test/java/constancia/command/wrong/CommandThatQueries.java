package constancia.command.wrong;

import constancia.query.Reader;

/** Wrong on purpose: a decision that stands on tables. */
public record CommandThatQueries(Reader reader) {}
