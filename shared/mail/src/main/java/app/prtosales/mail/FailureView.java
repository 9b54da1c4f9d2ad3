package app.prtosales.mail;

import app.prtosales.delivery.Audience;
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.WhatNext;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Emails that were not delivered or were marked as spam, for ops (R1.12): to whom, why, what to
/// do, and where.
///
/// @param failures the listed failures
/// @param deadline empty if no placement is concerned, or it has passed
/// @param more how many are not listed; the placement's page has all of them
/// @param fixes buttons that open the lists with the addresses to fix, or the placement's page
/// @param pageUrl the placement's page; null if no placement is concerned, or `fixes` opens it
record FailureView(
        String subject,
        String what,
        @Nullable String outlet,
        @Nullable String headline,
        List<Listed> failures,
        int more,
        String deadline,
        List<Button> fixes,
        @Nullable String pageUrl) {

    static final String STORY = "Open the story";

    /// Keeps the email readable and under 50 KB.
    private static final int MAXIMUM_LISTED = 40;

    /// A failure in the reader's words.
    record Listed(String who, String why, String then) {}

    record Button(String label, String url) {}

    static FailureView of(
            String subject,
            List<Failure> failures,
            ReaderClock reader,
            String baseUrl,
            @Nullable String pageUrl) {
        Placement placement = failures.getFirst().placement();
        int listed = Math.min(failures.size(), MAXIMUM_LISTED);
        List<Button> fixes =
                failures.stream().map(each -> button(each, baseUrl, pageUrl)).distinct().toList();
        return new FailureView(
                subject,
                what(failures),
                placement == null ? null : placement.story().outlet(),
                placement == null ? null : placement.story().headline(),
                failures.subList(0, listed).stream()
                        .map(failure -> listed(failure, failures.size() > 1, reader))
                        .toList(),
                failures.size() - listed,
                placement == null ? "" : ahead(placement.publication().deadline(), reader),
                fixes,
                fixes.stream().anyMatch(fix -> fix.url().equals(pageUrl)) ? null : pageUrl);
    }

    private static String ahead(Instant deadline, ReaderClock reader) {
        return deadline.isAfter(reader.now()) ? reader.time(deadline) : "";
    }

    private static Button button(Failure failure, String baseUrl, @Nullable String pageUrl) {
        return pageUrl != null && isAddressFine(failure)
                ? new Button(STORY, pageUrl)
                : new Button(label(failure), baseUrl + list(failure.audience()));
    }

    private static boolean isAddressFine(Failure failure) {
        WhatNext.Fix fix = failure.then().fix();
        return fix != null && !fix.isOfAddress();
    }

    /// What the reader can do about it.
    private static String label(Failure failure) {
        return switch (failure.audience()) {
            case REP -> failure.arrived() ? "Open the list of reps" : "Fix the address";
            case SEQUENCE_OWNER -> "Fix the sequence’s owner";
            case ESCALATION, PR_OWNER, RULE_OWNER, LEADERSHIP, ASKER, OPS ->
                    "Fix it in the agreement";
        };
    }

    private static String list(Audience audience) {
        return switch (audience) {
            case REP -> "/#/directory/reps";
            case SEQUENCE_OWNER -> "/#/directory/sequences";
            case ESCALATION, PR_OWNER, RULE_OWNER, LEADERSHIP, ASKER, OPS ->
                    "/#/directory/agreement";
        };
    }

    /// @param several whether the email reports several failures, which may be of several kinds
    private static Listed listed(Failure failure, boolean several, ReaderClock reader) {
        return new Listed(
                several ? "%s · %s".formatted(failure.who(), failure.mail()) : failure.who(),
                failure.reason().words(),
                failure.then().words(reader));
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
        fixes.forEach(fix -> text.paragraph("%s: %s".formatted(fix.label(), fix.url())));
        return text.paragraph(pageUrl == null ? "" : STORY + ": " + pageUrl).toString();
    }
}
