package app.prtosales.local.edges;

import org.jspecify.annotations.Nullable;

/// A template that says something the local stack cannot follow; the message names it.
public final class UnreadableTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableTemplate(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
