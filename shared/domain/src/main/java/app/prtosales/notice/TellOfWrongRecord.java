package app.prtosales.notice;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.response.Response;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.response.Responses;
import java.util.Optional;

/// Tells ops what a rep says is wrong about them.
public final class TellOfWrongRecord {

    private final Placements placements;
    private final Directory directory;
    private final Responses responses;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;

    public TellOfWrongRecord(
            Placements placements,
            Directory directory,
            Responses responses,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails) {
        this.placements = placements;
        this.directory = directory;
        this.responses = responses;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
    }

    /// The PR owner where the agreement names nobody for ops.
    public static Optional<String> owner(Agreement agreement) {
        return Optional.ofNullable(agreement.ops())
                .or(() -> Optional.ofNullable(agreement.prOwner()));
    }

    /// @param number which of the rep's requests about this placement
    public void tell(PlacementId id, String rep, int number) {
        Optional<Placement> placement = placements.find(id);
        Agreement agreement = directory.agreement();
        Optional<String> owner = owner(agreement);
        if (placement.isEmpty() || owner.isEmpty()) {
            return;
        }
        for (Response each : responses.recorded(placement.get())) {
            if (each instanceof WrongRecord fix
                    && fix.person().equals(rep)
                    && fix.number() == number) {
                tell(placement.get(), fix, agreement, owner.get());
            }
        }
    }

    private void tell(Placement placement, WrongRecord fix, Agreement agreement, String owner) {
        DeliveryId id =
                new DeliveryId(
                        placement.id().value(), fix.person(), MailKind.RECORD_FIX, fix.number());
        Result told =
                sendOne.planAndSend(
                        id,
                        () ->
                                mails.write(
                                        new MailRequest.WrongRecord(
                                                id,
                                                placement,
                                                directory.roster().find(fix.person()),
                                                fix,
                                                agreement,
                                                owner)));
        told.lookAgainAfter()
                .ifPresent(after ->
                        queue.errand(
                                new Errand.FixRecord(placement.id(), fix.person(), fix.number()),
                                after));
    }
}
