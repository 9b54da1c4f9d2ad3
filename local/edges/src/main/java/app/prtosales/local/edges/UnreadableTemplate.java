package app.prtosales.local.edges;

import org.jspecify.annotations.Nullable;

/// The template uses something that the local stack does not support; the message names it.
public final class UnreadableTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableTemplate(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
