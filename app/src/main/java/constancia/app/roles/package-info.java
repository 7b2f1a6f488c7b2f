@org.jspecify.annotations.NullMarked
package constancia.app.roles;
