package app.prtosales.page;

import app.prtosales.page.PageFacts.Heading;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the headline. What readers see takes precedence over what search engines are given.
final class Headlines {

    /// @param heading null if no visible heading is the headline
    record Headline(String text, String where, @Nullable Heading heading) {}

    static final int LONGEST = 400;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Headlines() {}

    static Optional<Headline> of(PageFacts page) {
        List<String> said = titles(page);
        String site = folded(page.tag("og:site_name").orElse(""));
        List<Set<String>> titles = said.stream().distinct().map(Headlines::words).toList();
        String host = PageAddress.of(page.address()).host();
        List<Heading> headings =
                page.headings().stream().filter(each -> isHeadline(each, site, host)).toList();
        Optional<Heading> top = top(headings, titles);
        // If the first heading is the site's name, the headline is a lower one.
        Optional<Heading> best =
                top.filter(each -> isLike(each, titles))
                        .or(() ->
                                headings.stream()
                                        .filter(each ->
                                                likeness(each.text(), titles)
                                                        >= (each.level() == 2 ? 0.7 : 1))
                                        .findFirst())
                        .or(() -> top);
        if (best.isPresent()) {
            Heading heading =
                    restOfTitle(page, best.get(), said)
                            .or(() -> wholeTitle(page, best.get(), said))
                            .orElse(best.get());
            return Optional.of(new Headline(heading.text(), "the page's headline", heading));
        }
        return inTitles(page);
    }

    /// The first heading, or the one of several that is most like a title.
    private static Optional<Heading> top(List<Heading> headings, List<Set<String>> titles) {
        List<Heading> first = headings.stream().filter(each -> each.level() == 1).toList();
        return first.stream()
                .max(
                        Comparator.<Heading>comparingDouble(each -> likeness(each.text(), titles))
                                .thenComparing(each -> !each.inSidePart())
                                .thenComparingInt(each -> common(each.text(), titles))
                                .thenComparingInt(each -> -each.start()))
                .filter(each -> first.size() == 1 && !each.inSidePart() || isLike(each, titles));
    }

    /// The headline that the page's data or its title has.
    static Optional<Headline> inTitles(PageFacts page) {
        String site = folded(page.tag("og:site_name").orElse(""));
        return titles(page).stream()
                .findFirst()
                .map(each -> new Headline(withoutSite(each, site), "the page's title", null))
                .filter(each -> !each.text().isBlank() && !folded(each.text()).equals(site));
    }

    private static List<String> titles(PageFacts page) {
        return Stream.of(
                        page.nodes().stream()
                                .filter(node -> Claims.isOwn(node) && Claims.isArticle(node))
                                .flatMap(node -> node.first("headline").stream()),
                        page.tag("og:title").stream(),
                        page.tag("twitter:title").stream(),
                        Stream.of(page.title()))
                .flatMap(each -> each)
                .filter(each -> !each.isBlank() && each.length() <= LONGEST)
                .toList();
    }

    /// The heading below that has the rest of the page's title, if the first one has only its
    /// beginning: `MedTech Talk: Leading a turnaround` below the name of the show.
    private static Optional<Heading> restOfTitle(PageFacts page, Heading top, List<String> said) {
        String first = folded(top.text()) + " ";
        List<String> rests =
                said.stream()
                        .map(Headlines::folded)
                        .filter(title -> title.startsWith(first))
                        .map(title -> title.substring(first.length()))
                        .filter(rest -> rest.length() > first.length())
                        .toList();
        return rests.isEmpty()
                ? Optional.empty()
                : page.headings().stream()
                        .filter(each -> each.start() > top.start() && !each.inSidePart())
                        .filter(each -> rests.contains(folded(each.text())))
                        .findFirst();
    }

    /// The lower heading that is exactly a title, if the first one has nothing in common with it
    /// and is only in titles that add something to it, such as the site's name.
    private static Optional<Heading> wholeTitle(PageFacts page, Heading top, List<String> said) {
        Map<Boolean, Set<String>> titles =
                said.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        title -> isIn(title, top),
                                        Collectors.mapping(Headlines::folded, Collectors.toSet())));
        Set<String> others = titles.getOrDefault(false, Set.of());
        return page.headings().stream()
                .filter(each -> each.level() == 2 && !each.inSidePart())
                .filter(each -> others.contains(folded(each.text())))
                .filter(each ->
                        titles.getOrDefault(true, Set.of()).stream()
                                .allMatch(title -> title.contains(folded(each.text()))))
                .findFirst();
    }

    private static boolean isIn(String title, Heading heading) {
        return likeness(heading.text(), List.of(words(title))) > 0;
    }

    private static boolean isLike(Heading heading, List<Set<String>> titles) {
        return likeness(heading.text(), titles) >= 0.3;
    }

    private static boolean isHeadline(Heading heading, String site, String host) {
        String text = folded(heading.text());
        return !text.isEmpty()
                && heading.text().length() <= LONGEST
                && !text.equals(site)
                && !PageAddress.of("//" + heading.text().strip()).host().equals(host);
    }

    /// The title of the document without the site's name; empty if it is longer than a headline.
    static String titleOf(PageFacts page) {
        return page.title().length() > LONGEST
                ? ""
                : withoutSite(page.title(), folded(page.tag("og:site_name").orElse("")));
    }

    private static String withoutSite(String title, String site) {
        String[] parts = title.split("\\s[|–—•·:-]\\s|\\s?\\|\\s?", -1);
        if (parts.length > 1 && folded(parts[parts.length - 1]).equals(site)) {
            int end = title.lastIndexOf(parts[parts.length - 1]);
            return title.substring(0, end).replaceFirst("[\\s|–—•·:-]+$", "");
        }
        return title.strip();
    }

    /// The share of the shorter text's words that the other contains; the highest across all
    /// titles.
    static double likeness(String text, List<Set<String>> titles) {
        Set<String> words = words(text);
        return titles.stream()
                .mapToDouble(theirs -> {
                    int smaller = Math.min(words.size(), theirs.size());
                    if (smaller == 0) {
                        return 0;
                    }
                    Set<String> common = new HashSet<>(words);
                    common.retainAll(theirs);
                    return (double) common.size() / Math.max(smaller, Math.min(3, words.size()));
                })
                .max()
                .orElse(0);
    }

    /// The most words that a text has in common with one title.
    private static int common(String text, List<Set<String>> titles) {
        Set<String> words = words(text);
        return titles.stream()
                .mapToInt(title -> (int) words.stream().filter(title::contains).count())
                .max()
                .orElse(0);
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(folded(text).split(" ", -1)));
        words.remove("");
        return words;
    }

    static String folded(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
