package app.prtosales.audit;

/// The next step that keeps a placement from leaking, and who has to take it.
///
/// @param owner a role: a frozen week names no person, so that a person can be deleted
/// @param sequence the sequence's name if its owner has to act; otherwise empty
public record NextStep(Owner owner, String sequence, String step) {

    /// Who has to act, as a role in the agreement or at a sequence.
    public enum Owner {
        PR_OWNER,
        OPS,
        RULE_1_OWNER,
        RULE_2_OWNER,
        RULE_3_OWNER,
        SEQUENCE_OWNER
    }
}
