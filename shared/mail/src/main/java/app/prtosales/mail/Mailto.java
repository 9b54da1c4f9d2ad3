package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A link that begins a mail (RFC 6068): for what needs an answer from a person, and no page.
final class Mailto {

    private static final String AS_IT_IS = "-._~@+";

    private Mailto() {}

    static String of(String address, String subject) {
        return "mailto:%s?subject=%s".formatted(encoded(address), encoded(subject));
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(UTF_8)) {
            if (octet >= '0' && octet <= '9'
                    || octet >= 'A' && octet <= 'Z'
                    || octet >= 'a' && octet <= 'z'
                    || AS_IT_IS.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append("%%%02X".formatted(octet & 0xFF));
            }
        }
        return encoded.toString();
    }
}
