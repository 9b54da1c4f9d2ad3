package app.prtosales.local.edges.iam;

/// A policy is malformed, or uses something that is not supported here, so it cannot be evaluated.
public final class UnreadablePolicy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePolicy(String message) {
        super(message);
    }
}
