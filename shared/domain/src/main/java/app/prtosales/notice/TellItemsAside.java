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

/// Tells ops, once for each, which items cannot be read and how to mend them. What is found
/// together is told in one mail.
public final class TellItemsAside {

    private final Asides asides;
    private final Directory directory;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    public TellItemsAside(
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

    /// The mail is named by what it tells: interrupted before it is noted that ops knows, the same
    /// items are the same mail.
    public void tell() {
        Agreement agreement = directory.agreement();
        String ops = agreement.ops();
        List<Aside> news = asides.open().stream().filter(aside -> !aside.told()).toList();
        if (ops == null || news.isEmpty()) {
            return;
        }
        MailRequest request = new MailRequest.ItemsAside(news, agreement, ops, clock.instant());
        Result told = sendOne.planAndSend(request.id(), () -> mails.write(request));
        told.lookAgainAfter().ifPresent(after -> queue.errand(new Errand.ItemsAside(), after));
        if (told.lookAgainAfter().isEmpty()) {
            asides.told(news);
        }
    }
}
