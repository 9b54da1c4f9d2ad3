package app.prtosales.notice;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.id.RepId;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tells ops what a rep reports as wrong in our record about the rep: the first report at once,
/// further reports within two minutes together in one email.
public final class NotifyOfWrongRecord {

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final Responses responses;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;

    public NotifyOfWrongRecord(
            Placements placements,
            Ledger ledger,
            Directory directory,
            Responses responses,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.responses = responses;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
    }

    /// @param number the number of the report among the rep's reports about this placement
    public void tell(PlacementId id, RepId rep, int number) {
        Optional<Placement> placement = placements.find(id);
        Agreement agreement = directory.agreement();
        Optional<String> owner = agreement.actingOps();
        if (placement.isEmpty() || owner.isEmpty()) {
            return;
        }
        List<WrongRecord> reports = new ArrayList<>();
        for (Response each : responses.recorded(placement.get())) {
            if (each instanceof WrongRecord fix && fix.rep().equals(rep)) {
                reports.add(fix);
            }
        }
        reports.sort(Comparator.comparingInt(WrongRecord::number));
        reportsForOneMail(id, number, reports)
                .ifPresent(notes -> tell(placement.get(), rep, notes, agreement, owner.get()));
    }

    /// The reports to put in one email: those after the previous email, up to this one if its email
    /// was already started, otherwise up to the latest. The email takes the number of the last
    /// report in it.
    ///
    /// @return empty if a later email already covers this report
    private Optional<List<WrongRecord>> reportsForOneMail(
            PlacementId id, int number, List<WrongRecord> reports) {
        List<Integer> mailed =
                reports.stream()
                        .filter(each -> ledger.find(mail(id, each)).isPresent())
                        .map(WrongRecord::number)
                        .toList();
        if (!mailed.contains(number) && mailed.stream().anyMatch(each -> each > number)) {
            return Optional.empty();
        }
        int last = mailed.contains(number) ? number : Integer.MAX_VALUE;
        int before = mailed.stream().filter(each -> each < number).max(Integer::compare).orElse(0);
        List<WrongRecord> notes =
                reports.stream()
                        .filter(each -> each.number() > before && each.number() <= last)
                        .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(notes);
    }

    private static DeliveryId mail(PlacementId placement, WrongRecord note) {
        return new DeliveryId(placement.value(), note.person(), MailKind.RECORD_FIX, note.number());
    }

    private void tell(
            Placement placement,
            RepId rep,
            List<WrongRecord> notes,
            Agreement agreement,
            String owner) {
        WrongRecord last = notes.getLast();
        DeliveryId id = mail(placement.id(), last);
        Result result =
                sendOne.planAndSend(
                        id,
                        () ->
                                mails.write(
                                        new MailRequest.WrongRecord(
                                                id,
                                                placement,
                                                directory.roster().find(rep),
                                                notes,
                                                agreement,
                                                owner)));
        result.lookAgainAfter()
                .ifPresent(after ->
                        queue.errand(
                                new Errand.FixRecord(placement.id(), rep, last.number()), after));
    }
}
