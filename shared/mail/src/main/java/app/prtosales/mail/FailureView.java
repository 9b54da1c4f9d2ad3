package app.prtosales.mail;

import app.prtosales.delivery.Audience;
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.WhatNext;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Undelivered emails, for ops (R1.12): who, why, what to do, and where.
///
/// @param failures the listed failures
/// @param deadline empty if no placement is concerned
/// @param more how many are not listed; the placement's page has all of them
/// @param button the label for `fixUrl`
/// @param pageUrl the placement's page; null if no placement is concerned, or `fixUrl` is the page
record FailureView(
        String subject,
        String what,
        @Nullable String outlet,
        @Nullable String headline,
        List<Listed> failures,
        int more,
        String deadline,
        String button,
        String fixUrl,
        @Nullable String pageUrl) {

    static final String STORY = "Open the story";

    /// Keeps the email readable and under 50 KB.
    private static final int MAXIMUM_LISTED = 40;

    /// A failure in the reader's words.
    record Listed(String who, String why, String then) {}

    static FailureView of(
            String subject,
            List<Failure> failures,
            ReaderClock reader,
            String baseUrl,
            @Nullable String pageUrl) {
        Placement placement = failures.getFirst().placement();
        int listed = Math.min(failures.size(), MAXIMUM_LISTED);
        boolean onPage = pageUrl != null && isAddressFine(failures.getFirst());
        return new FailureView(
                subject,
                what(failures),
                placement == null ? null : placement.story().outlet(),
                placement == null ? null : placement.story().headline(),
                failures.subList(0, listed).stream()
                        .map(failure -> listed(failure, reader))
                        .toList(),
                failures.size() - listed,
                placement == null ? "" : reader.time(placement.publication().deadline()),
                onPage ? STORY : button(failures.getFirst()),
                onPage ? pageUrl : baseUrl + list(failures.getFirst().audience()),
                onPage ? null : pageUrl);
    }

    private static boolean isAddressFine(Failure failure) {
        WhatNext.Fix fix = failure.then().fix();
        return fix != null && !fix.isOfAddress();
    }

    /// What the reader can do about it.
    private static String button(Failure failure) {
        return switch (failure.audience()) {
            case REP -> failure.arrived() ? "Open the list of reps" : "Fix the address";
            case SEQUENCE_OWNER -> "Fix the sequence’s owner";
            case ESCALATION, PR_OWNER, LEADERSHIP, ASKER, OPS -> "Fix it in the agreement";
        };
    }

    private static String list(Audience audience) {
        return switch (audience) {
            case REP -> "/#/directory/reps";
            case SEQUENCE_OWNER -> "/#/directory/sequences";
            case ESCALATION, PR_OWNER, LEADERSHIP, ASKER, OPS -> "/#/directory/agreement";
        };
    }

    private static Listed listed(Failure failure, ReaderClock reader) {
        return new Listed(failure.who(), failure.reason().words(), failure.then().words(reader));
    }

    private static String what(List<Failure> failures) {
        Failure first = failures.getFirst();
        return failures.size() == 1
                ? "%s to %s %s.".formatted(first.mail(), first.who(), fate(first))
                : "%d emails %s.".formatted(failures.size(), fates(first));
    }

    private static String fate(Failure failure) {
        return failure.arrived() ? "was marked as spam" : "wasn’t delivered";
    }

    private static String fates(Failure first) {
        return first.arrived() ? "were marked as spam" : "weren’t delivered";
    }

    /// The start of the subject: the kind of news.
    static String begin(Failure failure) {
        return failure.arrived() ? "[Marked as spam] " : "[Not delivered] ";
    }

    String rest() {
        return more == 0 ? "" : "And %d more. The story’s page lists them all.".formatted(more);
    }

    String text() {
        TextPart text = new TextPart().paragraph(what);
        if (outlet != null && headline != null) {
            text.paragraph(outlet, headline);
        }
        for (Listed failure : failures) {
            text.paragraph(failure.who(), "Why: " + failure.why(), "What to do: " + failure.then());
        }
        text.paragraph(rest());
        if (!deadline.isEmpty()) {
            text.paragraph("Deadline: " + deadline);
        }
        return text.paragraph(button + ": " + fixUrl)
                .paragraph(pageUrl == null ? "" : STORY + ": " + pageUrl)
                .toString();
    }
}
