package app.prtosales.kit;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.text.Quotation;
import app.prtosales.text.ReaderClock;
import app.prtosales.text.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The text a rep forwards to a champion (R3.1), written for the champion as its reader: it
/// contains no internal note, no rep's name, and no address except the clean link (R3.2). The
/// form's required fields are enough to make one; anything else PR provides makes it better.
///
/// @param what the quote, or the headline if there is none
/// @param byWhom who said it and where: `An article by MedCrypt in STAT`
/// @param published the publication day in the outlet's time zone
/// @param evidence how much it is worth as evidence (R3.3)
/// @param why why it matters to the reader's case
/// @param url null for print and broadcast
public record ChampionKit(
        Persona persona,
        String headline,
        String what,
        String byWhom,
        LocalDate published,
        String evidence,
        String why,
        @Nullable String url) {

    /// The kit if it may be sent: the placement may be forwarded and has not ended (R5.3, R5.5).
    ///
    /// @param company the company the coverage is about; null if the agreement does not name it
    public static Optional<ChampionKit> of(
            Placement placement, Persona persona, @Nullable String company, Instant now) {
        return isReady(placement, now)
                ? Optional.of(draft(placement, persona, company))
                : Optional.empty();
    }

    /// Why the kit may not be sent; empty if it may.
    ///
    /// @param reader the clock of whoever reads the reason
    public static Optional<String> whyNot(Placement placement, ReaderClock reader) {
        Instant now = reader.now();
        if (placement.status().isOver()) {
            return Optional.of("It was %s.".formatted(placement.status().word()));
        }
        if (placement.story().tone() == Tone.NEGATIVE) {
            return Optional.of("It’s negative coverage, so nobody should use it.");
        }
        if (!placement.isPublicAt(now)) {
            return Optional.of("It isn’t published yet.");
        }
        if (!placement.expiresAt().isAfter(now)) {
            return Optional.of("It expired on %s.".formatted(reader.day(placement.expiresAt())));
        }
        return switch (placement.forwardability()) {
            case GREEN -> Optional.empty();
            case AMBER ->
                    Optional.of("It’s still in review. You can talk about it, but don’t send it.");
            case RED -> Optional.of("It’s marked Red: do not use.");
        };
    }

    /// The same for one rep: what is internal is not for a distributor (R5.5).
    public static Optional<String> whyNot(Placement placement, ReaderClock reader, Rep rep) {
        return whyNot(placement, reader)
                .map(why ->
                        rep.isExternal()
                                        && placement.forwardabilityAt(reader.now())
                                                == Forwardability.AMBER
                                ? "It’s internal only for now. Don’t use it until we email you that you can."
                                : why);
    }

    /// The persona used when none is requested: the first one PR named, otherwise the general one.
    public static Persona firstReader(Placement placement) {
        return Persona.firstOf(placement.note().personas()).orElse(Persona.GENERAL);
    }

    /// The persona used for a sequence: the sequence's first one, otherwise the placement's.
    public static Persona firstReader(Placement placement, Sequence sequence) {
        return Persona.firstOf(sequence.personas()).orElseGet(() -> firstReader(placement));
    }

    /// Builds the kit whether or not it may be sent, for callers that have already decided.
    ///
    /// @param company the company the coverage is about; null if the agreement does not name it
    public static ChampionKit draft(
            Placement placement, Persona persona, @Nullable String company) {
        Story story = placement.story();
        LocalDate published =
                placement.publication().at().atZone(placement.publication().zone()).toLocalDate();
        return new ChampionKit(
                persona,
                story.headline(),
                said(story),
                Attribution.sentence(story, company),
                published,
                Attribution.evidence(story, company),
                why(story, persona),
                story.url() == null ? null : story.url().value());
    }

    private static String said(Story story) {
        String quote = story.quote();
        String speaker = story.spokesperson();
        if (quote == null) {
            return Quotation.of(story.headline());
        }
        return Quotation.of(quote) + (speaker == null ? "" : " – " + speaker);
    }

    private static String why(Story story, Persona persona) {
        return story.whyItMatters() == null
                ? persona.question()
                : "%s %s".formatted(Sentence.ended(story.whyItMatters()), persona.question());
    }

    /// The paragraph to forward, line by line.
    public List<String> paragraph() {
        List<String> lines = new ArrayList<>();
        lines.add("%s (%s):".formatted(byWhom, day()));
        lines.add(Quotation.of(headline));
        if (isQuoted()) {
            lines.addAll(what.lines().toList());
        }
        lines.addAll(why.lines().toList());
        lines.add(evidence);
        if (url != null) {
            lines.add(url);
        }
        return List.copyOf(lines);
    }

    /// Whether someone is quoted; if not, the headline is used as what was said.
    private boolean isQuoted() {
        return !what.equals(Quotation.of(headline));
    }

    /// The whole kit as text to paste.
    public String text() {
        return Stream.of(
                        headline,
                        "%s (%s).".formatted(byWhom, day()),
                        isQuoted() ? "What was said: " + what : "",
                        "Why it matters: " + why,
                        evidence,
                        url == null ? "" : url)
                .filter(line -> !line.isEmpty())
                .reduce((above, below) -> above + "\n\n" + below)
                .orElse("")
                .concat("\n");
    }

    /// `June 24, 2026`: includes the year because the kit may be read in a later one.
    public String day() {
        String name = published.getMonth().name();
        return "%s %d, %d"
                .formatted(
                        name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT),
                        published.getDayOfMonth(),
                        published.getYear());
    }

    /// Whether the placement's kit may be sent (R3.4, *ready*).
    public static boolean isReady(Placement placement, Instant now) {
        return whyNot(placement, new ReaderClock(ZoneOffset.UTC, now)).isEmpty();
    }
}
