/** How items, their parts and their fields are withheld from those whom they do not concern: one set of rules for every kind. */
@org.jspecify.annotations.NullMarked
package constancia.command.reserve;
