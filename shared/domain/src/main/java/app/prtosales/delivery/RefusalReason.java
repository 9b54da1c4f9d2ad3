package app.prtosales.delivery;

import java.util.List;

/// Describes in words why the mail system did not accept an email. The ledger keeps the error's
/// name, such as `SES: MessageRejected`, for looking it up in AWS's documentation; people see what
/// it means.
public final class RefusalReason {

    /// SES accepted the email, and then refused to send it.
    public static final String REJECTED = "SES: rejected";

    /// As [#REJECTED], because SES took its content for harmful.
    public static final String BAD_CONTENT = REJECTED + ": Bad content";

    /// SES accepted the email, and then could not make it out of its parts.
    public static final String RENDERING_FAILED = "SES: rendering failed";

    private static final String NAMED = "SES: ";
    private static final String ABOUT_US = "SES takes no mail from us";

    private RefusalReason() {}

    /// @param kept the reason as stored in the ledger
    public static String shown(String kept) {
        if (kept.startsWith(ABOUT_US)) {
            return "it isn’t accepting our email right now";
        }
        return switch (kept) {
            case BAD_CONTENT -> "it found harmful content in this email";
            case REJECTED -> "it won’t accept this email";
            case RENDERING_FAILED -> "it couldn’t put this email together";
            default -> named(kept);
        };
    }

    private static String named(String kept) {
        return kept.startsWith(NAMED) ? meaning(kept.substring(NAMED.length())) : kept;
    }

    private static String meaning(String error) {
        if (List.of("TooManyRequestsException", "LimitExceededException").contains(error)
                || error.contains("Throttl")) {
            return "it’s limiting how fast we send";
        }
        if (error.equals("MessageRejected")) {
            return "it won’t accept this email";
        }
        if (error.contains("BadRequest")) {
            return "it can’t read this email or its address";
        }
        return "it didn’t accept the email right now";
    }
}
