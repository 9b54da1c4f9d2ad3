package app.prtosales.kit;

import app.prtosales.placement.Story;

/// Says honestly what kind of evidence a story is (R3.3): what we wrote or paid for is never called
/// independent.
public final class Attribution {

    private Attribution() {}

    /// As it goes on after *There is*: `an article by our Mike Kijewski, CEO, in MedCity News`.
    public static String of(Story story) {
        String outlet = story.outlet();
        String speaker = story.spokesperson();
        String us = speaker == null ? "our team" : ours(speaker);
        return switch (story.format()) {
            case BYLINE -> "an article by %s in %s".formatted(us, outlet);
            case PODCAST -> "a podcast with %s as a guest, on %s".formatted(us, outlet);
            case INTERVIEW -> "an interview with %s in %s".formatted(us, outlet);
            case FEATURE -> "a feature about us in %s, reported by them".formatted(outlet);
            case NEWS_MENTION -> "a news report in %s that mentions us".formatted(outlet);
            case AWARD -> "an award for us from %s".formatted(outlet);
            case TV_RADIO -> "a broadcast about us on %s".formatted(outlet);
            case ANALYST_REPORT -> "an analyst report by %s that covers us".formatted(outlet);
            case WEBINAR -> "a webinar with %s, hosted by %s".formatted(us, outlet);
            case SPONSORED -> "sponsored content of ours in %s".formatted(outlet);
        };
    }

    public static String sentence(Story story) {
        String words = of(story);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// What weight it has as evidence, for a reader who has to judge that.
    public static String evidence(Story story) {
        return switch (story.format()) {
            case BYLINE -> "A contributed article: it was written by our side, not by the outlet.";
            case PODCAST -> "A podcast on which our side was a guest, in our own words.";
            case INTERVIEW -> "An interview: the outlet asked, and our side answered.";
            case FEATURE, NEWS_MENTION, TV_RADIO -> "Reporting by the outlet.";
            case AWARD -> "An award: the outlet judged by its own criteria.";
            case ANALYST_REPORT -> "An analyst’s report: the judgement in it is the analyst’s.";
            case WEBINAR -> "A webinar in which our side took part.";
            case SPONSORED -> "Sponsored: our side paid for it.";
        };
    }

    /// `Mike Kijewski, CEO` in the middle of a sentence needs a comma after the title as well.
    private static String ours(String speaker) {
        return "our " + speaker + (speaker.indexOf(',') > 0 ? "," : "");
    }
}
