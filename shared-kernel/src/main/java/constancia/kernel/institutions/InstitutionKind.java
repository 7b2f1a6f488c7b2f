package constancia.kernel.institutions;

import constancia.kernel.Word;

public enum InstitutionKind implements Word {
    STATE, MUNICIPAL, INTERNATIONAL, COOPERATION, CIVIL_SOCIETY, PRIVATE_SECTOR, ACADEMIA, POLITICAL_PARTY, CHURCH,
    COUNTRY, PROGRAMME, SECTOR, OTHER
}
