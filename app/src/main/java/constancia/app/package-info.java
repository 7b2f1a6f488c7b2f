/** The only place that knows everything: wiring, storage, security, the embedded PostgreSQL, the roles of a node. */
@org.jspecify.annotations.NullMarked
package constancia.app;
