package app.prtosales.mailing;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.id.RepId;
import app.prtosales.placement.PlacementId;
import java.util.Optional;

/// One round of mails about a placement: what for, and which of its kind.
///
/// @param number from 1; a second correction is another mailing than the first
public record Mailing(RepMail mail, int number) {

    /// The pings of a placement (R1.1).
    public static final Mailing PINGS = new Mailing(RepMail.PING, 1);

    /// From this number on, a ping went to an address that was corrected.
    private static final int CORRECTED = 1_001;

    /// Those of a Green placement to the distributors (R5.5).
    public static final Mailing DISTRIBUTOR_PINGS = new Mailing(RepMail.DISTRIBUTOR_PING, 1);

    /// Those that remind of the champion kit (R3.5).
    public static final Mailing KIT_REMINDERS = new Mailing(RepMail.KIT_REMINDER, 1);

    /// The ping once more, to an address that was corrected. Those that somebody sends again by
    /// hand are numbered from 2, far below.
    ///
    /// @param time from 1
    public static Mailing toCorrectedAddress(int time) {
        return new Mailing(RepMail.PING, CORRECTED - 1 + time);
    }

    /// Whether it is a ping to an address that was corrected.
    public boolean isToCorrectedAddress() {
        return mail == RepMail.PING && number >= CORRECTED;
    }

    /// As it stands in a queue message: `correction-2`.
    public String word() {
        String kind = mail.kind().word();
        return number == 1 ? kind : "%s-%d".formatted(kind, number);
    }

    /// Reads what [#word] wrote; empty where it names no mail that a rep gets.
    public static Optional<Mailing> read(String word) {
        return DeliveryId.parse("a.b." + word).flatMap(Mailing::of);
    }

    /// The round that a mail belongs to; empty where it is of none.
    public static Optional<Mailing> of(DeliveryId id) {
        return RepMail.of(id.kind()).map(mail -> new Mailing(mail, id.number()));
    }

    /// The mail of this round to one rep.
    public DeliveryId to(PlacementId placement, RepId rep) {
        return new DeliveryId(placement.value(), rep.value(), mail.kind(), number);
    }
}
