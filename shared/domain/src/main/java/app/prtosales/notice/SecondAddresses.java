package app.prtosales.notice;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.Undelivered;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import java.util.Map;
import java.util.Optional;

/// Finds the address to try after a ping failed at a rep's first address (R1.12).
final class SecondAddresses {

    private final Directory directory;
    private final HoldMailbox mailboxes;

    SecondAddresses(Directory directory, HoldMailbox mailboxes) {
        this.directory = directory;
        this.mailboxes = mailboxes;
    }

    /// The rep at the second address, if it can be used: not if the rep marked an email as spam,
    /// and not if the address is on hold.
    Optional<Rep> of(Delivery first) {
        Map<String, Mailbox> held = mailboxes.held();
        return first.state() == DeliveryState.COMPLAINED
                ? Optional.empty()
                : directory
                        .roster()
                        .find(first.id().rep())
                        .filter(Rep::isOnTeam)
                        .filter(rep -> !wantsNoMail(rep, held))
                        .flatMap(Rep::atSecondAddress)
                        .filter(rep -> mailbox(rep, held).isEmpty());
    }

    private static boolean wantsNoMail(Rep rep, Map<String, Mailbox> held) {
        return mailbox(rep, held).filter(Mailbox::isMarkedAsSpam).isPresent();
    }

    /// The mailbox of the rep's address if it is on hold.
    static Optional<Mailbox> mailbox(Rep rep, Map<String, Mailbox> held) {
        return Optional.ofNullable(held.get(Mailbox.idOf(rep.email())));
    }

    /// Whether a Delivery event can still arrive because SES merely stopped retrying.
    static boolean mayStillArrive(Delivery row) {
        return row.undelivered()
                .filter(failed -> failed.kind() == Undelivered.Kind.GIVEN_UP)
                .isPresent();
    }
}
