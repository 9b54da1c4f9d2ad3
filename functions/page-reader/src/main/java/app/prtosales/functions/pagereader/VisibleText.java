package app.prtosales.functions.pagereader;

import app.prtosales.page.PageFacts.Heading;
import app.prtosales.page.PageFacts.PageText;
import app.prtosales.page.PageFacts.Stretch;
import app.prtosales.page.PageFacts.TimeElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The text that people see, and where its parts stand.
record VisibleText(PageText text, List<Heading> headings, List<TimeElement> times) {

    private static final Set<String> UNSEEN =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "svg",
                    "iframe",
                    "select",
                    "option",
                    "textarea",
                    "button",
                    "object",
                    "head",
                    "math",
                    "canvas");
    private static final Set<String> SIDE =
            Set.of("aside", "nav", "footer", "figure", "figcaption");
    private static final Set<String> SIDE_WORDS =
            Set.of(
                    "comment",
                    "comments",
                    "commentlist",
                    "disqus",
                    "related",
                    "teaser",
                    "teasers",
                    "caption",
                    "captions",
                    "sidebar",
                    "widget",
                    "widgets",
                    "recommend",
                    "recommended",
                    "recommendation",
                    "recommendations",
                    "recirc",
                    "promo",
                    "popular",
                    "trending",
                    "latest",
                    "recent",
                    "newsletter",
                    "breadcrumb",
                    "breadcrumbs",
                    "footer",
                    "menu",
                    "nav",
                    "navbar",
                    "carousel",
                    "also",
                    "outbrain",
                    "taboola",
                    "mostread",
                    "upnext",
                    "events");
    private static final Set<String> AFTER_MORE =
            Set.of("stories", "news", "posts", "from", "more", "next");

    static VisibleText of(Document page) {
        Walk walk = new Walk();
        page.body().traverse(walk);
        return new VisibleText(
                new PageText(walk.text.toString(), walk.stretches), walk.headings, walk.times);
    }

    static boolean isInSidePart(Element element) {
        for (Element each = element; each != null; each = each.parent()) {
            if (isSide(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSide(Element element) {
        String name = element.normalName();
        if (SIDE.contains(name)) {
            return true;
        }
        if (name.equals("body")
                || name.equals("html")
                || name.equals("main")
                || name.equals("article")) {
            return false;
        }
        String marks = marks(element);
        return !marks.isEmpty() && isSide(marks);
    }

    private static boolean isSide(String marks) {
        String before = "";
        int start = 0;
        for (int i = 0; i <= marks.length(); i++) {
            char c = i < marks.length() ? marks.charAt(i) : ' ';
            if (c != ' ' && c != '-' && c != '_') {
                continue;
            }
            String word = marks.substring(start, i);
            if (SIDE_WORDS.contains(word)
                    || AFTER_MORE.contains(word)
                            && (before.equals("more")
                                    || before.equals("read")
                                    || before.equals("up"))) {
                return true;
            }
            before = word;
            start = i + 1;
        }
        return false;
    }

    private static String marks(Element element) {
        String own = element.className() + " " + element.id();
        return own.isBlank() ? "" : own.toLowerCase(Locale.ROOT).strip();
    }

    /// One walk over the body, in the order of the page.
    private static final class Walk implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<Heading> headings = new ArrayList<>();
        private final List<TimeElement> times = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();
        private int unseen;
        private int side;

        private record Open(Element element, int start, boolean side, boolean unseen) {}

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                boolean isUnseen = isUnseen(element);
                boolean isSide = isSide(element);
                unseen += isUnseen ? 1 : 0;
                side += isSide ? 1 : 0;
                if (element.isBlock() || element.normalName().equals("br")) {
                    text.append('\n');
                }
                open.push(new Open(element, text.length(), isSide, isUnseen));
            } else if (node instanceof TextNode words && unseen == 0 && !words.isBlank()) {
                int start = text.length();
                append(words.getWholeText());
                String marks = hasFigure(start) ? context(words) : "";
                stretches.add(new Stretch(start, text.length(), marks, side > 0));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            Open closed = open.pop();
            String name = element.normalName();
            if (unseen == 0 && (name.equals("h1") || name.equals("h2"))) {
                String words = element.text();
                if (!words.isEmpty()) {
                    headings.add(
                            new Heading(
                                    name.charAt(1) - '0',
                                    words,
                                    closed.start(),
                                    text.length(),
                                    side > 0));
                }
            } else if (unseen == 0 && name.equals("time")) {
                times.add(
                        new TimeElement(
                                element.attr("datetime"),
                                text.substring(closed.start()).strip(),
                                closed.start(),
                                context(element),
                                side > 0));
            }
            unseen -= closed.unseen() ? 1 : 0;
            side -= closed.side() ? 1 : 0;
        }

        private static boolean isUnseen(Element element) {
            return UNSEEN.contains(element.normalName())
                    || element.hasAttr("hidden")
                    || element.attr("style").replace(" ", "").contains("display:none");
        }

        /// Only marks of what may hold a date are asked for.
        private boolean hasFigure(int start) {
            for (int i = start; i < text.length(); i++) {
                if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                    return true;
                }
            }
            return false;
        }

        /// White space as a browser shows it, and a blank between elements.
        private void append(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean blank = c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\u202f';
                if (!blank) {
                    text.append(c);
                } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }

        private static String context(Node node) {
            StringBuilder context = new StringBuilder();
            Node each = node;
            for (int i = 0; i < 4 && each != null; each = each.parent()) {
                if (each instanceof Element element) {
                    String name = element.normalName();
                    if (name.equals("body") || name.equals("article") || name.equals("main")) {
                        break;
                    }
                    context.append(marks(element))
                            .append(' ')
                            .append(element.attr("itemprop").toLowerCase(Locale.ROOT))
                            .append(' ');
                    i++;
                }
            }
            return context.toString().strip();
        }
    }
}
