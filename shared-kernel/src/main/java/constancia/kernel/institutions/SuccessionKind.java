package constancia.kernel.institutions;

import constancia.kernel.Word;

public enum SuccessionKind implements Word { RENAMED, MERGED, SPLIT, SUCCEEDED }
