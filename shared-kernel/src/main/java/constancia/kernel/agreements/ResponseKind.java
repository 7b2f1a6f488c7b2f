package constancia.kernel.agreements;

import constancia.kernel.Word;

/** What somebody who was consulted, or to whom a pronouncement is addressed, answers. */
public enum ResponseKind implements Word { ACCEPTED, OBSERVATIONS, REJECTED }
