package app.prtosales.mail;

import app.prtosales.placement.Correction;
import app.prtosales.placement.Placement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The subjects of emails about a placement.
///
/// The subject of a follow-up email is "Re: " and the first email's subject, even if the story has
/// been corrected since, because some mail programs use `References` to keep a thread together only
/// if the subject stays the same.
final class Subjects {

    /// The limit of a ping's subject (protocol, "Emails"), in UTF-16 units.
    static final int MAXIMUM = 90;

    private static final String PING = "[Coverage] ";
    private static final String TASK = "[Sequence] ";

    private Subjects() {}

    static String ping(Placement placement) {
        return of(PING, placement);
    }

    /// For emails to a rep after the ping.
    static String afterPing(Placement placement) {
        return "Re: " + asOf(placement.dispatchedAt(), PING, placement);
    }

    static String task(Placement placement) {
        return of(TASK, placement);
    }

    /// For emails to a sequence owner after the first task.
    ///
    /// @param since when the first task was sent; null if only its usual time is known: when the
    ///   placement went out, or turned Green after that
    static String afterTask(Placement placement, @Nullable Instant since) {
        return "Re: " + asOf(since == null ? usualTime(placement) : since, TASK, placement);
    }

    private static @Nullable Instant usualTime(Placement placement) {
        Instant out = placement.dispatchedAt();
        return out == null
                ? null
                : placement.changes().turnedGreenAt().filter(out::isBefore).orElse(out);
    }

    /// For an email that starts a thread.
    static String of(String before, Placement placement) {
        return of(before, placement.story().outlet(), placement.story().headline());
    }

    private static String of(String before, String outlet, String headline) {
        return Shorten.to(MAXIMUM, "%s%s: %s".formatted(before, outlet, headline));
    }

    private static String asOf(@Nullable Instant sent, String before, Placement placement) {
        return of(
                before,
                asOf(sent, placement, "outlet", placement.story().outlet()),
                asOf(sent, placement, "headline", placement.story().headline()));
    }

    private static String asOf(
            @Nullable Instant sent, Placement placement, String field, String now) {
        for (Correction each : placement.changes().corrections()) {
            for (Correction.Amendment amendment : each.amendments()) {
                Correction.Value before = amendment.before();
                if (amendment.field().equals(field)
                        && before != null
                        && sent != null
                        && !each.at().isBefore(sent)) {
                    return before.written();
                }
            }
        }
        return now;
    }
}
