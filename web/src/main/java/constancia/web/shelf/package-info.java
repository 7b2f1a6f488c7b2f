/** What an account keeps for itself: filters under a name, where it last looked, what it opened. No history, and nothing of the register. */
@org.jspecify.annotations.NullMarked
package constancia.web.shelf;
