@org.jspecify.annotations.NullMarked
package constancia.command.persons;
