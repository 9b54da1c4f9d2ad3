package app.prtosales.placement;

import app.prtosales.text.Problems;
import app.prtosales.text.SearchText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which placements to search for.
///
/// @param words words that must all occur in the placement's text; empty for any
/// @param state null for any
/// @param forwardability null for any
/// @param format null for any
public record PlacementFilter(
        List<String> words,
        @Nullable State state,
        @Nullable Forwardability forwardability,
        @Nullable Format format) {

    public static final PlacementFilter ALL = new PlacementFilter(List.of(), null, null, null);

    private static final Pattern LINK = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    /// The progress of a placement, in one word.
    public enum State {
        PENDING,
        MET,
        MISSED,
        VOID,
        SCHEDULED,
        WITHDRAWN,
        RETRACTED
    }

    public PlacementFilter {
        words = List.copyOf(words);
    }

    /// @param search words separated by white space; a link finds its story in any of its spellings
    public static PlacementFilter of(
            String search,
            @Nullable State state,
            @Nullable Forwardability forwardability,
            @Nullable Format format) {
        List<String> words =
                Arrays.stream(search.strip().split("\\s+", -1))
                        .filter(word -> !word.isEmpty())
                        .map(word -> SearchText.folded(canonical(word)))
                        .toList();
        return new PlacementFilter(words, state, forwardability, format);
    }

    /// The key of a pasted link, as in the placement's text; any other word unchanged.
    private static String canonical(String word) {
        if (!LINK.matcher(word).lookingAt()) {
            return word;
        }
        WebAddress link = WebAddress.read("search", word, new Problems());
        return link == null ? word : link.canonical().value();
    }

    /// @param now the instant that decides which color applies
    public boolean fits(Placement placement, Instant now) {
        Story story = placement.story();
        return (forwardability == null || placement.forwardabilityAt(now) == forwardability)
                && (format == null || story.format() == format)
                && (state == null || isIn(state, placement))
                && (words.isEmpty() || containsAllWords(placement, story));
    }

    private static boolean isIn(State state, Placement placement) {
        return switch (state) {
            case SCHEDULED -> placement.status() == Status.SCHEDULED;
            case WITHDRAWN -> placement.status() == Status.WITHDRAWN;
            case RETRACTED -> placement.status() == Status.RETRACTED;
            case PENDING -> Verdict.of(placement) == Verdict.PENDING;
            case MET -> Verdict.of(placement) == Verdict.MET;
            case MISSED -> Verdict.of(placement) == Verdict.MISSED;
            case VOID -> Verdict.of(placement) == Verdict.VOID;
        };
    }

    private boolean containsAllWords(Placement placement, Story story) {
        WebAddress url = story.url();
        String text =
                Stream.of(
                                story.headline(),
                                story.outlet(),
                                story.spokesperson(),
                                story.topic(),
                                story.format().word(),
                                placement.note().text(),
                                url == null ? null : url.value(),
                                url == null ? null : url.canonical().value())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"));
        return words.stream().allMatch(SearchText.folded(text)::contains);
    }
}
