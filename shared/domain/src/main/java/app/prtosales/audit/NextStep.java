package app.prtosales.audit;

/// What has to happen so that a placement stops leaking, and whose turn it is.
///
/// @param owner by role: a frozen week names no person, so that one can be deleted
/// @param sequence the sequence's name, where its owner is meant; else empty
public record NextStep(Owner owner, String sequence, String step) {

    /// Whose turn it is, in the agreement or at a sequence.
    public enum Owner {
        PR_OWNER,
        OPS,
        RULE_1_OWNER,
        RULE_2_OWNER,
        RULE_3_OWNER,
        SEQUENCE_OWNER
    }
}
