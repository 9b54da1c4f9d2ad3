package app.prtosales.testping;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.history.People;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import java.util.Optional;

/// Sends a test ping to the person who asked for it, once.
public final class SendTestPing {

    private final TestPings tests;
    private final People people;
    private final PreviewPing preview;
    private final PingQueue queue;
    private final SendOne sendOne;

    public SendTestPing(
            TestPings tests, People people, PreviewPing preview, PingQueue queue, SendOne sendOne) {
        this.tests = tests;
        this.people = people;
        this.preview = preview;
        this.queue = queue;
        this.sendOne = sendOne;
    }

    /// Does nothing for a test that is no longer stored, or that the current lists do not allow.
    public void send(DeliveryId id) {
        Optional<OutgoingMail> mail =
                tests.find(id)
                        .flatMap(test ->
                                people.find(id.recipient())
                                        .flatMap(person -> preview.test(test, person)));
        mail.ifPresent(written -> {
            Result sent = sendOne.planAndSend(id, () -> written);
            sent.lookAgainAfter().ifPresent(after -> queue.errand(new Errand.TestPing(id), after));
        });
    }
}
