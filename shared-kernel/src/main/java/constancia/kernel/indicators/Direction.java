package constancia.kernel.indicators;

import constancia.kernel.Word;

/** Which way is better: more or less of what is measured. */
public enum Direction implements Word { INCREASE, DECREASE }
