package app.prtosales.local.edges.iam;

/// A policy uses something that is not supported here, so what it allows cannot be decided.
public final class UnreadablePolicy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePolicy(String message) {
        super(message);
    }
}
