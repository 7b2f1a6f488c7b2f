package constancia.kernel.plans;

import constancia.kernel.Word;

public enum RecommendationResponse implements Word { ACCEPTED, PARTLY_ACCEPTED, REJECTED }
