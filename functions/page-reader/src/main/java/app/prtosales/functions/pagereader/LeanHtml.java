package app.prtosales.functions.pagereader;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page's text, decoded and without the parts that no rule reads: comments, scripts and what
/// replaces them, style sheets, drop-down lists, drawings and pictures. They are about half of a
/// page and take most of the parsing time.
final class LeanHtml {

    private static final int DECLARED_WITHIN = 4_096;
    private static final Pattern DECLARED =
            Pattern.compile(
                    "(?i)<(?:meta|\\?xml)[^>]{0,300}?(?:charset|encoding)\\s*=\\s*[\"']?([\\w:.-]{2,40})");

    /// The page is cut off when more elements than this are open: parsing gets slower with each,
    /// and real pages stay far below.
    private static final int MAXIMUM_OPEN = 1_500;

    /// Long enough for pictures, whose tags list many sizes.
    private static final int LONGEST_TAG = 8_192;

    private static final Set<String> CLOSE_THEMSELVES =
            Set.of(
                    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                    "param", "source", "track", "wbr", "p", "li", "td", "tr", "th", "dt", "dd",
                    "option", "path", "tbody", "thead");
    private static final List<String> DROPPED =
            List.of("script", "style", "svg", "select", "noscript");

    private static final Pattern ELEMENT =
            Pattern.compile(
                    "(?i)<(?:!doctype\\s+html|html|head|title|meta|body|main|article|section|div|p|h[1-6]|span|a)[\\s>/]");

    private LeanHtml() {}

    /// Whether a text contains an element of a web page, unlike plain text or a PDF.
    static boolean isHtml(String text) {
        return ELEMENT.matcher(text).find();
    }

    /// Decodes a page. The character set comes from the byte order mark, else from the response
    /// header, else from a declaration near the page's beginning; otherwise it is UTF-8. Browsers
    /// and tools save pages as UTF-8 and keep the declaration, so it counts only if the bytes are
    /// not UTF-8.
    static String decode(byte[] html, @Nullable String charset) {
        if (startsWith(html, 0xEF, 0xBB, 0xBF)) {
            return new String(html, 3, html.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(html, 0xFE, 0xFF) || startsWith(html, 0xFF, 0xFE)) {
            return new String(html, StandardCharsets.UTF_16);
        }
        return new String(
                html, named(charset).or(() -> declared(html)).orElse(StandardCharsets.UTF_8));
    }

    /// Whether the bytes are UTF-8 beyond ASCII, apart from a character that is cut off at the end.
    private static boolean isUtf8(byte[] html) {
        CharBuffer text = CharBuffer.allocate(html.length);
        return !StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(html), text, false)
                        .isError()
                && text.flip().chars().anyMatch(each -> each > 0x7F);
    }

    private static boolean startsWith(byte[] html, int... mark) {
        if (html.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((html[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> declared(byte[] html) {
        Matcher said =
                DECLARED.matcher(
                        new String(
                                html,
                                0,
                                Math.min(html.length, DECLARED_WITHIN),
                                StandardCharsets.ISO_8859_1));
        // A declaration that can be read as ASCII shows that the page is not in UTF-16.
        return said.find()
                ? named(said.group(1))
                        .filter(each -> !each.name().startsWith("UTF-16"))
                        .filter(each -> !isUtf8(html))
                : Optional.empty();
    }

    /// Browsers read Latin-1 as Windows-1252 (WHATWG Encoding, 4.2).
    private static Optional<Charset> named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("iso-8859-1") || plain.equals("latin1") || plain.equals("us-ascii")) {
            plain = "windows-1252";
        }
        try {
            return Optional.of(Charset.forName(plain));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /// The page without the parts that no rule reads. A part without an end is kept.
    static String lean(String html) {
        return new Lean(html).text();
    }

    /// A single pass over a page, in linear time whatever the page contains.
    private static final class Lean {

        private final String html;
        private final StringBuilder lean;
        private final Set<String> endless = new HashSet<>();
        private int kept;
        private int openElements;

        Lean(String html) {
            this.html = html;
            this.lean = new StringBuilder(html.length());
        }

        String text() {
            int at = html.indexOf('<');
            while (at >= 0 && at + 1 < html.length()) {
                int next = past(at);
                if (next == at + 1) {
                    count(at);
                }
                if (openElements > MAXIMUM_OPEN) {
                    return lean.append(html, kept, at).toString();
                }
                at = html.indexOf('<', next);
            }
            return kept == 0 ? html : lean.append(html, kept, html.length()).toString();
        }

        private void count(int at) {
            char next = html.charAt(at + 1);
            if (next == '/') {
                openElements = Math.max(0, openElements - 1);
                return;
            }
            int end = at + 1;
            while (end < html.length() && end < at + 8 && Character.isLetter(html.charAt(end))) {
                end++;
            }
            String name = html.substring(at + 1, end).toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !CLOSE_THEMSELVES.contains(name)) {
                openElements++;
            }
        }

        /// Where to continue: after the element that starts here if it is dropped or data,
        /// otherwise at the next character.
        private int past(int at) {
            char next = html.charAt(at + 1);
            if (next == '!' && html.startsWith("--", at + 2)) {
                // `<!-->` is a whole comment (HTML 13.2.5.43).
                return dropped(at, end("-->", at + 2));
            }
            int small = next | 0x20;
            if (small == 'i' && isTag("img", at) || small == 's' && isTag("source", at)) {
                return dropped(at, tagEnd(at));
            }
            if (small != 's' && small != 'n') {
                return at + 1;
            }
            for (String name : DROPPED) {
                if (isTag(name, at)) {
                    return pastElement(name, at);
                }
            }
            return at + 1;
        }

        private boolean isTag(String name, int at) {
            int after = at + 1 + name.length();
            return after < html.length()
                    && html.regionMatches(true, at + 1, name, 0, name.length())
                    && (html.charAt(after) <= ' '
                            || html.charAt(after) == '>'
                            || html.charAt(after) == '/');
        }

        private int pastElement(String name, int at) {
            int open = end(">", at);
            if (open < 0) {
                return at + 1;
            }
            if (name.equals("svg") && html.charAt(open - 2) == '/') {
                return dropped(at, open);
            }
            int end = elementEnd(name, open);
            return name.equals("script") && isData(at, open)
                    ? Math.max(end, open)
                    : dropped(at, end);
        }

        private boolean isData(int from, int to) {
            return html.substring(from, to).toLowerCase(Locale.ROOT).contains("ld+json");
        }

        private int dropped(int from, int end) {
            if (end < 0) {
                return from + 1;
            }
            lean.append(html, kept, from).append(' ');
            kept = end;
            return end;
        }

        /// The index after the tag; a `>` in quotes does not end it. -1 if no end is near.
        private int tagEnd(int from) {
            char quote = 0;
            int limit = Math.min(html.length(), from + LONGEST_TAG);
            for (int i = from + 1; i < limit; i++) {
                char c = html.charAt(i);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if (c == '>') {
                    return i + 1;
                } else if (c == '"' || c == '\'') {
                    quote = c;
                }
            }
            return -1;
        }

        private int elementEnd(String name, int from) {
            if (endless.contains(name)) {
                return -1;
            }
            int close = html.indexOf("</", from);
            while (close >= 0) {
                if (html.regionMatches(true, close + 2, name, 0, name.length())) {
                    return end(">", close);
                }
                close = html.indexOf("</", close + 2);
            }
            endless.add(name);
            return -1;
        }

        /// The index after the next mark; -1 if there is none, which is remembered.
        private int end(String mark, int from) {
            int found = endless.contains(mark) ? -1 : html.indexOf(mark, from);
            if (found < 0) {
                endless.add(mark);
                return -1;
            }
            return found + mark.length();
        }
    }
}
