package app.prtosales.aws.mail;

import app.prtosales.delivery.Postman.Handover;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Classifies SES's refusals: either this particular email is wrong, and retrying does not help; or
/// the account or our sender is, and emails go out once a person has fixed it.
///
/// SES uses some error codes for both, so its message is read too. It is not quoted, because it can
/// contain an address (I10).
///
/// @see <a href="https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html">SES:
///   email sending errors</a>
/// @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SES:
///   SendEmail, errors</a>
final class SesRefusal {

    /// The only codes that can be about this email.
    private static final Set<String> OF_A_MAIL =
            Set.of(
                    "MessageRejected",
                    "MessageRejectedException",
                    "BadRequest",
                    "BadRequestException");

    /// `Sending paused for this account. For more information, please check the inbox …`
    private static final Pattern ACCOUNT =
            Pattern.compile(
                    "\\b(paused|suspended|shut ?down|under review|disabled)\\b"
                            + "|configuration[ -]?set|\\bmail[ -]?from\\b|\\btag\\b|not authori[sz]ed");

    /// `Email address is not verified. The following identities failed the check in region …: a, b`
    private static final Pattern NOT_VERIFIED =
            Pattern.compile(
                    "not verified(?:.*?\\bin region [a-z0-9-]+: *(?<who>.*))?", Pattern.DOTALL);

    private SesRefusal() {}

    /// @param from our sender, as written in the email
    static Handover of(AwsServiceException answered, String from) {
        @Nullable String code =
                answered.awsErrorDetails() == null ? null : answered.awsErrorDetails().errorCode();
        String named = code == null ? "status " + answered.statusCode() : code;
        if (isFromGateway(answered)) {
            return new Handover.NoAnswer("SES: " + named);
        }
        if (isTemporary(answered)) {
            return new Handover.TryLater("SES: " + named);
        }
        return OF_A_MAIL.contains(named) && !isAboutUs(message(answered), from)
                ? new Handover.Refused("SES: " + named)
                : new Handover.TryLater("SES takes no mail from us: " + named, true);
    }

    /// A gateway in front of SES answers 502 or 504 if it lost SES's response, so the email may
    /// have been accepted. Any other 5xx comes from SES itself and means that the call failed.
    private static boolean isFromGateway(AwsServiceException answered) {
        return answered.statusCode() == 502 || answered.statusCode() == 504;
    }

    static boolean isTemporary(AwsServiceException answered) {
        return answered.statusCode() >= 500
                || answered.statusCode() == 429
                || answered.isThrottlingException();
    }

    private static String message(AwsServiceException answered) {
        @Nullable String message =
                answered.awsErrorDetails() == null
                        ? null
                        : answered.awsErrorDetails().errorMessage();
        return (message == null ? "" : message).toLowerCase(Locale.ROOT);
    }

    /// An identity that failed the check can be our sender or, in the sandbox, the recipient. If
    /// SES does not name all of them, it may be ours.
    private static boolean isAboutUs(String message, String from) {
        Matcher notVerified = NOT_VERIFIED.matcher(message);
        if (!notVerified.find()) {
            return ACCOUNT.matcher(message).find();
        }
        @Nullable String who = notVerified.group("who");
        if (who == null || who.isBlank() || who.strip().endsWith("...")) {
            return true;
        }
        String sender = bare(from).toLowerCase(Locale.ROOT);
        String domain = sender.substring(sender.indexOf('@') + 1);
        for (String identity : who.split(",", -1)) {
            String name = bare(identity.strip());
            if (name.equals(sender)
                    || name.equals(domain)
                    || !name.contains("@") && domain.endsWith("." + name)) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        int close = address.lastIndexOf('>');
        return open < 0 || close < open ? address : address.substring(open + 1, close);
    }
}
