package app.prtosales.notice;

import app.prtosales.aside.Aside;
import app.prtosales.aside.Asides;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells ops, once per item, which items cannot be read and how to fix them. Items found together
/// go in one email.
public final class NotifyOfItemsAside {

    private final Asides asides;
    private final Directory directory;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    public NotifyOfItemsAside(
            Asides asides,
            Directory directory,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.asides = asides;
        this.directory = directory;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// The email's id is derived from the items: if this is interrupted before the items are marked
    /// as reported, the next attempt produces the same email.
    public void tell() {
        Agreement agreement = directory.agreement();
        @Nullable String ops = agreement.actingOps().orElse(null);
        List<Aside> unreported = asides.open().stream().filter(aside -> !aside.told()).toList();
        if (ops == null || unreported.isEmpty()) {
            return;
        }
        MailRequest request =
                new MailRequest.ItemsAside(unreported, agreement, ops, clock.instant());
        Result result = sendOne.planAndSend(request.id(), () -> mails.write(request));
        result.lookAgainAfter().ifPresent(after -> queue.errand(new Errand.ItemsAside(), after));
        if (result.lookAgainAfter().isEmpty()) {
            asides.told(unreported);
        }
    }
}
