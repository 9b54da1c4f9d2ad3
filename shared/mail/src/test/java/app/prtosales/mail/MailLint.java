package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.delivery.OutgoingMail;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Checks an email against the protocol's section "Emails" and reports every violation. An email
/// has to be well-formed XML, so that Word's engine does not have to guess.
@NullMarked
public final class MailLint {

    private static final int MAXIMUM_HTML = 50 * 1024;
    private static final int MAXIMUM_SUBJECT = 90;
    private static final double CONTRAST = 4.5;
    private static final Set<String> ALLOWED =
            Set.of(
                    "html", "head", "meta", "title", "style", "body", "table", "tr", "td", "h1",
                    "h2", "p", "a", "strong", "span", "br");
    private static final Set<String> OUTSIDE_LAYOUT =
            Set.of("html", "head", "meta", "title", "style");
    private static final Pattern DARK =
            Pattern.compile("@media \\(prefers-color-scheme: dark\\) \\{(.*)}", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("\\.([a-z]+) \\{([^}]*)}");
    private static final Pattern COLOR =
            Pattern.compile("(?:^|[;\\s])(color|background-color):\\s*(#[0-9a-f]{6})");

    private MailLint() {}

    /// @param facts the facts that both parts of the email must contain, as a reader sees them
    /// @return a sentence for each problem; empty for a good email
    public static List<String> problems(OutgoingMail mail, String... facts) {
        List<String> problems = new ArrayList<>();
        if (mail.subject().isBlank() || mail.subject().chars().anyMatch(Character::isISOControl)) {
            problems.add("the subject is not one line of text");
        }
        if (mail.subject().length() > MAXIMUM_SUBJECT && mail.subject().startsWith("[")) {
            problems.add("the subject has %d characters".formatted(mail.subject().length()));
        }
        int size = mail.html().getBytes(UTF_8).length;
        if (size >= MAXIMUM_HTML) {
            problems.add("the HTML has %d bytes".formatted(size));
        }
        Reader light = read(mail.html(), false, problems);
        Reader dark = read(mail.html(), true, problems);
        problems.addAll(light.problems);
        dark.problems.stream().filter(p -> !problems.contains(p)).forEach(problems::add);
        String shown = oneSpace(light.text.toString());
        String text = oneSpace(mail.text());
        for (String fact : facts) {
            if (!shown.contains(oneSpace(fact)) && !light.addresses.contains(fact)) {
                problems.add("the HTML does not say: " + fact);
            }
            if (!text.contains(oneSpace(fact))) {
                problems.add("the text part does not say: " + fact);
            }
        }
        for (String address : light.addresses) {
            if (!text.contains(address)) {
                problems.add("the text part has no " + address);
            }
        }
        return problems;
    }

    /// The visible text of the HTML part, on one line.
    public static String shown(String html) {
        return oneSpace(read(html, false, new ArrayList<>()).text.toString());
    }

    /// The URLs that the HTML part links to.
    public static List<String> addresses(String html) {
        return List.copyOf(read(html, false, new ArrayList<>()).addresses);
    }

    private static String oneSpace(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Reader read(String html, boolean dark, List<String> problems) {
        Matcher style = DARK.matcher(html);
        Map<String, Colors> classes = new HashMap<>();
        if (dark && style.find()) {
            Matcher rule = RULE.matcher(style.group(1));
            while (rule.find()) {
                classes.put(rule.group(1), Colors.read(rule.group(2)));
            }
        }
        Reader reader = new Reader(dark ? "dark" : "light", classes);
        try {
            SAXParserFactory.newInstance()
                    .newSAXParser()
                    .parse(new InputSource(new StringReader(withoutDoctype(html))), reader);
        } catch (SAXException notWellFormed) {
            problems.add("the HTML is not well-formed: " + notWellFormed.getMessage());
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
        return reader;
    }

    private static String withoutDoctype(String html) {
        return html.replaceFirst("(?i)^\\s*<!DOCTYPE html>\\s*", "");
    }

    private record Colors(@Nullable String ink, @Nullable String background) {

        static Colors read(String style) {
            String ink = null;
            String background = null;
            Matcher color = COLOR.matcher(style.toLowerCase(Locale.ROOT));
            while (color.find()) {
                if (color.group(1).equals("color")) {
                    ink = color.group(2);
                } else {
                    background = color.group(2);
                }
            }
            return new Colors(ink, background);
        }

        Colors over(Colors below) {
            return new Colors(
                    ink == null ? below.ink : ink,
                    background == null ? below.background : background);
        }
    }

    private static final class Reader extends DefaultHandler {

        private final String mode;
        private final Map<String, Colors> classes;
        private final List<String> problems = new ArrayList<>();
        private final List<String> addresses = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final Deque<String> open = new ArrayDeque<>();
        private final Deque<Colors> colors = new ArrayDeque<>();

        Reader(String mode, Map<String, Colors> classes) {
            this.mode = mode;
            this.classes = classes;
            this.colors.push(new Colors(null, null));
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            if (!ALLOWED.contains(name)) {
                problems.add("<%s> does not belong in an email".formatted(name));
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getQName(i).startsWith("on")) {
                    problems.add("a script in " + attributes.getQName(i));
                }
            }
            if (name.equals("table") && !"presentation".equals(attributes.getValue("role"))) {
                problems.add("screen readers announce a table as data");
            }
            String href = attributes.getValue("href");
            if (href != null) {
                addresses.add(href);
                if (!href.matches("(?s)(https?://|mailto:).+")) {
                    problems.add(
                            "a link to something other than a web page or an email address: "
                                    + href);
                }
            }
            String style = attributes.getValue("style") == null ? "" : attributes.getValue("style");
            if (style.contains("url(") || style.contains("flex") || style.contains("position:")) {
                problems.add("a style that email programs do not know: " + style);
            }
            Colors own = Colors.read(style);
            if (attributes.getValue("class") != null) {
                for (String one : attributes.getValue("class").split(" ", -1)) {
                    own = classes.getOrDefault(one, new Colors(null, null)).over(own);
                }
            }
            open.push(name);
            colors.push(own.over(colors.getFirst()));
            if (!Set.of("a", "strong", "span").contains(name)) {
                text.append(' ');
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            open.pop();
            colors.pop();
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            String written = new String(characters, start, length);
            String in = open.isEmpty() ? "" : open.getFirst();
            if (in.equals("style")) {
                if (written.contains("url(") || written.contains("@import")) {
                    problems.add("a style sheet that loads something");
                }
                return;
            }
            if (OUTSIDE_LAYOUT.contains(in)) {
                return;
            }
            text.append(written);
            if (!written.isBlank()) {
                contrast(written);
            }
        }

        private void contrast(String written) {
            Colors here = colors.getFirst();
            if (here.ink == null || here.background == null) {
                problems.add("no colors of its own, %s: %s".formatted(mode, written.strip()));
                return;
            }
            double contrast = contrast(here.ink, here.background);
            if (contrast < CONTRAST) {
                problems.add(
                        "contrast %.2f of %s on %s, %s: %s"
                                .formatted(
                                        contrast,
                                        here.ink,
                                        here.background,
                                        mode,
                                        written.strip()));
            }
        }

        /// WCAG 2.2, "contrast ratio".
        private static double contrast(String one, String other) {
            double a = luminance(one);
            double b = luminance(other);
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }

        private static double luminance(String color) {
            return 0.2126 * channel(color, 1)
                    + 0.7152 * channel(color, 3)
                    + 0.0722 * channel(color, 5);
        }

        private static double channel(String color, int at) {
            double value = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
    }
}
