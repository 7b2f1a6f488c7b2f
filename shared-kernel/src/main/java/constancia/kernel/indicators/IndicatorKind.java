package constancia.kernel.indicators;

import constancia.kernel.Word;

public enum IndicatorKind implements Word { IMPACT, RESULT, PRODUCT, INPUT }
