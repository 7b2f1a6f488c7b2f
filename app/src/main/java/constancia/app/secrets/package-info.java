/** What the register must be able to read again and whoever has the database alone must not. */
@org.jspecify.annotations.NullMarked
package constancia.app.secrets;
