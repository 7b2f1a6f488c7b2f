package constancia.kernel.plans;

import constancia.kernel.Word;

public enum PlanKind implements Word { IMPROVEMENT_PLAN, ANNUAL_OPERATING_PLAN, NATIONAL_PLAN, OTHER }
