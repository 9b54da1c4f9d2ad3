package app.prtosales.mail;

import app.prtosales.directory.Names;
import app.prtosales.directory.Sequence;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mail.ChangeMailView.Action;
import app.prtosales.mail.ChangeMailView.Advice;
import app.prtosales.mail.ChangeMailView.News;
import app.prtosales.mailing.ChangeNews;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Format;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import app.prtosales.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The email that corrects what reps and sequence owners were told (R5.6).
final class CorrectionMail {

    private static final String CORRECTED =
            "Correction: something we told you about this story was wrong.";
    private static final String AND_CORRECTED =
            "And a correction: something we told you about it was wrong.";

    private CorrectionMail() {}

    static ChangeMailView toRep(
            String subject,
            MailRequest.RepCorrection mail,
            Map<String, String> segmentNames,
            PingView.Links links) {
        Signal signal = Signal.of(mail.placement(), mail.at()).to(mail.rep());
        return ChangeMailView.toRep(
                subject,
                new News(
                        mail.news().turn() == null
                                ? CORRECTED
                                : ColorMail.heading(signal) + " " + AND_CORRECTED,
                        "What changed",
                        facts(mail, segmentNames)),
                signal,
                mail,
                links);
    }

    static ChangeMailView toOwner(
            String subject, MailRequest.SequenceCorrection mail, Names names, String answerUrl) {
        ReaderClock reader = new ReaderClock(mail.zone(), mail.at());
        Placement placement = mail.placement();
        Sequence sequence = mail.sequence();
        Persona persona = ChampionKit.firstReader(placement, sequence);
        Signal signal = Signal.of(placement, mail.at());
        return ChangeMailView.toOwner(
                subject,
                new News(
                        mail.stage().isEmpty()
                                ? "Correction: if you added this story to “%s”, replace the text."
                                        .formatted(sequence.name())
                                : "Correction: replace the text in “%s”, stage “%s”."
                                        .formatted(sequence.name(), mail.stage()),
                        "What changed",
                        facts(List.of(mail.correction()), names.segments(), reader)),
                StoryBlock.of(placement, signal, reader),
                new Advice(
                        mail.stage().isEmpty()
                                ? "If you haven’t added it, there’s nothing to do. If you have, replace what you pasted with the text below."
                                : "Replace what you pasted with the text below.",
                        new Action("Confirm where it is now", answerUrl),
                        TaskView.footer(sequence, mail.asking())),
                signal == Signal.GREEN
                        ? Forward.touch(placement, mail.stage(), persona, names.company())
                        : List.of());
    }

    /// What was corrected and, if the color changed, that as well.
    private static List<String> facts(
            MailRequest.RepCorrection mail, Map<String, String> segmentNames) {
        ReaderClock reader = new ReaderClock(mail.rep().zone(), mail.at());
        ChangeNews news = mail.news();
        ColorChange turn = news.turn();
        if (turn == null) {
            return facts(news.corrections(), segmentNames, reader);
        }
        List<String> facts = new ArrayList<>();
        facts.add(ColorMail.fact(turn, mail));
        if (news.corrections().stream().noneMatch(turn::isPartOf)) {
            facts.add(ColorMail.why(turn));
        }
        facts.addAll(facts(news.corrections(), segmentNames, reader));
        return facts;
    }

    /// The reasons, and each corrected field with its first and last value. The color is left out:
    /// the email shows the one that applies now, and another change may have replaced the corrected
    /// one.
    private static List<String> facts(
            List<Correction> corrections, Map<String, String> segmentNames, ReaderClock reader) {
        List<String> facts = new ArrayList<>();
        Map<String, Amendment> fields = new LinkedHashMap<>();
        for (Correction correction : corrections) {
            facts.add("Why: " + Shorten.to(Shorten.HEADLINE, correction.reason()));
            correction
                    .without("forwardability")
                    .amendments()
                    .forEach(each ->
                            fields.merge(
                                    each.field(),
                                    each,
                                    (first, last) ->
                                            new Amendment(
                                                    first.field(), first.before(), last.after())));
        }
        fields.values().stream()
                .filter(each -> !Objects.equals(each.before(), each.after()))
                .map(each -> amendment(each, segmentNames, reader))
                .forEach(facts::add);
        return facts;
    }

    private static String amendment(
            Amendment amendment, Map<String, String> segmentNames, ReaderClock reader) {
        String field = Phrases.label(words(amendment.field()));
        String before = readable(amendment.field(), amendment.before(), segmentNames, reader);
        String after = readable(amendment.field(), amendment.after(), segmentNames, reader);
        return after == null
                ? "%s: removed.".formatted(field)
                : before == null
                        ? "%s: %s".formatted(field, Shorten.to(Shorten.HEADLINE, after))
                        : "%s: %s (was: %s)"
                                .formatted(
                                        field,
                                        Shorten.to(Shorten.HEADLINE, after),
                                        Shorten.to(Shorten.HEADLINE, before));
    }

    private static @Nullable String readable(
            String field,
            Correction.@Nullable Value value,
            Map<String, String> segmentNames,
            ReaderClock reader) {
        return switch (value) {
            case null -> null;
            case Correction.Time(var at) -> reader.time(at);
            case Correction.Text(var day) when field.equals("publishedAt") -> day(day, reader);
            case Correction.Text(var text) -> readable(field, text, segmentNames);
        };
    }

    private static String day(String day, ReaderClock reader) {
        Instant midnight = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        return reader.inUtc().day(midnight);
    }

    /// The value in readable form: formats and segments as people call them.
    private static String readable(String field, String text, Map<String, String> segmentNames) {
        return switch (field) {
            case "format" -> Words.read(Format.class, text).map(Phrases::format).orElse(text);
            case "tone" -> Phrases.label(text);
            case "zone" -> ReaderClock.zoneName(ZoneId.of(text));
            case "segments" ->
                    Phrases.label(
                            Phrases.list(
                                    Phrases.segments(List.of(text.split(", ")), segmentNames)));
            default -> text;
        };
    }

    private static String words(String field) {
        return switch (field) {
            case "whyItMatters" -> "why it matters";
            case "holdingLine" -> "what to say if a customer asks";
            case "url" -> "link";
            case "publishedAt" -> "published";
            case "zone" -> "time zone";
            case "personas" -> "buyers’ roles";
            default -> field;
        };
    }
}
