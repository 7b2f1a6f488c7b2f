/** Repeatable measurements. Each prints a ratio to a limit taken in the same run: absolute figures of a machine say little. */
@org.jspecify.annotations.NullMarked
package constancia.benchmarks;
