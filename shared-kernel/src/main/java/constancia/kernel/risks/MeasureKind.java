package constancia.kernel.risks;

import constancia.kernel.Word;

/** Done beforehand; done once the scenario has come, against its damage; or a change of the programme. */
public enum MeasureKind implements Word { PREVENTIVE, DAMAGE_REDUCTION, ADJUSTMENT }
