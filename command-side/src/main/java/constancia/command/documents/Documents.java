package constancia.command.documents;

import constancia.kernel.ItemId;

/** The documents that the register has. They stay: none is ever taken away or changed. */
public interface Documents {

    boolean has(String sha256);

    /** Keeps that the item names it. */
    void named(String sha256, ItemId by);
}
