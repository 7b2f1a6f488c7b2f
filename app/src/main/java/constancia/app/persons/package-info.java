@org.jspecify.annotations.NullMarked
package constancia.app.persons;
