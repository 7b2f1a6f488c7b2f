package constancia.web.shelf;

import constancia.command.Matching;
import constancia.command.Text;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.rights.Authority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an account keeps for itself. A filter may be shared with a body: then it is there for whoever has a role in it or is seated in it. */
public interface Shelf {

    /**
     * A page as it was narrowed.
     *
     * @param list  where it stands: {@code actions}, {@code timeline}, {@code plans/} and the id of one for its matrix
     * @param query the part of its address after the question mark
     */
    record NewFilter(@Text(100) String name, @Matching(value = "[a-z-]{1,40}(/[a-f0-9-]{36})?", example = "actions") String list,
                     @Matching(value = "[A-Za-z0-9%&=._~+*:,-]{1,2000}", example = "status=in-progress") String query, @Nullable BodyId body) {}

    /** @param body acronym of the body it is shared with */
    record KeptFilter(UUID id, String name, String list, String query, @Nullable String body, boolean own) {}

    /** Up to where an account has seen what was recorded. */
    record Look(long position, Instant at) {}

    record Opened(String kind, UUID item) {}

    /**
     * @throws constancia.kernel.Refused {@code filter-name-taken}
     * @throws constancia.kernel.Invalid {@code body-not-yours}: nobody shares with a body in which they have no part
     */
    KeptFilter keep(Authority who, NewFilter filter);

    /** One's own, and those shared with bodies in which one has a part, by name. */
    List<KeptFilter> filters(Authority who);

    /** @throws constancia.query.history.UnknownItem the account keeps no such filter */
    void drop(Authority who, UUID filter);

    Optional<Look> lastLook(String account);

    /** Notes that everything up to that position was seen; a look never goes back. */
    void looked(String account, long position);

    void opened(String account, String kind, UUID item);

    /** What was opened last, the latest first. */
    List<Opened> lastOpened(String account);
}
