package constancia.kernel.reserve;

import constancia.kernel.Word;

/** Who may know of an item, a part of one or a field: everybody; until a day, those whom it concerns; without end, those whom it concerns. */
public enum ItemClass implements Word { PUBLIC, RESERVED, CONFIDENTIAL }
