package app.prtosales.delivery;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Describes in words why an email bounced, based on the codes from SES and the mail server. The
/// server's own text is not used, because it can quote the address (I10).
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc3463">RFC 3463: mail system status codes</a>
/// @see <a
///   href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">SES:
///   bounce types and subtypes</a>
public final class BounceReason {

    /// The reason stored for an email that SES suppressed.
    public static final String SUPPRESSED = "the address is on the account's suppression list";

    /// [#SUPPRESSED] in words for people.
    public static final String BLOCKED = "the address bounced before, so Amazon SES blocks it";

    private static final String RULES = "the mail server’s rules don’t allow it";
    private static final String NO_MAILBOX = "mailbox does not exist";
    private static final String FULL = "mailbox is full";
    private static final String TOO_LARGE = "the email is too large for the mailbox";
    private static final String CONTENT = "the mail server rejected the content";
    private static final String ATTACHMENT = "the mail server rejected the attachment";

    /// Reasons by status code without the first digit, which only says whether the failure is
    /// temporary.
    private static final Map<String, String> BY_STATUS =
            Map.ofEntries(
                    Map.entry("1.1", NO_MAILBOX),
                    Map.entry("1.2", "the domain in the address doesn’t exist"),
                    Map.entry("1.3", "the address isn’t valid"),
                    Map.entry("1.6", "mailbox has moved"),
                    Map.entry("1.10", "the domain in the address doesn’t accept email"),
                    Map.entry("2.1", "mailbox is disabled"),
                    Map.entry("2.2", FULL),
                    Map.entry("2.3", TOO_LARGE),
                    Map.entry("3.4", TOO_LARGE),
                    Map.entry("4.1", "the mail server didn’t answer"),
                    Map.entry("4.4", "the domain in the address doesn’t exist"),
                    Map.entry("4.7", "the mail server didn’t accept it in time"),
                    Map.entry("7.1", RULES));

    private static final Map<String, String> BY_SUBTYPE =
            Map.of(
                    "NoEmail", NO_MAILBOX,
                    "MailboxFull", FULL,
                    "MessageTooLarge", TOO_LARGE,
                    "ContentRejected", CONTENT,
                    "AttachmentRejected", ATTACHMENT);

    /// The form stored by earlier versions: `Permanent: General, status 5.1.1`.
    private static final Pattern EARLIER =
            Pattern.compile(
                    "(?<type>Permanent|Transient|Undetermined)(?:: (?<subtype>[A-Za-z]+))?"
                            + "(?:, status (?<status>[0-9.]+))?");

    private BounceReason() {}

    /// @param type `Permanent`, `Transient` or `Undetermined`
    /// @param subtype such as `MailboxFull`; empty if SES gives none
    /// @param status such as `5.1.1`; empty if the mail server gave none
    public static String words(String type, String subtype, String status) {
        String bySubtype = BY_SUBTYPE.get(subtype);
        if (bySubtype != null) {
            return bySubtype;
        }
        int dot = status.indexOf('.');
        String byStatus = BY_STATUS.get(status.substring(dot + 1));
        if (byStatus != null) {
            return byStatus;
        }
        return type.equals("Permanent")
                ? "the mail server rejected it"
                : "the mail server didn’t accept it";
    }

    /// A stored reason in words for people, whichever version stored it.
    public static String shown(String kept) {
        if (kept.equals(SUPPRESSED) || kept.startsWith("SES did not send it")) {
            return BLOCKED;
        }
        Matcher earlier = EARLIER.matcher(kept);
        return earlier.matches()
                ? words(
                        earlier.group("type"),
                        orEmpty(earlier.group("subtype")),
                        orEmpty(earlier.group("status")))
                : kept;
    }

    /// A sentence with any stored reason in it replaced by words for people: `bounced: Permanent:
    /// General, status 5.1.1`, as stored by an earlier version, becomes `bounced: mailbox does not
    /// exist`.
    public static String shownIn(String sentence) {
        return EARLIER.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(shown(found.group())));
    }

    /// @param kept a stored reason, whichever version stored it
    static Remedy remedy(String kept) {
        return switch (shown(kept)) {
            case FULL -> Remedy.MAKE_ROOM;
            case TOO_LARGE, CONTENT, ATTACHMENT, RULES -> Remedy.LET_IN;
            default -> Remedy.FIX_ADDRESS;
        };
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }
}
