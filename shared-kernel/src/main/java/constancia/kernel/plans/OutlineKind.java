package constancia.kernel.plans;

import constancia.kernel.Word;

public enum OutlineKind implements Word { COMPONENT, AXIS, RESULT, RECOMMENDATION, GOAL, PURPOSE, LOGFRAME_COMPONENT, ACTIVITY }
