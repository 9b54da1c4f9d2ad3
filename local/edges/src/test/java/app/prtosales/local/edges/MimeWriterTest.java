package app.prtosales.local.edges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeWriterTest {

    @Test
    void every_line_is_short_and_ascii_and_ends_with_crlf() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("From", "Überblick <a@b.example>");
        headers.put("Subject", "[Coverage] Ärzteblatt: 🩺 " + "sehr langer Titel ".repeat(10));
        headers.put("References", "<one@x> ".repeat(20).strip());

        String mail =
                MimeWriter.write(headers, "Grüße\n.\nend ", "<p>" + "x".repeat(300), Map.of(), "b");

        assertThat(mail.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(mail.lines()).allSatisfy(line -> assertThat(line.length()).isBetween(0, 78));
        assertThat(mail.chars()).allMatch(c -> c < 0x7F);
        assertThat(mail)
                .contains("From: =?UTF-8?Q?=C3=9Cberblick?= <a@b.example>\r\n")
                .contains("Content-Type: multipart/alternative; boundary=b\r\n")
                .contains("Gr=C3=BC=C3=9Fe\r\n.\r\nend=20")
                .contains("References: <one@x> ")
                .endsWith("--b--\r\n");
    }

    @Test
    void an_emoji_is_never_split_across_encoded_words() {
        String mail = MimeWriter.write(Map.of("Subject", "🩺".repeat(40)), "x", "", Map.of(), "b");

        assertThat(mail.lines().filter(line -> line.contains("=?")))
                .hasSizeGreaterThan(3)
                .allSatisfy(word -> assertThat(word).contains("8J+puvCfqbrwn6m6"));
    }

    @Test
    void an_email_is_read_back_as_it_was_written() throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("From", "Müller & Söhne <a@b.example>");
        headers.put("To", "b@b.example");
        headers.put("Subject", "Grüße 🩺");
        headers.put("Message-ID", "<ours@x>");
        headers.put("Date", "Tue, 24 Nov 2026 09:00:00 +0000");

        String written =
                MimeWriter.write(headers, "Grüße", "<p>Grüße", Map.of("a.csv", "é,1\r\n"), "b");
        MimeMessage read =
                new MimeMessage((Session) null, new ByteArrayInputStream(written.getBytes(UTF_8)));

        assertThat(written)
                .isEqualTo(
                        MimeWriter.write(
                                headers, "Grüße", "<p>Grüße", Map.of("a.csv", "é,1\r\n"), "b"));
        assertThat(read.getSubject()).isEqualTo("Grüße 🩺");
        assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo("Müller & Söhne");
        assertThat(read.getMessageID()).isEqualTo("<ours@x>");
        assertThat(read.getHeader("Date")).containsExactly("Tue, 24 Nov 2026 09:00:00 +0000");
        MimeMultipart mixed = (MimeMultipart) read.getContent();
        MimeMultipart both = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(both.getBodyPart(0).getContent()).isEqualTo("Grüße");
        assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("a.csv");
        assertThat(new String(mixed.getBodyPart(1).getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("é,1\r\n");
    }
}
