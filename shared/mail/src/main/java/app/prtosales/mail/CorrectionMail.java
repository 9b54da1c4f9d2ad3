package app.prtosales.mail;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mail.ChangeMailView.Action;
import app.prtosales.mailing.ChangeNews;
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
            Placement placement,
            ChangeNews news,
            Rep rep,
            Agreement agreement,
            Instant at,
            Map<String, String> segmentNames,
            PingView.Links links) {
        Signal signal = Signal.of(placement, at);
        return ChangeMailView.toRep(
                subject,
                news.turn() == null ? CORRECTED : ColorMail.heading(signal) + " " + AND_CORRECTED,
                signal,
                placement,
                "What changed",
                facts(news, placement, at, segmentNames, new ReaderClock(rep.zone(), at)),
                rep,
                agreement,
                at,
                links);
    }

    static ChangeMailView toOwner(
            String subject,
            Placement placement,
            Correction correction,
            Sequence sequence,
            String stage,
            ZoneId zone,
            Instant at,
            Map<String, String> segmentNames,
            @Nullable String company,
            String answerUrl) {
        ReaderClock reader = new ReaderClock(zone, at);
        Persona persona = ChampionKit.firstReader(placement, sequence);
        Signal signal = Signal.of(placement, at);
        return ChangeMailView.toOwner(
                subject,
                "Correction: replace the text in “%s”, stage “%s”."
                        .formatted(sequence.name(), stage),
                signal,
                placement,
                "What changed",
                facts(List.of(correction), segmentNames, reader),
                "Replace what you pasted with the text below.",
                signal == Signal.GREEN
                        ? Forward.touch(placement, stage, persona, company)
                        : List.of(),
                new Action("Confirm where it is now", answerUrl),
                "Sent to %s, owner of “%s”.".formatted(sequence.owner(), sequence.name()),
                reader);
    }

    /// The color as well, if it changed.
    private static List<String> facts(
            ChangeNews news,
            Placement placement,
            Instant at,
            Map<String, String> segmentNames,
            ReaderClock reader) {
        ColorChange turn = news.turn();
        if (turn == null) {
            return facts(news.corrections(), segmentNames, reader);
        }
        List<String> facts = new ArrayList<>();
        facts.add(ColorMail.fact(turn, placement, at));
        if (news.corrections().stream().noneMatch(turn::isPartOf)) {
            facts.add(ColorMail.why(turn));
        }
        facts.addAll(
                facts(
                        news.corrections().stream()
                                .map(each -> each.without("forwardability"))
                                .toList(),
                        segmentNames,
                        reader));
        return facts;
    }

    /// The reasons, and each corrected field with its first and last value.
    private static List<String> facts(
            List<Correction> corrections, Map<String, String> segmentNames, ReaderClock reader) {
        List<String> facts = new ArrayList<>();
        Map<String, Amendment> fields = new LinkedHashMap<>();
        for (Correction correction : corrections) {
            facts.add("Why: " + Shorten.to(Shorten.HEADLINE, correction.reason()));
            correction
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
        String before = told(amendment.field(), amendment.before(), segmentNames, reader);
        String after = told(amendment.field(), amendment.after(), segmentNames, reader);
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

    private static @Nullable String told(
            String field,
            Correction.@Nullable Value value,
            Map<String, String> segmentNames,
            ReaderClock reader) {
        return switch (value) {
            case null -> null;
            case Correction.Time(var at) -> reader.time(at);
            case Correction.Text(var day) when field.equals("publishedAt") -> day(day, reader);
            case Correction.Text(var text) -> told(field, text, segmentNames);
        };
    }

    private static String day(String day, ReaderClock reader) {
        Instant midnight = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        return reader.inUtc().day(midnight);
    }

    /// The value in readable form: formats and segments as people call them.
    private static String told(String field, String text, Map<String, String> segmentNames) {
        return switch (field) {
            case "format" -> Words.read(Format.class, text).map(Phrases::format).orElse(text);
            case "tone", "forwardability" -> Phrases.label(text);
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
            case "forwardability" -> "what you may do with it";
            default -> field;
        };
    }
}
