package app.prtosales.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mail ready to go, to one recipient.
///
/// @param to one address
/// @param thread the synthetic id in `References` that all mails of one (placement, rep) carry; SES
///   replaces `Message-ID`, so a thread cannot hang on that. Null for a mail of its own
/// @param replyTo where an answer goes; null for the sender's address
public record OutgoingMail(
        DeliveryId id,
        String to,
        String subject,
        String html,
        String text,
        @Nullable String thread,
        @Nullable String replyTo,
        List<Attachment> attachments) {

    public OutgoingMail {
        attachments = List.copyOf(attachments);
    }

    /// One without attachments.
    public OutgoingMail(
            DeliveryId id,
            String to,
            String subject,
            String html,
            String text,
            @Nullable String thread,
            @Nullable String replyTo) {
        this(id, to, subject, html, text, thread, replyTo, List.of());
    }

    /// Says whose mail it is, and neither address nor text: this may end in a log line (I10).
    @Override
    public String toString() {
        return "mail " + id;
    }
}
