package constancia.query.history;

import constancia.kernel.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * What an item is called where another item names it.
 *
 * @param shortName the one word people know it by: acronym, code, folio
 * @param name      name or title
 * @param of        the item it belongs to: a meeting's body
 */
public record Label(@Nullable String shortName, @Nullable String name, @Nullable ItemId of) {}
