package constancia.command.imports;

import constancia.kernel.Word;

/**
 * What a column holds. In an outline each column of a level holds a node under the one to its left, and {@code CODE} is
 * the code of the node in the next column; {@code LEVEL} says in words of which level the {@code TEXT} is.
 */
public enum Meaning implements Word {
    NUMBER, CODE, TEXT, DUE_ON, PERIOD, PERIOD_LABEL, TYPE, NOTE,
    COMPONENT, COMPONENT_NAME, RECOMMENDATION, RESPONSIBLE, PARTNER,
    AXIS, RESULT, GOAL, PURPOSE, LOGFRAME_COMPONENT, ACTIVITY, LEVEL,
    WARNING_SIGNS, PREVENTIVE, DAMAGE_REDUCTION, ADJUSTMENTS,
    NAME, ACRONYM, ALIASES, KIND, COUNTRY, MEMBERS, DUTIES, ROLE, HOLDER,
    MUNICIPALITY, DEPARTMENT
}
