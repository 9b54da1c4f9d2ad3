package app.prtosales.distribution;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.TargetAccount;
import app.prtosales.placement.Placement;
import java.time.InstantSource;
import java.util.List;

/// Writes the ping of a placement for a rep, with the rep's own accounts that match (R1.5).
final class RepPing {

    private final Directory directory;
    private final MailWriter mails;
    private final InstantSource clock;

    RepPing(Directory directory, MailWriter mails, InstantSource clock) {
        this.directory = directory;
        this.mails = mails;
        this.clock = clock;
    }

    OutgoingMail write(Placement placement, Rep rep) {
        return write(placement, rep, directory.accounts(), directory.agreement());
    }

    /// For many reps: the lists are read once.
    OutgoingMail write(
            Placement placement, Rep rep, List<TargetAccount> accounts, Agreement agreement) {
        List<TargetAccount> own =
                accounts.stream()
                        .filter(account -> rep.id().equals(account.rep()))
                        .filter(TargetAccount::target)
                        .filter(account -> placement.note().segments().contains(account.segment()))
                        .toList();
        return mails.ping(placement, rep, own, agreement, clock.instant());
    }
}
