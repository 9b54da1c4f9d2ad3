package app.prtosales.local.edges;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes an email in MIME format, using Angus Mail.
final class MimeWriter {

    private static final Set<String> ADDRESSED = Set.of("From", "To", "Cc", "Reply-To", "Sender");
    private static final @Nullable Session NONE = null;

    private MimeWriter() {}

    /// @param attachments CSV texts by file name
    /// @param boundary the MIME boundary; fixed, so that the same email always gives the same bytes
    static String write(
            Map<String, String> headers,
            String text,
            String html,
            Map<String, String> attachments,
            String boundary) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MimeMessage mail = new Written();
            for (Map.Entry<String, String> header : headers.entrySet()) {
                mail.setHeader(header.getKey(), written(header.getKey(), header.getValue()));
            }
            fill(mail, text, html, attachments, boundary);
            mail.saveChanges();
            mail.writeTo(bytes);
        } catch (MessagingException invalid) {
            throw new IllegalArgumentException(
                    "the email cannot be written in MIME format", invalid);
        } catch (IOException notToMemory) {
            throw new UncheckedIOException(notToMemory);
        }
        return bytes.toString(UTF_8);
    }

    private static void fill(
            Part mail, String text, String html, Map<String, String> files, String boundary)
            throws MessagingException {
        if (!files.isEmpty()) {
            Parts mixed = new Parts("mixed", boundary + "-mixed");
            MimeBodyPart body = new MimeBodyPart();
            fill(body, text, html, Map.of(), boundary);
            mixed.addBodyPart(body);
            for (Map.Entry<String, String> file : files.entrySet()) {
                MimeBodyPart attached = new MimeBodyPart();
                attached.setText(file.getValue(), "UTF-8", "csv");
                attached.setFileName(file.getKey());
                attached.setHeader("Content-Transfer-Encoding", "base64");
                mixed.addBodyPart(attached);
            }
            mail.setContent(mixed);
        } else if (text.isEmpty() || html.isEmpty()) {
            content(mail, text.isEmpty() ? html : text, text.isEmpty() ? "html" : "plain");
        } else {
            Parts both = new Parts("alternative", boundary);
            for (String type : new String[] {"plain", "html"}) {
                MimeBodyPart part = new MimeBodyPart();
                content(part, type.equals("html") ? html : text, type);
                both.addBodyPart(part);
            }
            mail.setContent(both);
        }
    }

    private static void content(Part part, String content, String type) throws MessagingException {
        part.setContent(content, "text/" + type + "; charset=UTF-8");
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    /// A header's value: non-ASCII words encoded, long lines folded at spaces.
    private static String written(String name, String value)
            throws MessagingException, IOException {
        String encoded = MimeUtility.encodeText(value, "UTF-8", "B");
        if (ADDRESSED.contains(name)) {
            InternetAddress[] addresses = InternetAddress.parse(value, false);
            for (InternetAddress address : addresses) {
                address.setPersonal(address.getPersonal(), "UTF-8");
            }
            encoded = InternetAddress.toString(addresses);
        }
        return MimeUtility.fold(name.length() + 2, encoded);
    }

    /// Keeps the message id that SES assigned.
    private static final class Written extends MimeMessage {

        Written() {
            super(NONE);
        }

        @Override
        protected void updateMessageID() {}
    }

    /// Keeps the given boundary; the library would derive one from the time.
    private static final class Parts extends MimeMultipart {

        Parts(String subtype, String boundary) throws MessagingException {
            super(subtype);
            ContentType type = new ContentType("multipart", subtype, null);
            type.setParameter("boundary", boundary);
            contentType = type.toString();
        }
    }
}
