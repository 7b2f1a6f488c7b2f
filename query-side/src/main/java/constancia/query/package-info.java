/** Answers. Single items are folds of their own records; lists are tables. No commands, no HTTP. */
@org.jspecify.annotations.NullMarked
package constancia.query;
