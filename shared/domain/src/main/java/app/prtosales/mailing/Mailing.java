package app.prtosales.mailing;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.placement.PlacementId;
import java.util.Optional;
import java.util.Set;

/// One round of mails about a placement: what for, and which of its kind.
///
/// @param number from 1; a second correction is another mailing than the first
public record Mailing(MailKind kind, int number) {

    /// The pings of a placement (R1.1).
    public static final Mailing PINGS = new Mailing(MailKind.PING, 1);

    /// Those of a Green placement to the distributors (R5.5).
    public static final Mailing DISTRIBUTOR_PINGS = new Mailing(MailKind.DISTRIBUTOR_PING, 1);

    /// Those that remind of the champion kit (R3.5).
    public static final Mailing KIT_REMINDERS = new Mailing(MailKind.KIT_REMINDER, 1);

    private static final Set<MailKind> TO_REPS =
            Set.of(
                    MailKind.PING,
                    MailKind.DISTRIBUTOR_PING,
                    MailKind.TURN,
                    MailKind.CORRECTION,
                    MailKind.KIT_REMINDER,
                    MailKind.RETRACTION);

    /// Whether such a mail goes to a rep, in whatever way it is queued.
    public static boolean isToReps(MailKind kind) {
        return kind.isPing() || TO_REPS.contains(kind);
    }

    /// As it stands in a queue message: `correction-2`.
    public String word() {
        return number == 1 ? kind.word() : "%s-%d".formatted(kind.word(), number);
    }

    /// Reads what [#word] wrote; empty where it names no mail that a rep gets.
    public static Optional<Mailing> read(String word) {
        return DeliveryId.parse("a.b." + word)
                .map(id -> new Mailing(id.kind(), id.number()))
                .filter(mailing -> TO_REPS.contains(mailing.kind));
    }

    public DeliveryId to(PlacementId placement, String recipient) {
        return new DeliveryId(placement.value(), recipient, kind, number);
    }
}
