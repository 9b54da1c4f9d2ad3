package app.prtosales.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An email that is ready to send, to one recipient.
///
/// @param to the recipient's address
/// @param thread the made-up id in `References` that all emails to one person about one placement
///   share, because SES replaces `Message-ID`; null for an email outside any thread
/// @param replyTo where replies go; null for the sender's address
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

    /// An email without attachments.
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

    /// Shows only the id, not the address or text, because it may end up in a log (I10).
    @Override
    public String toString() {
        return "mail " + id;
    }
}
