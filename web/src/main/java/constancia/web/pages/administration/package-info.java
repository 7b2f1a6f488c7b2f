/** The pages of those who keep the register running: accounts and their roles, catalogues and rules, how its parts are doing. */
@org.jspecify.annotations.NullMarked
package constancia.web.pages.administration;
