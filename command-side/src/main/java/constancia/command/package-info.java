/** Decides. One package per kind of item: commands, rules, and a thin Axon shell. No HTTP, no SQL. */
@org.jspecify.annotations.NullMarked
package constancia.command;
