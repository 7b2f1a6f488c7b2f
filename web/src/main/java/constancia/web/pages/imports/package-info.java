/** Files that come into the register, as people bring them: what was understood, what must be decided, what came of it. */
@org.jspecify.annotations.NullMarked
package constancia.web.pages.imports;
