package app.prtosales.functions.pagereader;

import app.prtosales.functions.pagereader.AuthorMarks.Mark;
import app.prtosales.functions.pagereader.MarkedDates.Scope;
import app.prtosales.functions.pagereader.OpenElement.Trait;
import app.prtosales.page.PageFacts.Byline;
import app.prtosales.page.PageFacts.Heading;
import app.prtosales.page.PageFacts.Item;
import app.prtosales.page.PageFacts.PageText;
import app.prtosales.page.PageFacts.Stretch;
import app.prtosales.page.PageFacts.Tag;
import app.prtosales.page.PageFacts.TimeElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// A single walk over a page in document order that collects its tags, its marked dates and its
/// visible text.
final class PageWalk implements NodeVisitor {

    private static final Set<String> PARTS = Set.of("article", "header");
    private static final int MAXIMUM_TAGS = 500;
    private static final int MAXIMUM_TIMES = 300;
    private static final int MAXIMUM_HEADINGS = 100;
    private static final int MAXIMUM_BYLINES = 50;
    private static final int LONGEST_BYLINE = 200;
    private static final int LONGEST_TIME = 200;
    private static final int LONGEST_HEADING = 2_000;

    /// How many enclosing elements contribute their marks (classes and id) to those of a text.
    private static final int AROUND = 4;

    /// The most characters of marks for all texts of a page; real pages stay far below.
    private static final int MAXIMUM_MARKS = 8_000_000;

    private static final List<String> NAMES_OF_TAG =
            List.of("property", "name", "itemprop", "http-equiv");
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
    private static final Set<String> STORY = Set.of("article", "main");
    private static final Set<String> ALWAYS_SIDE = Set.of("aside", "nav", "footer", "figure");

    private final SideParts parts = new SideParts();
    private final AuthorMarks authors = new AuthorMarks();
    private final StringBuilder text = new StringBuilder();
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<TimeElement> times = new ArrayList<>();
    private final List<Byline> bylines = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();
    private final MarkedDates dates = new MarkedDates();
    private final List<String> scripts = new ArrayList<>();
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private int marksKept;
    private boolean headlineSeen;
    private String language = "";
    private @Nullable String canonical;

    @Override
    public void head(Node node, int depth) {
        OpenElement around = open.isEmpty() ? OpenElement.NOTHING : open.peek();
        if (node instanceof Element element) {
            open(element, around);
        } else if (node instanceof TextNode words
                && !around.has(Trait.UNSEEN)
                && !words.isBlank()) {
            int start = text.length();
            boolean hasDigits = append(words.getWholeText());
            String marks = hasDigits ? context() : "";
            stretches.add(new Stretch(start, text.length(), marks, around.has(Trait.SIDE)));
        }
    }

    private void open(Element element, OpenElement around) {
        String name = element.normalName();
        if (element.isBlock() || name.equals("br")) {
            text.append('\n');
        }
        boolean plain = element.attributesSize() == 0;
        @Nullable Scope scope = plain ? around.scope() : MarkedDates.scope(element, around.scope());
        String marks = SideParts.marks(element);
        Set<Trait> traits = traits(element, marks, around);
        boolean ofOthers = traits.contains(Trait.OF_OTHERS);
        open.push(
                new OpenElement(
                        text.length(),
                        traits,
                        plain || ofOthers ? Mark.NOTHING : authors.mark(element, marks),
                        PARTS.contains(name) ? text.length() : around.part(),
                        scope,
                        SideParts.line(element, name, marks)));
        if (!plain) {
            attributes(element, name, scope, ofOthers);
        }
    }

    private Set<Trait> traits(Element element, String marks, OpenElement around) {
        String name = element.normalName();
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(around.traits());
        if (STORY.contains(name)) {
            traits.add(Trait.STORY);
        }
        if (!around.has(Trait.SIDE) && parts.isSide(element, marks, around.has(Trait.STORY))) {
            traits.add(Trait.SIDE);
        }
        if (ALWAYS_SIDE.contains(name)) {
            traits.add(Trait.ALWAYS_SIDE);
            traits.add(Trait.OF_OTHERS);
        }
        if (!traits.contains(Trait.OF_OTHERS) && parts.isOfOthers(element, marks)) {
            traits.add(Trait.OF_OTHERS);
        }
        if (!around.has(Trait.UNSEEN) && isUnseen(element)) {
            traits.add(Trait.UNSEEN);
        }
        return traits;
    }

    private void attributes(Element element, String name, @Nullable Scope scope, boolean ofOthers) {
        switch (name) {
            case "html" -> language(element);
            case "meta" -> tag(element, scope);
            case "link" -> link(element);
            case "script" -> {
                if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
                    scripts.add(element.data());
                }
            }
            default -> {}
        }
        dates.add(element, scope, ofOthers);
    }

    /// Whether readers do not see an element's text.
    static boolean isUnseen(Element element) {
        return UNSEEN.contains(element.normalName())
                || element.attributesSize() > 0 && isHidden(element);
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = SideParts.shortened(element.attr("style"));
        return !style.isEmpty() && style.replace(" ", "").contains("display:none");
    }

    private void language(Element root) {
        String said = root.attr("lang");
        language = SideParts.shortened(said.isBlank() ? root.attr("xml:lang") : said);
    }

    private void link(Element link) {
        String address = link.attr("href").strip();
        if (canonical == null
                && !address.isEmpty()
                && link.attr("rel").strip().equalsIgnoreCase("canonical")) {
            canonical = address;
        }
    }

    private void tag(Element meta, @Nullable Scope scope) {
        String content = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
        if (content.isEmpty() || tags.size() >= MAXIMUM_TAGS) {
            return;
        }
        for (String key : NAMES_OF_TAG) {
            String name = meta.attr(key).strip();
            // A property inside an item belongs to that item and is read with it.
            if (!name.isEmpty() && !(key.equals("itemprop") && scope != null)) {
                tags.add(new Tag(name.toLowerCase(Locale.ROOT), Entities.undone(content)));
                return;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        OpenElement closed = open.element();
        if (!closed.has(Trait.UNSEEN)) {
            close(element, closed);
        }
        open.pop();
    }

    private void close(Element element, OpenElement closed) {
        if (closed.author() != Mark.NOTHING) {
            byline(element, closed);
        }
        String name = element.normalName();
        switch (name) {
            case "h1", "h2", "h3" -> heading(element, closed);
            case "time" -> time(element, closed);
            default -> {}
        }
    }

    private void byline(Element element, OpenElement closed) {
        int length = text.length() - closed.start();
        if (length > LONGEST_BYLINE || bylines.size() >= MAXIMUM_BYLINES) {
            return;
        }
        String content = element.attr("content");
        String words = content.isEmpty() ? text.substring(closed.start()) : content;
        if (!words.isBlank() && words.length() <= LONGEST_BYLINE) {
            bylines.add(
                    new Byline(
                            words.strip(),
                            closed.start(),
                            closed.author() != Mark.LINE,
                            closed.part(),
                            closed.author() == Mark.CHANNEL));
        }
    }

    private void time(Element element, OpenElement closed) {
        int end = Math.min(text.length(), closed.start() + LONGEST_TIME);
        if (times.size() < MAXIMUM_TIMES) {
            times.add(
                    new TimeElement(
                            element.attr("datetime"),
                            text.substring(closed.start(), end).strip(),
                            closed.start(),
                            context(),
                            closed.has(Trait.SIDE)));
        }
    }

    private void heading(Element element, OpenElement closed) {
        if (headings.size() >= MAXIMUM_HEADINGS
                || text.length() - closed.start() > LONGEST_HEADING) {
            return;
        }
        String words = HeadingText.of(element);
        if (words.isEmpty()) {
            return;
        }
        boolean first = element.normalName().equals("h1");
        boolean side = closed.has(Trait.SIDE);
        if (side && first && !closed.has(Trait.ALWAYS_SIDE) && !headlineSeen) {
            // Whatever contains the headline is the story, no matter what its classes say.
            side = false;
            List<OpenElement> around = open.stream().map(OpenElement::ofStory).toList();
            open.clear();
            open.addAll(around);
        }
        headlineSeen |= first;
        headings.add(
                new Heading(
                        element.normalName().charAt(1) - '0',
                        words,
                        closed.start(),
                        text.length(),
                        side,
                        closed.part(),
                        HeadingText.isLinked(element)));
    }

    /// Appends text with white space collapsed as in a browser, and a space between elements. Only
    /// text with a digit can contain a date.
    ///
    /// @return whether the text has a digit
    private boolean append(String words) {
        boolean hasDigits = false;
        boolean blankBefore = text.isEmpty() || text.charAt(text.length() - 1) == ' ';
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\u202f') {
                if (!blankBefore) {
                    text.append(' ');
                    blankBefore = true;
                }
            } else {
                text.append(c);
                blankBefore = false;
                hasDigits |= c >= '0' && c <= '9';
            }
        }
        if (!blankBefore) {
            text.append(' ');
        }
        return hasDigits;
    }

    /// The marks of the elements that are open, nearest first, one line each.
    private String context() {
        StringBuilder context = new StringBuilder();
        Iterator<OpenElement> around = open.iterator();
        for (int i = 0; i < AROUND && marksKept < MAXIMUM_MARKS && around.hasNext(); i++) {
            String line = around.next().marks();
            if (line == null) {
                break;
            }
            context.append(line).append('\n');
        }
        marksKept += context.length();
        return context.toString().strip();
    }

    String language() {
        return language;
    }

    @Nullable String canonical() {
        return canonical;
    }

    List<Tag> tags() {
        return tags;
    }

    List<Item> items() {
        return dates.all();
    }

    List<String> scripts() {
        return scripts;
    }

    List<Heading> headings() {
        return headings;
    }

    List<TimeElement> times() {
        return times;
    }

    List<Byline> bylines() {
        return bylines;
    }

    PageText text() {
        return new PageText(text.toString(), stretches);
    }
}
