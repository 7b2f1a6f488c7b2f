/** A register that shows what a register is: an invented council lives eight years in it, under a clock of its own. */
@org.jspecify.annotations.NullMarked
package constancia.app.demo;
