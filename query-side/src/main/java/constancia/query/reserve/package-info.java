@org.jspecify.annotations.NullMarked
package constancia.query.reserve;
