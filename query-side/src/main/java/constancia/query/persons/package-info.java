@org.jspecify.annotations.NullMarked
package constancia.query.persons;
