package app.prtosales.mail;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.TargetAccount;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.text.Quotation;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The content of a ping, in order. Both parts of the email show it.
///
/// @param remark text before everything else; empty if there is none
/// @param accounts the rep's own matching target accounts; may be empty
/// @param say the 10-second pitch; for negative coverage, the holding line (R5.7), or what to do
///   without one; null if the placement must not be used
/// @param referenceUrl null if the placement must not be used
/// @param sharing why not to forward the email itself, and how to share the story instead
/// @param forward lines to forward unchanged; empty if nothing may be sent
/// @param kits the URL of the kit for each reader; empty if there is none
/// @param recordUrl where the rep can report wrong data; null if the agreement names nobody who
///   would read it
record PingView(
        String subject,
        String remark,
        String note,
        StoryBlock story,
        String segments,
        List<String> accounts,
        String howTo,
        String sayLabel,
        @Nullable String say,
        @Nullable String quote,
        @Nullable String speaker,
        String whyLabel,
        @Nullable String why,
        List<String> forward,
        List<Forward.Reader> kits,
        String acknowledgeUrl,
        @Nullable String referenceUrl,
        String sharing,
        String footer,
        @Nullable String recordUrl) {

    /// Short enough for ten seconds, and for an email under 50 KB whatever was typed.
    private static final int MAXIMUM_QUOTE = 400;

    private static final int MAXIMUM_WHY = 600;
    private static final int MAXIMUM_ACCOUNTS = 12;
    private static final int MAXIMUM_ACCOUNT_NAME = 120;
    private static final int MAXIMUM_SEGMENTS = 12;

    /// The notice in a test email, so that nobody takes its links for real ones.
    static final String TEST =
            "This is a test you sent to yourself. Nobody else got it, and what you click in it isn’t recorded.";

    private static final String NOT_ITSELF =
            "Please don’t forward this email itself: its %s for anyone who has it, and %s under your name.";

    static final String NO_ACCOUNT = "No matching accounts";
    static final String RECORD = "Fix my record";
    static final String ACCOUNTS = "Your target accounts";
    static final String FORWARD = "Forward this to your champion";
    static final String KITS = "Versions for other readers";

    /// A rep's links for a placement.
    record Links(String acknowledge, String reference, String kit, String record) {}

    static PingView of(
            String subject,
            String remark,
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement,
            Instant at,
            Map<String, String> segmentNames,
            Links links) {
        Story story = placement.story();
        Signal signal = Signal.of(placement, at);
        ReaderClock reader = new ReaderClock(rep.zone(), at);
        boolean usable = signal != Signal.RED;
        boolean negative = story.tone() == Tone.NEGATIVE;
        return new PingView(
                subject,
                remark,
                placement.note().text(),
                StoryBlock.of(placement, signal, reader),
                segments(placement.note().segments(), rep, segmentNames),
                accounts(accounts),
                howTo(signal, placement, reader),
                sayLabel(story),
                negative
                        ? holdingLine(story)
                        : usable ? TalkTrack.of(placement, rep, agreement.company()) : null,
                usable && story.quote() != null
                        ? Quotation.of(Shorten.to(MAXIMUM_QUOTE, Quotation.unquoted(story.quote())))
                        : null,
                story.spokesperson(),
                "Why it matters to "
                        + Phrases.list(
                                Phrases.segments(
                                        placement.note().segments().stream()
                                                .limit(MAXIMUM_SEGMENTS)
                                                .toList(),
                                        segmentNames)),
                usable && story.whyItMatters() != null
                        ? Shorten.to(MAXIMUM_WHY, story.whyItMatters())
                        : null,
                Forward.lines(placement, signal, agreement.company()),
                signal == Signal.GREEN ? Forward.Reader.of(links.kit()) : List.of(),
                links.acknowledge(),
                usable ? links.reference() : null,
                usable
                        ? NOT_ITSELF.formatted("buttons work", "record their answers")
                                + sharing(signal, story)
                        : notItself("button"),
                footer(rep, agreement),
                recordUrl(links.record(), agreement));
    }

    String text() {
        TextPart text =
                new TextPart()
                        .paragraph(remark)
                        .paragraph(note)
                        .story(story)
                        .paragraph("Best for: " + segments);
        if (accounts.isEmpty()) {
            text.paragraph(ACCOUNTS + ": " + NO_ACCOUNT);
        } else {
            text.list(ACCOUNTS + ":", accounts);
        }
        text.paragraph("How to use it: " + howTo);
        if (say != null) {
            text.paragraph(sayLabel + ": " + say);
        }
        if (quote != null) {
            text.paragraph(quote, speaker == null ? "" : speaker);
        }
        if (why != null) {
            text.paragraph(whyLabel + ": " + why);
        }
        if (!forward.isEmpty()) {
            text.paragraph(FORWARD + ":", String.join("\n", forward));
        }
        if (!kits.isEmpty()) {
            text.list(KITS + ":", kits);
        }
        text.paragraph("Got it: " + acknowledgeUrl);
        if (referenceUrl != null) {
            text.paragraph("I used it in a deal: " + referenceUrl);
        }
        return text.paragraph(sharing)
                .paragraph(footer)
                .paragraph(recordUrl == null ? "" : RECORD + ": " + recordUrl)
                .toString();
    }

    /// The segments, and whether one is the rep's own (R1.5).
    private static String segments(List<String> segments, Rep rep, Map<String, String> names) {
        List<String> shared =
                Phrases.segments(
                        segments.stream().filter(rep.segments()::contains).toList(), names);
        List<String> named =
                Phrases.segments(segments.stream().limit(MAXIMUM_SEGMENTS).toList(), names);
        String all = Phrases.list(named, segments.size() - named.size());
        String whose =
                switch (shared.size()) {
                    case 0 ->
                            rep.isExternal()
                                    ? "Not your segment, but distributors get every story that can be forwarded."
                                    : "Not your segment, but every rep gets every story.";
                    case 1 -> "Your segment: %s.".formatted(shared.getFirst());
                    default ->
                            "Your segments: %s."
                                    .formatted(
                                            Phrases.list(
                                                    shared.stream()
                                                            .limit(MAXIMUM_SEGMENTS)
                                                            .toList()));
                };
        return "%s. %s".formatted(Phrases.label(all), whose);
    }

    private static List<String> accounts(List<TargetAccount> accounts) {
        List<String> names = new ArrayList<>();
        for (TargetAccount account : accounts) {
            if (names.size() == MAXIMUM_ACCOUNTS) {
                names.add("and %d more".formatted(accounts.size() - MAXIMUM_ACCOUNTS));
                break;
            }
            names.add(
                    Shorten.to(MAXIMUM_ACCOUNT_NAME, account.name())
                            + (account.openDeal() ? " (open deal)" : ""));
        }
        return List.copyOf(names);
    }

    /// A forwarded email still has its buttons: anyone who has it can answer as the rep (R5.12).
    ///
    /// @param what the only thing in the email that does so, such as `button`
    static String notItself(String what) {
        return NOT_ITSELF.formatted(what + " works", "records the answer");
    }

    static String sharing(Signal signal, Story story) {
        return switch (signal) {
            case GREEN ->
                    story.url() == null
                            ? " To share the story, paste the paragraph above into your own email."
                            : " To share the story, paste the link or the paragraph above into your own email.";
            case AMBER -> " Once you can share the story, we’ll email you the text to send.";
            case RED -> "";
        };
    }

    /// @param reader the clock of the rep at the time of writing
    static String howTo(Signal signal, Placement placement, ReaderClock reader) {
        Story story = placement.story();
        String how =
                switch (signal) {
                    case GREEN ->
                            story.url() == null
                                    ? "Bring it up in conversation, or paste the paragraph below into your own email."
                                    : "Send the link with a line of your own, or bring it up in conversation.";
                    case AMBER ->
                            "Bring it up in conversation. Don’t send the link or a copy until we email you that you can.";
                    case RED ->
                            "Don’t bring it up, and don’t send it. If a customer asks, listen, promise an answer, and reply to this email.";
                };
        if (!placement.status().isOver() && placement.isExpiredAt(reader.now())) {
            return "It expired on %s. %s".formatted(reader.day(placement.expiresAt()), how);
        }
        return story.tone() == Tone.NEGATIVE ? "Heads-up: this is negative coverage. " + how : how;
    }

    private static String sayLabel(Story story) {
        if (story.tone() != Tone.NEGATIVE) {
            return "10-second pitch";
        }
        return story.holdingLine() == null
                ? "If a customer asks"
                : "If a customer asks, say only this";
    }

    /// PR's own line. Without one, reps are told nothing that could contradict PR: the quote is
    /// often the other side's.
    private static String holdingLine(Story story) {
        return story.holdingLine() == null
                ? "Please don’t comment. Send the question to PR."
                : Quotation.of(story.holdingLine());
    }

    private static String footer(Rep rep, Agreement agreement) {
        if (rep.isExternal()) {
            return "Sent to %s. Distributors get every story that can be forwarded."
                            .formatted(rep.name())
                    + replies(agreement);
        }
        String team = agreement.company() == null ? "the" : agreement.company() + "’s";
        return "Sent to %s. Everyone on %s sales team gets one email per story within 24 hours,"
                        .formatted(rep.name(), team)
                + " as PR, marketing, and sales agreed."
                + replies(agreement);
    }

    /// How to ask; empty if nobody would get the reply.
    static String replies(Agreement agreement) {
        if (agreement.prOwner() != null) {
            return " Reply to reach PR.";
        }
        return agreement.actingPrOwner().isPresent() ? " Reply if you have a question." : "";
    }

    /// Null if nobody would read it.
    static @Nullable String recordUrl(String link, Agreement agreement) {
        return agreement.actingOps().isEmpty() ? null : link;
    }
}
