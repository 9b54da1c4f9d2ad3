package app.prtosales.mail;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.util.List;

/// The email that tells reps about a changed color (R5.5).
final class ColorMail {

    private ColorMail() {}

    static ChangeMailView toRep(
            String subject,
            Placement placement,
            ColorChange turn,
            Rep rep,
            Agreement agreement,
            Instant at,
            PingView.Links links) {
        Signal signal = placement.isExpiredAt(at) ? Signal.RED : Signal.of(turn.to());
        String heading =
                switch (signal) {
                    case GREEN -> "You may forward this now.";
                    case AMBER -> "Internal only from now on: talk about it, don’t send it.";
                    case RED -> "Stop using this story.";
                };
        return ChangeMailView.toRep(
                subject,
                heading,
                signal,
                placement,
                "What changed",
                List.of(
                        "It was %s and is now %s."
                                .formatted(Signal.of(turn.from()).word(), signal.word()),
                        "Why: " + Shorten.to(Shorten.HEADLINE, turn.reason())),
                rep,
                agreement,
                at,
                links);
    }
}
