package app.prtosales.functions.pagereader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// A heading's words as its readers understand them: without the buttons, badges and kickers that
/// templates put inside it. It looks at a limited number of nodes and characters, whatever a page
/// nests there.
final class HeadingText implements NodeFilter {

    private static final int MAXIMUM_NODES = 300;
    private static final int MAXIMUM_CHARACTERS = 10_000;

    /// The longest kicker or badge; anything longer is part of the headline, whatever its class.
    private static final int LONGEST_BESIDE = 40;

    private static final Set<String> BESIDE =
            Set.of("kicker", "eyebrow", "overline", "badge", "badges", "share", "sharing");

    private static final Pattern NOTE = Pattern.compile("[\\d*†‡§,\\s()\\[\\]]+");
    private static final Pattern WORD = Pattern.compile(".*\\p{L}{3}[\\p{P}\\s]*");

    private final StringBuilder words = new StringBuilder();
    private final boolean all;
    private final List<Part> besides = new ArrayList<>();
    private int besideStart;
    private int besideDepth = -1;
    private int nodes;
    private int characters;

    /// Words that stand beside the headline: a kicker or badge, by its class, or a footnote's mark.
    private record Part(int start, int end) {

        boolean isShort() {
            return end - start <= LONGEST_BESIDE;
        }
    }

    private HeadingText(boolean all) {
        this.all = all;
    }

    static String of(Element heading) {
        String own = words(heading, false).replaceFirst("^[:|–—-]\\s+", "");
        return own.isEmpty() ? words(heading, true) : own;
    }

    /// Whether the heading is directly inside a link, or its first element is one.
    static boolean isLinked(Element heading) {
        Element inside = heading.firstElementChild();
        Element around = heading.parent();
        return inside != null && inside.normalName().equals("a") && inside.hasAttr("href")
                || around != null && around.normalName().equals("a") && around.hasAttr("href");
    }

    private static String words(Element heading, boolean all) {
        HeadingText text = new HeadingText(all);
        heading.filter(text);
        return text.withoutBesides().strip();
    }

    /// The words without the parts beside the headline at the beginning and end. In between, such a
    /// part belongs to the headline.
    private String withoutBesides() {
        int start = 0;
        int end = words.length();
        for (Part each : besides) {
            if (each.isShort() && words.substring(start, each.start()).isBlank()) {
                start = each.end();
            }
        }
        for (Part each : besides.reversed()) {
            if (each.isShort()
                    && each.start() >= start
                    && words.substring(each.end(), end).isBlank()) {
                end = each.start();
            }
        }
        return words.substring(start, end);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        nodes++;
        if (nodes > MAXIMUM_NODES || characters > MAXIMUM_CHARACTERS) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof Element element) {
            if (depth > 0 && !isPart(element)) {
                space();
                return FilterResult.SKIP_ENTIRELY;
            }
            space(element);
            if (!all
                    && depth > 0
                    && besideDepth < 0
                    && (isSuperscript(element) || isBeside(SideParts.marks(element)))) {
                besideStart = words.length();
                besideDepth = depth;
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (depth == besideDepth) {
            if (!(node instanceof Element element && isSuperscript(element)) || isFootnote()) {
                besides.add(new Part(besideStart, words.length()));
            }
            besideDepth = -1;
        }
        if (node instanceof Element element) {
            space(element);
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isSuperscript(Element element) {
        return element.normalName().equals("sup");
    }

    /// Whether a superscript refers to a note. It does if it follows a word of three letters or
    /// more; an exponent follows a number or a short unit.
    private boolean isFootnote() {
        return NOTE.matcher(words.substring(besideStart)).matches()
                && WORD.matcher(words.substring(Math.max(0, besideStart - 5), besideStart))
                        .matches();
    }

    private boolean isPart(Element element) {
        if (PageWalk.isUnseen(element)) {
            return false;
        }
        return all
                || !element.attr("role").equalsIgnoreCase("button")
                        && !isForScreenReaders(SideParts.marks(element));
    }

    private static boolean isBeside(String marks) {
        if (marks.isEmpty()) {
            return false;
        }
        for (String word : marks.split("[\\s_-]+", -1)) {
            if (BESIDE.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForScreenReaders(String marks) {
        return marks.contains("sr-only")
                || marks.contains("screen-reader")
                || marks.contains("visually-hidden")
                || marks.contains("visuallyhidden");
    }

    private void append(String text) {
        int end = Math.min(text.length(), MAXIMUM_CHARACTERS - characters);
        characters += text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                space();
            } else if (c != '\u200b' && c != '\u00ad') {
                words.append(c);
            }
        }
    }

    private void space(Element element) {
        if (element.isBlock() || element.normalName().equals("br")) {
            space();
        }
    }

    private void space() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }
}
