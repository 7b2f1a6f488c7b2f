@org.jspecify.annotations.NullMarked
package constancia.web.evaluation;
