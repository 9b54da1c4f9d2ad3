package app.prtosales.local.edges.iam;

/// A policy with something in it that is not known here, so that nobody can say what it allows.
public final class UnreadablePolicy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadablePolicy(String message) {
        super(message);
    }
}
