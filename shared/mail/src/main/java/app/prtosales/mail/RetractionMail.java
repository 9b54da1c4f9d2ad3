package app.prtosales.mail;

import app.prtosales.mail.ChangeMailView.News;
import app.prtosales.mail.ChangeMailView.Tell;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Story;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Champion;
import app.prtosales.response.Response;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.SameUse;
import app.prtosales.text.Quotation;
import app.prtosales.text.ReaderClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The email that tells reps to stop using a placement (R5.6).
final class RetractionMail {

    private RetractionMail() {}

    static ChangeMailView toRep(String subject, MailRequest.Retraction mail, PingView.Links links) {
        List<String> champions = champions(mail.used(), mail.sent());
        ChangeMailView view =
                ChangeMailView.toRep(
                        subject,
                        new News(
                                "Stop using this story. It has been retracted.",
                                "What happened",
                                facts(mail.why(), mail.used())),
                        Signal.RED,
                        mail,
                        links);
        return view.telling(
                tell(places(mail.used()), champions),
                champions.isEmpty() ? List.of() : List.of(line(mail.placement().story())));
    }

    static AlarmView toPr(
            String subject,
            MailRequest.ChampionsToTell mail,
            ReaderClock reader,
            String placementUrl) {
        Story story = mail.placement().story();
        List<String> facts = new ArrayList<>();
        facts.add("Why: " + Shorten.to(Shorten.HEADLINE, mail.why().reason()));
        facts.add(
                "The reps who named these champions have left, so nobody else is asked to tell them:");
        facts.addAll(
                limited(
                        mail.champions().stream().map(RetractionMail::named).toList(),
                        "The story’s page has all of them."));
        facts.add("Send or read each of them this line:");
        facts.add(line(story));
        return new AlarmView(
                Signal.RED,
                subject,
                "This story was retracted. Tell these champions not to use it anymore.",
                story.outlet(),
                story.headline(),
                facts,
                "Retracted",
                reader.time(mail.why().at()),
                "Open the story",
                placementUrl);
    }

    private static List<String> facts(TakenBack why, List<Referenced> used) {
        List<String> facts = new ArrayList<>();
        facts.add("Why: " + Shorten.to(Shorten.HEADLINE, why.reason()));
        if (used.isEmpty()) {
            facts.add("You haven’t recorded using it in a deal.");
        }
        return facts;
    }

    private static List<Tell> tell(List<String> places, List<String> champions) {
        List<Tell> lists = new ArrayList<>();
        if (!places.isEmpty()) {
            lists.add(
                    new Tell(
                            "You recorded using it here. Tell them not to use it anymore",
                            limited(places)));
        }
        if (!champions.isEmpty()) {
            lists.add(
                    new Tell(
                            "You named these champions. Send each of them the text below",
                            limited(champions)));
        }
        return lists;
    }

    private static List<String> places(List<Referenced> used) {
        return used.stream()
                .map(each ->
                        "%s: %s"
                                .formatted(
                                        Shorten.to(Shorten.HEADLINE, each.accountName()),
                                        each.how().label()))
                .distinct()
                .toList();
    }

    private static List<String> limited(List<String> lines) {
        return limited(lines, "Reply to this email, and PR will send you the whole list.");
    }

    /// Says how many more there are if they do not all fit, because each of them has to be told.
    ///
    /// @param where says where the others are
    private static List<String> limited(List<String> lines, String where) {
        int more = lines.size() - ChangeMailView.MAXIMUM_FACTS;
        return more <= 0
                ? lines
                : Stream.concat(
                                lines.stream().limit(ChangeMailView.MAXIMUM_FACTS),
                                Stream.of("and %d more. %s".formatted(more, where)))
                        .toList();
    }

    /// The champions that the rep named, without duplicates.
    private static List<String> champions(List<Referenced> used, List<KitSent> sent) {
        List<Response> recorded = new ArrayList<>(used);
        recorded.addAll(sent);
        return SameUse.withoutLists().champions(recorded).stream()
                .map(RetractionMail::named)
                .distinct()
                .toList();
    }

    private static String named(Champion champion) {
        return "%s, %s"
                .formatted(
                        Shorten.to(Shorten.HEADLINE, champion.name()),
                        Shorten.to(Shorten.HEADLINE, champion.accountName()));
    }

    /// What a rep sends to a champion, without our internal reason.
    private static String line(Story story) {
        return "Please don’t use %s (%s) anymore. It was withdrawn. I’m sorry for the trouble, and I’ll send you something better."
                .formatted(
                        Quotation.of(Shorten.to(Shorten.HEADLINE, story.headline())),
                        story.outlet());
    }
}
