/** Is it kept, in time, and where not: figures over many commitments, each the count of a list. */
@org.jspecify.annotations.NullMarked
package constancia.query.evaluation;
