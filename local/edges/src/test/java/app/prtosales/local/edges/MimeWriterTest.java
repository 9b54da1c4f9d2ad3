package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeWriterTest {

    @Test
    void every_line_is_short_plain_and_ended_by_crlf() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("From", "Überblick <a@b.example>");
        headers.put("Subject", "[Coverage] Ärzteblatt: 🩺 " + "sehr langer Titel ".repeat(10));
        headers.put("References", "<one@x> ".repeat(20).strip());

        String mail = MimeWriter.write(headers, "Grüße\n.\nend ", "<p>" + "x".repeat(300), "b");

        assertThat(mail.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(mail.lines()).allSatisfy(line -> assertThat(line.length()).isBetween(0, 78));
        assertThat(mail.chars()).allMatch(c -> c < 0x7F);
        assertThat(mail)
                .contains("From: =?UTF-8?B?w5xiZXJibGljaw==?= <a@b.example>\r\n")
                .contains("Content-Type: multipart/alternative; boundary=\"b\"\r\n")
                .contains("Gr=C3=BC=C3=9Fe\r\n=2E\r\nend=20")
                .endsWith("--b--\r\n");
    }

    @Test
    void an_emoji_is_never_cut_in_two_words() {
        String header = MimeWriter.header("Subject", "🩺".repeat(40));

        assertThat(header.lines()).hasSizeGreaterThan(3);
        assertThat(header.lines().map(String::strip).filter(word -> word.contains("=?")))
                .allSatisfy(word -> assertThat(word).contains("8J+puvCfqbrwn6m6"));
    }
}
