@org.jspecify.annotations.NullMarked
package constancia.app.shelf;
