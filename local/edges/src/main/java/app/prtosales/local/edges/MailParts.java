package app.prtosales.local.edges;

import app.prtosales.local.edges.SesEdge.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Validates the parts of an email for which SES has rules of its own: headers, message tags,
/// attachments.
final class MailParts {

    /// API reference, `Message`: "Can contain no more than 15 headers in one message."
    private static final int MAXIMUM_HEADERS = 15;

    /// API reference, `MessageHeader`.
    private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-@A-~]{1,126}");

    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{1,870}");

    /// Developer Guide, "Amazon SES header fields": SES sets these headers itself.
    private static final Set<String> DISALLOWED =
            Set.of(
                    "bcc",
                    "cc",
                    "content-disposition",
                    "content-transfer-encoding",
                    "content-type",
                    "date",
                    "from",
                    "message-id",
                    "mime-version",
                    "reply-to",
                    "return-path",
                    "sender",
                    "subject",
                    "to");

    /// API reference, `MessageTag`, for names and values; the limit of 255 is the one in SES's
    /// error message.
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    /// Developer Guide, "Working with email attachments".
    private static final int LONGEST_FILE_NAME = 255;

    private MailParts() {}

    static Map<String, String> headers(Map<String, Object> simple) throws Refused {
        List<Object> given = Json.list(simple.get("Headers"));
        if (given.size() > MAXIMUM_HEADERS) {
            throw SesEdge.bad("A message can have at most %d headers".formatted(MAXIMUM_HEADERS));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (Object each : given) {
            Map<String, Object> header = Json.map(each);
            String name = Json.string(header.get("Name"));
            String value = Json.string(header.get("Value"));
            if (!HEADER_NAME.matcher(name).matches()) {
                throw SesEdge.bad("Invalid header name <%s>".formatted(name));
            }
            if (DISALLOWED.contains(name.toLowerCase(Locale.ROOT))) {
                throw SesEdge.bad("Header <%s> is not allowed".formatted(name));
            }
            if (!HEADER_VALUE.matcher(value).matches()) {
                throw SesEdge.bad("Invalid header value of <%s>".formatted(name));
            }
            headers.put(name, value);
        }
        return headers;
    }

    static Map<String, String> tags(@Nullable Object given) throws Refused {
        Map<String, String> tags = new LinkedHashMap<>();
        for (Object each : Json.list(given)) {
            Map<String, Object> tag = Json.map(each);
            String name = Json.string(tag.get("Name"));
            String value = Json.string(tag.get("Value"));
            checkTag("name", name);
            checkTag("value", value);
            tags.put(name, value);
        }
        return tags;
    }

    private static void checkTag(String part, String text) throws Refused {
        if (!TAG.matcher(text).matches()) {
            throw SesEdge.bad(
                    "Invalid tag %s <%s>: only alphanumeric ASCII characters, '_', and '-' are allowed."
                            .formatted(part, text));
        }
    }

    static Map<String, String> attachments(Map<String, Object> simple) throws Refused {
        Map<String, String> attachments = new LinkedHashMap<>();
        for (Object each : Json.list(simple.get("Attachments"))) {
            Map<String, Object> attachment = Json.map(each);
            String name = Json.string(attachment.get("FileName"));
            if (name.isEmpty()
                    || name.length() > LONGEST_FILE_NAME
                    || name.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
                throw SesEdge.bad("Invalid attachment file name");
            }
            try {
                byte[] content =
                        Base64.getDecoder().decode(Json.string(attachment.get("RawContent")));
                attachments.put(name, new String(content, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                throw SesEdge.bad("Attachment content must be base64-encoded");
            }
        }
        return attachments;
    }
}
