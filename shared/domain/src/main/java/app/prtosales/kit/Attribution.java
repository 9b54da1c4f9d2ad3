package app.prtosales.kit;

import app.prtosales.placement.Story;
import org.jspecify.annotations.Nullable;

/// States honestly what kind of evidence a story is (R3.3): coverage that the company wrote or paid
/// for is never called independent. A champion forwards this text, so it never says "our" (R5.13).
public final class Attribution {

    /// Used for the company if the agreement does not name it.
    private static final String VENDOR = "the vendor";

    private Attribution() {}

    /// `an article by Mike Kijewski, CEO of MedCrypt, in MedCity News`.
    ///
    /// @param company null if the agreement does not name it; then only the speaker is named
    public static String of(Story story, @Nullable String company) {
        String outlet = story.outlet();
        @Nullable String who = who(story.spokesperson(), company);
        return switch (story.format()) {
            case BYLINE ->
                    who == null
                            ? "a contributed article in " + outlet
                            : "an article by %s in %s".formatted(who, outlet);
            case PODCAST ->
                    who == null
                            ? "a podcast episode on " + outlet
                            : "a podcast episode with %s on %s".formatted(who, outlet);
            case INTERVIEW ->
                    who == null
                            ? "an interview in " + outlet
                            : "an interview with %s in %s".formatted(who, outlet);
            case FEATURE -> "a feature%s in %s".formatted(about(" about ", company), outlet);
            case NEWS_MENTION ->
                    "a news story in %s%s".formatted(outlet, about(" that mentions ", company));
            case AWARD -> "an award%s from %s".formatted(about(" for ", company), outlet);
            case TV_RADIO -> "a broadcast%s on %s".formatted(about(" about ", company), outlet);
            case ANALYST_REPORT ->
                    "an analyst report by %s%s".formatted(outlet, about(" that covers ", company));
            case WEBINAR ->
                    who == null
                            ? "a webinar hosted by " + outlet
                            : "a webinar with %s hosted by %s".formatted(who, outlet);
            case SPONSORED -> "sponsored content%s in %s".formatted(about(" by ", company), outlet);
        };
    }

    public static String sentence(Story story, @Nullable String company) {
        String words = of(story, company);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// How much the story is worth as evidence, for a reader who has to judge that.
    public static String evidence(Story story, @Nullable String company) {
        String whose = company == null ? VENDOR : company;
        boolean another =
                story.spokesperson() != null
                        && new Speaker(story.spokesperson()).isFromAnother(company);
        return switch (story.format()) {
            case BYLINE ->
                    "This is a contributed article: %s wrote it, not the outlet’s reporters."
                            .formatted(another ? "its author" : whose);
            case PODCAST ->
                    another
                            ? "This is a podcast: the views are the guest’s own."
                            : "This is a podcast with a guest from %s, speaking for the company."
                                    .formatted(whose);
            case INTERVIEW ->
                    "This is an interview: the outlet asked the questions, and %s answered."
                            .formatted(another ? "the person interviewed" : whose);
            case FEATURE, NEWS_MENTION, TV_RADIO -> "This is the outlet’s own reporting.";
            case AWARD -> "This is an award, judged by the outlet on its own criteria.";
            case ANALYST_REPORT ->
                    "This is an analyst’s report: the conclusions are the analyst’s own.";
            case WEBINAR ->
                    another
                            ? "This is a webinar: the views are the speaker’s own."
                            : "This is a webinar that %s took part in.".formatted(whose);
            case SPONSORED -> "This is sponsored content: %s paid for it.".formatted(whose);
        };
    }

    private static @Nullable String who(@Nullable String speaker, @Nullable String company) {
        return speaker == null ? company : new Speaker(speaker).inSentence(company);
    }

    private static String about(String before, @Nullable String company) {
        return company == null ? "" : before + company;
    }
}
