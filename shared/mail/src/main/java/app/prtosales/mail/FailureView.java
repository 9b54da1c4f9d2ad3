package app.prtosales.mail;

import app.prtosales.mailing.Failure;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Mails that did not arrive, for ops (R1.12): who, why, and what happens now.
///
/// @param deadline empty where it is about no placement
/// @param more how many are not listed; the placement's page has them all
record FailureView(
        String subject,
        String what,
        @Nullable String outlet,
        @Nullable String headline,
        List<Failure> failures,
        int more,
        String deadline,
        String pageUrl) {

    /// A mail is to be read, and stays under 50 KB.
    private static final int MAXIMUM_LISTED = 40;

    static FailureView of(
            String subject, List<Failure> failures, ReaderClock reader, String pageUrl) {
        Placement placement = failures.getFirst().placement();
        int listed = Math.min(failures.size(), MAXIMUM_LISTED);
        return new FailureView(
                subject,
                what(failures),
                placement == null ? null : placement.story().outlet(),
                placement == null ? null : placement.story().headline(),
                failures.subList(0, listed).stream().map(failure -> told(failure, reader)).toList(),
                failures.size() - listed,
                placement == null ? "" : reader.time(placement.publication().deadline()),
                pageUrl);
    }

    private static Failure told(Failure failure, ReaderClock reader) {
        return new Failure(
                failure.placement(),
                failure.mail(),
                failure.who(),
                reader.told(failure.reason()),
                reader.told(failure.then()),
                failure.arrived());
    }

    private static String what(List<Failure> failures) {
        Failure first = failures.getFirst();
        return failures.size() == 1
                ? "%s to %s %s.".formatted(first.mail(), first.who(), fate(first))
                : "%d mails %s.".formatted(failures.size(), fates(first));
    }

    private static String fate(Failure failure) {
        return failure.arrived() ? "arrived and was marked as spam" : "did not arrive";
    }

    private static String fates(Failure first) {
        return first.arrived() ? "arrived and were marked as spam" : "did not arrive";
    }

    /// How the subject begins: what kind of news it is.
    static String begin(Failure failure) {
        return failure.arrived() ? "[Marked as spam] " : "[Not delivered] ";
    }

    String rest() {
        return more == 0 ? "" : "And %d more; the page lists them all.".formatted(more);
    }

    String text() {
        TextPart text = new TextPart().paragraph(what);
        if (outlet != null && headline != null) {
            text.paragraph(outlet, headline);
        }
        for (Failure failure : failures) {
            text.paragraph(
                    failure.who(), "Why: " + failure.reason(), "What now: " + failure.then());
        }
        text.paragraph(rest());
        if (!deadline.isEmpty()) {
            text.paragraph("The deadline: " + deadline);
        }
        return text.paragraph("See it: " + pageUrl).toString();
    }
}
