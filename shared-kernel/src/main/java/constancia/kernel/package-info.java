/** The facts and the nouns that both sides share: ids, values, events, refusals. No framework but Jackson's annotations. */
@org.jspecify.annotations.NullMarked
package constancia.kernel;
