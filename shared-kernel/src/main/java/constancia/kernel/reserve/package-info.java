@org.jspecify.annotations.NullMarked
package constancia.kernel.reserve;
