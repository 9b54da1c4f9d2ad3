package app.prtosales.delivery;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The remedy for an email that did not arrive.
public enum Remedy {
    /// Another address.
    FIX_ADDRESS,
    /// Room in the recipient's mailbox.
    MAKE_ROOM,
    /// The recipient's mail server has to let our email in.
    LET_IN,
    /// Another text: SES itself will not send this one.
    CHANGE_TEXT;

    private static final Set<String> SES_REFUSES =
            Set.of(
                    RefusalReason.REJECTED,
                    RefusalReason.BAD_CONTENT,
                    RefusalReason.RENDERING_FAILED);

    /// @param kept the reason as stored in the ledger; null if none is known
    public static Remedy of(@Nullable String kept) {
        if (kept == null) {
            return FIX_ADDRESS;
        }
        return SES_REFUSES.contains(kept) ? CHANGE_TEXT : BounceReason.remedy(kept);
    }
}
