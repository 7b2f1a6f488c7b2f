/** What follows from a fact by itself: pure functions from an event to commands, sent under {@code system:} names. */
@org.jspecify.annotations.NullMarked
package constancia.command.policies;
