package app.prtosales.local.edges;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Writes a mail as it travels (RFC 5322, 2045, 2047): plain ASCII lines of at most 76 characters,
/// ended by CRLF.
final class MimeWriter {

    private static final int MAX_LINE = 76;
    private static final int MAX_ENCODED_BYTES = 36;
    private static final String CRLF = "\r\n";

    private MimeWriter() {}

    static String write(Map<String, String> headers, String text, String html, String boundary) {
        return write(headers, text, html, Map.of(), boundary);
    }

    /// @param attachments text files by their name
    static String write(
            Map<String, String> headers,
            String text,
            String html,
            Map<String, String> attachments,
            String boundary) {
        StringBuilder mail = new StringBuilder();
        headers.forEach((name, value) -> mail.append(header(name, value)));
        if (attachments.isEmpty()) {
            return mail.append(body(text, html, boundary)).toString();
        }
        String outer = boundary + "-mixed";
        mail.append(header("Content-Type", "multipart/mixed; boundary=\"" + outer + "\""));
        mail.append(CRLF).append("--").append(outer).append(CRLF);
        mail.append(body(text, html, boundary));
        attachments.forEach((name, content) ->
                mail.append("--").append(outer).append(CRLF).append(attachment(name, content)));
        return mail.append("--").append(outer).append("--").append(CRLF).toString();
    }

    private static String attachment(String name, String content) {
        return header("Content-Type", "text/csv; charset=UTF-8")
                + header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                + header("Content-Transfer-Encoding", "base64")
                + CRLF
                + Base64.getMimeEncoder(MAX_LINE, CRLF.getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content.getBytes(StandardCharsets.UTF_8))
                + CRLF;
    }

    private static String body(String text, String html, String boundary) {
        StringBuilder mail = new StringBuilder();
        if (!text.isEmpty() && !html.isEmpty()) {
            mail.append(
                    header("Content-Type", "multipart/alternative; boundary=\"" + boundary + "\""));
            mail.append(CRLF);
            mail.append("--").append(boundary).append(CRLF).append(part("text/plain", text));
            mail.append("--").append(boundary).append(CRLF).append(part("text/html", html));
            mail.append("--").append(boundary).append("--").append(CRLF);
        } else {
            mail.append(html.isEmpty() ? part("text/plain", text) : part("text/html", html));
        }
        return mail.toString();
    }

    private static String part(String type, String content) {
        return header("Content-Type", type + "; charset=UTF-8")
                + header("Content-Transfer-Encoding", "quoted-printable")
                + CRLF
                + quotedPrintable(content)
                + CRLF;
    }

    /// One header: words that are not ASCII encoded, the line folded at spaces.
    static String header(String name, String value) {
        StringBuilder header = new StringBuilder(name).append(':');
        int line = header.length();
        for (String word : words(name, value)) {
            if (line + 1 + word.length() > MAX_LINE && line > name.length() + 1) {
                header.append(CRLF);
                line = 0;
            }
            header.append(' ').append(word);
            line += 1 + word.length();
        }
        return header.append(CRLF).toString();
    }

    private static List<String> words(String name, String value) {
        if (isAscii(value)) {
            return List.of(value.split(" ", -1));
        }
        int address = value.lastIndexOf('<');
        boolean mailbox = List.of("From", "To", "Cc", "Reply-To", "Sender").contains(name);
        if (mailbox && address > 0 && isAscii(value.substring(address))) {
            String phrase = value.substring(0, address).strip().replaceAll("^\"|\"$", "");
            List<String> words = new ArrayList<>(encoded(phrase));
            words.add(value.substring(address));
            return words;
        }
        return encoded(value);
    }

    private static List<String> encoded(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int bytes = 0;
        for (int codePoint : text.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > MAX_ENCODED_BYTES) {
                words.add(encodedWord(chunk.toString()));
                chunk.setLength(0);
                bytes = 0;
            }
            chunk.append(character);
            bytes += size;
        }
        words.add(encodedWord(chunk.toString()));
        return words;
    }

    private static String encodedWord(String text) {
        return "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }

    static String quotedPrintable(String content) {
        StringBuilder encoded = new StringBuilder();
        String unified = content.replace(CRLF, "\n").replace('\r', '\n');
        int line = 0;
        byte[] bytes = unified.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xFF;
            if (octet == '\n') {
                encoded.append(CRLF);
                line = 0;
                continue;
            }
            boolean endsLine = i + 1 == bytes.length || bytes[i + 1] == '\n';
            boolean blank = octet == ' ' || octet == '\t';
            boolean plain =
                    octet > 0x20 && octet < 0x7F && octet != '=' && !(octet == '.' && line == 0)
                            || blank && !endsLine;
            String piece = plain ? String.valueOf((char) octet) : "=%02X".formatted(octet);
            if (line + piece.length() > MAX_LINE - 1) {
                encoded.append('=').append(CRLF);
                line = 0;
            }
            encoded.append(piece);
            line += piece.length();
        }
        return encoded.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x7F);
    }
}
