/** HTTP only: requests to commands, rows and folds to JSON, failures to problems. */
@org.jspecify.annotations.NullMarked
package constancia.web;
