package app.prtosales.mail;

import app.prtosales.mail.ChangeMailView.News;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.ColorChange;
import java.util.List;

/// The email that tells reps about a changed color (R5.5).
final class ColorMail {

    private ColorMail() {}

    static ChangeMailView toRep(String subject, MailRequest.Turn mail, PingView.Links links) {
        ColorChange turn = mail.change();
        Signal color = mail.placement().isExpiredAt(mail.at()) ? Signal.RED : Signal.of(turn.to());
        Signal signal = color.to(mail.rep());
        return ChangeMailView.toRep(
                subject,
                new News(heading(signal), "What changed", List.of(fact(turn, mail), why(turn))),
                signal,
                mail,
                links);
    }

    /// @param signal the color that applies now
    static String heading(Signal signal) {
        return switch (signal) {
            case GREEN -> "You may forward this now.";
            case AMBER -> "Internal only from now on: talk about it, don’t send it.";
            case RED -> "Stop using this story.";
        };
    }

    static String fact(ColorChange turn, MailRequest.ToRep mail) {
        if (mail.placement().isExpiredAt(mail.at())) {
            return "It has expired, so don’t use it.";
        }
        Signal now = Signal.of(turn.to());
        if (now != now.to(mail.rep())) {
            return "It’s internal only for now, so don’t use it until we email you that you can.";
        }
        Signal before = Signal.of(turn.from()).to(mail.rep());
        return before == now
                ? "It’s still %s.".formatted(now.word())
                : "It was %s and is now %s.".formatted(before.word(), now.word());
    }

    static String why(ColorChange turn) {
        return "Why: " + Shorten.to(Shorten.HEADLINE, turn.reason());
    }
}
