package app.prtosales.local.edges;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An email that SES accepted, as its recipient receives it.
///
/// @param n its number, from 1, in the order in which SES accepted the emails
/// @param messageId SES's message id, which the events refer to
/// @param headers the headers as sent, including the ones that SES adds
/// @param tags the message tags
/// @param attachments text files by file name
/// @param settled whether all of the email's events were delivered
public record Mail(
        int n,
        String messageId,
        Instant sentAt,
        String from,
        List<String> to,
        String subject,
        String html,
        String text,
        Map<String, String> headers,
        Map<String, String> tags,
        String configurationSet,
        Map<String, String> attachments,
        boolean settled) {

    public Mail {
        to = List.copyOf(to);
        headers = new LinkedHashMap<>(headers);
        tags = new LinkedHashMap<>(tags);
        attachments = new LinkedHashMap<>(attachments);
    }

    Mail nowSettled() {
        return new Mail(
                n,
                messageId,
                sentAt,
                from,
                to,
                subject,
                html,
                text,
                headers,
                tags,
                configurationSet,
                attachments,
                true);
    }

    /// The email in the form that the web inbox and scripts read.
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("n", n);
        shown.put("sentAt", Instants.milliseconds(sentAt));
        shown.put("from", from);
        shown.put("to", String.join(", ", to));
        shown.put("subject", subject);
        shown.put("html", html);
        shown.put("text", text);
        shown.put("headers", headers);
        shown.put("tags", tags);
        shown.put("attachments", attachments);
        return shown;
    }

    Map<String, Object> saved() {
        Map<String, Object> saved = shown();
        saved.put("to", to);
        saved.put("messageId", messageId);
        saved.put("configurationSet", configurationSet);
        saved.put("settled", settled);
        return saved;
    }

    static Mail from(Map<String, Object> saved) {
        return new Mail(
                Json.number(saved.get("n"), 0),
                Json.string(saved.get("messageId")),
                Instant.parse(Json.string(saved.get("sentAt"))),
                Json.string(saved.get("from")),
                Json.list(saved.get("to")).stream().map(Json::string).toList(),
                Json.string(saved.get("subject")),
                Json.string(saved.get("html")),
                Json.string(saved.get("text")),
                strings(saved.get("headers")),
                strings(saved.get("tags")),
                Json.string(saved.get("configurationSet")),
                strings(saved.get("attachments")),
                Boolean.TRUE.equals(saved.get("settled")));
    }

    private static Map<String, String> strings(@org.jspecify.annotations.Nullable Object value) {
        Map<String, String> strings = new LinkedHashMap<>();
        Json.map(value).forEach((name, each) -> strings.put(name, Json.string(each)));
        return strings;
    }
}
