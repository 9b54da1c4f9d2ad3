package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.kit.Persona;
import app.prtosales.kit.Speaker;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.text.Quotation;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a rep can say in ten seconds: who said what, and where; and, to a reader whom PR named, a
/// question that opens the conversation. The rep says it to a customer, so "us" is the rep's own
/// company; a distributor works for another one, and names the company instead (R5.13).
final class TalkTrack {

    private static final int MAXIMUM_TOPIC = 120;

    private static final Pattern SEVERAL = Pattern.compile(" (and|&|with) |[;/]");
    private static final Pattern OUR = Pattern.compile("(?i)^our ");

    private TalkTrack() {}

    /// @param company the company covered; null if the agreement does not name it
    static String of(Placement placement, Rep rep, @Nullable String company) {
        Story story = placement.story();
        String news = rep.isExternal() ? newsOf(story, company) : news(story);
        @Nullable String topic = story.topic();
        String about =
                topic == null
                        ? ""
                        : " It’s about %s."
                                .formatted(Shorten.to(MAXIMUM_TOPIC, topic.replace(';', ',')));
        String ask =
                Persona.firstOf(placement.note().personas())
                        .map(persona -> " Then ask: “%s”".formatted(persona.ask()))
                        .orElse("");
        String headline = Quotation.inside(story.headline());
        return "%s: “%s%s”%s%s"
                .formatted(
                        news,
                        Shorten.to(Shorten.HEADLINE, headline),
                        endsItself(headline) ? "" : ".",
                        about,
                        ask);
    }

    private static boolean endsItself(String headline) {
        return !headline.isEmpty() && ".?!…".indexOf(headline.charAt(headline.length() - 1)) >= 0;
    }

    /// `Our CEO, Mike Kijewski,` from `Mike Kijewski, CEO`. A speaker without a title becomes `Our
    /// colleague`; a speaker who is named with an organization may be a customer's, and stays as
    /// written.
    private static String ours(String speaker) {
        if (new Speaker(speaker).namesOrganization()) {
            return new Speaker(speaker).inSentence(null);
        }
        int comma = speaker.indexOf(", ");
        if (comma < 0) {
            return (SEVERAL.matcher(speaker).find() ? "Our colleagues " : "Our colleague ")
                    + speaker;
        }
        String title = OUR.matcher(speaker.substring(comma + 2)).replaceFirst("");
        return title.contains(",")
                ? speaker + ","
                : "Our %s, %s,".formatted(title, speaker.substring(0, comma));
    }

    private static String news(Story story) {
        String outlet = story.outlet();
        @Nullable String speaker = story.spokesperson();
        String we = speaker == null ? "We" : ours(speaker);
        return switch (story.format()) {
            case BYLINE ->
                    speaker == null
                            ? "We published an article in " + outlet
                            : "%s wrote an article in %s".formatted(we, outlet);
            case PODCAST ->
                    speaker == null
                            ? "We were guests on " + outlet
                            : "%s appeared on %s".formatted(we, outlet);
            case INTERVIEW -> "%s talked with %s".formatted(we, outlet);
            case FEATURE -> outlet + " published a feature about us";
            case NEWS_MENTION -> outlet + " mentioned us in a story";
            case AWARD -> outlet + " gave us an award";
            case TV_RADIO -> outlet + " ran a story about us";
            case ANALYST_REPORT -> outlet + " covered us in an analyst report";
            case WEBINAR -> "%s spoke in a webinar with %s".formatted(we, outlet);
            case SPONSORED -> "We have a sponsored article in " + outlet;
        };
    }

    private static String newsOf(Story story, @Nullable String company) {
        String outlet = story.outlet();
        String name = company == null ? "the company" : company;
        String they =
                Optional.ofNullable(story.spokesperson())
                        .map(speaker -> new Speaker(speaker).inSentence(company))
                        .orElse(company == null ? "The company" : company);
        return switch (story.format()) {
            case BYLINE -> "%s wrote an article in %s".formatted(they, outlet);
            case PODCAST -> "%s appeared on %s".formatted(they, outlet);
            case INTERVIEW -> "%s talked with %s".formatted(they, outlet);
            case FEATURE -> "%s published a feature about %s".formatted(outlet, name);
            case NEWS_MENTION -> "%s mentioned %s in a story".formatted(outlet, name);
            case AWARD -> "%s gave %s an award".formatted(outlet, name);
            case TV_RADIO -> "%s ran a story about %s".formatted(outlet, name);
            case ANALYST_REPORT -> "%s covered %s in an analyst report".formatted(outlet, name);
            case WEBINAR -> "%s spoke in a webinar with %s".formatted(they, outlet);
            case SPONSORED ->
                    "%s has a sponsored article in %s"
                            .formatted(company == null ? "The company" : company, outlet);
        };
    }
}
