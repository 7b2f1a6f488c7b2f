/** The pages: what people open in a browser. They ask the same questions and give the same commands as programs do. */
@org.jspecify.annotations.NullMarked
package constancia.web.pages;
