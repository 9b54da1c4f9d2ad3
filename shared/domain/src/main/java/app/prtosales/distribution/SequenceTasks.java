package app.prtosales.distribution;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Directory;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Asks the owners of the sequences that a placement belongs into to put it there (R2.2). Only what
/// may be forwarded can be in a sequence, so an Amber placement opens no task (R5.5).
public final class SequenceTasks {

    private final Directory directory;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    public SequenceTasks(
            Directory directory, SendOne sendOne, MailWriter mails, InstantSource clock) {
        this.directory = directory;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// Opens each task that is not open yet.
    ///
    /// @return how many there are
    int open(Placement placement) {
        return opened(placement).size();
    }

    /// Opens each task that is not open yet, and says which there are.
    List<DeliveryId> opened(Placement placement) {
        if (placement.forwardability() != Forwardability.GREEN) {
            return List.of();
        }
        List<Suggestion> suggestions =
                Suggestion.of(placement, directory.rules(), directory.sequences());
        List<DeliveryId> ids = new ArrayList<>();
        for (Suggestion each : suggestions) {
            DeliveryId id =
                    new DeliveryId(
                            placement.id().value(), each.sequence().id(), MailKind.SEQUENCE_TASK);
            sendOne.planAndSend(
                    id,
                    () ->
                            mails.sequenceTask(
                                    placement,
                                    each.sequence(),
                                    each.stage(),
                                    each.why(),
                                    clock.instant()));
            ids.add(id);
        }
        return ids;
    }
}
