package constancia.kernel.meetings;

import constancia.kernel.Word;

/** How far a deliberation has come: the question and the positions on it, a proposal, a second one, its end. */
public enum DeliberationStage implements Word {
    QUESTION, PROPOSAL, SECOND_PROPOSAL, CONCLUDED;

    public static DeliberationStage of(int proposals, boolean concluded) {
        if (concluded) {
            return CONCLUDED;
        }
        return switch (proposals) {
            case 0 -> QUESTION;
            case 1 -> PROPOSAL;
            default -> SECOND_PROPOSAL;
        };
    }
}
