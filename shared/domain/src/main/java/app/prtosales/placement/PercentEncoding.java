package app.prtosales.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.text.UnicodeForm;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;

/// Normalizes text that can be written in several ways (RFC 3986, 6.2.2): percent-encodings are in
/// upper case and decoded for unreserved characters, and everything beyond ASCII is encoded from
/// its NFC form.
final class PercentEncoding {

    private static final int ESCAPE = 3;

    private final String text;
    private final StringBuilder normal = new StringBuilder();

    /// The plain text since the last escape that was kept.
    private final StringBuilder plain = new StringBuilder();

    private PercentEncoding(String text) {
        this.text = text;
    }

    /// @param text a path, a query or a fragment; a percent sign that does not start an escape is
    ///   kept
    static String normalized(String text) {
        return new PercentEncoding(text).normalized();
    }

    private String normalized() {
        int at = 0;
        while (at < text.length()) {
            if (octetAt(at) >= 0) {
                at = escapesFrom(at);
            } else {
                plain.append(text.charAt(at));
                at++;
            }
        }
        flush();
        return normal.toString();
    }

    /// Processes a run of escapes: those that are valid UTF-8 are read as text.
    private int escapesFrom(int from) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int at = from;
        while (octetAt(at) >= 0) {
            octets.write(octetAt(at));
            at += ESCAPE;
        }
        byte[] run = octets.toByteArray();
        int next = 0;
        while (next < run.length) {
            next += take(run, next);
        }
        return at;
    }

    private int take(byte[] run, int at) {
        int octet = run[at] & 0xFF;
        if (octet < 0x80) {
            if (isUnreserved(octet) && !completesAnEscape()) {
                plain.append((char) octet);
            } else {
                stays(run[at]);
            }
            return 1;
        }
        int length = octet >= 0xF0 ? 4 : octet >= 0xE0 ? 3 : 2;
        if (at + length <= run.length && appendText(ByteBuffer.wrap(run, at, length))) {
            return length;
        }
        stays(run[at]);
        return 1;
    }

    private boolean appendText(ByteBuffer octets) {
        try {
            plain.append(UTF_8.newDecoder().decode(octets));
            return true;
        } catch (CharacterCodingException noText) {
            return false;
        }
    }

    private void stays(byte octet) {
        flush();
        WebAddress.escape(normal, octet);
    }

    /// `%%341` must not become `%41`, because that would be read as a different address next time.
    private boolean completesAnEscape() {
        int length = plain.length();
        return length > 0 && plain.charAt(length - 1) == '%'
                || length > 1 && plain.charAt(length - 2) == '%';
    }

    private void flush() {
        normal.append(WebAddress.encoded(UnicodeForm.of(plain, Normalizer.Form.NFC)));
        plain.setLength(0);
    }

    /// @return -1 if there is no escape at this position
    private int octetAt(int at) {
        if (at + ESCAPE > text.length() || text.charAt(at) != '%') {
            return -1;
        }
        int high = hex(text.charAt(at + 1));
        int low = hex(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /// Accepts ASCII digits only.
    private static int hex(char digit) {
        return digit < 0x80 ? Character.digit(digit, 16) : -1;
    }

    private static boolean isUnreserved(int c) {
        return c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || "-._~".indexOf(c) >= 0;
    }
}
