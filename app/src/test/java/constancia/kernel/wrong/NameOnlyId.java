package constancia.kernel.wrong;

import constancia.kernel.ItemId;
import java.util.UUID;

/** Wrong on purpose: its text is {@code NameOnlyId[value=…]}, which would become the id on record. */
public record NameOnlyId(UUID value) implements ItemId {}
