package app.prtosales.notice;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.TargetAccount;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.ping.RepeatMissedChanges;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Handles an email that did not arrive: notifies ops at once of the recipient, the reason and the
/// placement, and tries the rep's second address if there is one (R1.12).
///
/// Everything is decided from the ledger and sent under deterministic ids, so the same failure can
/// be handled any number of times.
public final class HandleUndelivered {

    /// How long to wait for a Delivery event before trying the second address, if the failure may
    /// be temporary: an out-of-office notice can be reported before the delivery.
    static final Duration MAY_STILL_ARRIVE = Duration.ofMinutes(2);

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final SecondAddresses seconds;
    private final NotifyOfUndelivered tell;
    private final RepeatMissedChanges repeatMissedChanges;
    private final InstantSource clock;

    public HandleUndelivered(
            Placements placements,
            Ledger ledger,
            Directory directory,
            HoldMailbox mailboxes,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
        this.seconds = new SecondAddresses(directory, mailboxes);
        this.tell =
                new NotifyOfUndelivered(
                        ledger,
                        directory,
                        mailboxes,
                        new DecideWhatNext(ledger, directory, mailboxes, seconds, clock),
                        sendOne,
                        mails,
                        clock);
        this.repeatMissedChanges =
                new RepeatMissedChanges(placements, ledger, directory, mailboxes, queue, clock);
    }

    /// Queues the handling of failures that have no notice yet, in case their messages were lost.
    ///
    /// @param rows all of a placement's rows
    public static void followFailed(List<Delivery> rows, PingQueue queue) {
        Set<DeliveryId> known = rows.stream().map(Delivery::id).collect(Collectors.toSet());
        rows.stream()
                .filter(row -> row.state().hasFailed())
                .map(Delivery::id)
                .filter(failed ->
                        failed.notice().filter(notice -> !known.contains(notice)).isPresent())
                .forEach(failed -> queue.errand(new Errand.Undelivered(failed), Duration.ZERO));
    }

    /// @param mail the failed email
    public void follow(DeliveryId mail) {
        Optional<Delivery> row = ledger.find(mail).filter(found -> found.state().hasFailed());
        Optional<Placement> placement =
                PlacementId.isValid(mail.subject())
                        ? placements.find(new PlacementId(mail.subject()))
                        : Optional.empty();
        Optional<DeliveryId> notice = mail.notice();
        if (row.isEmpty() || notice.isEmpty()) {
            return;
        }
        Result second = Result.NOT_OURS;
        if (mail.kind() == MailKind.PING && placement.isPresent()) {
            if (SecondAddresses.mayStillArrive(row.get())) {
                queue.errand(new Errand.SecondAddress(mail), MAY_STILL_ARRIVE);
            } else {
                second = trySecond(placement.get(), row.get());
            }
        }
        if (placement.isPresent() && isAboutChange(mail)) {
            repeatMissedChanges.repeat(placement.get().id());
        }
        Optional<Duration> noticeDelay = tell.tell(row.get(), notice.get(), placement.orElse(null));
        Stream.of(second.lookAgainAfter(), noticeDelay)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .ifPresent(after -> queue.errand(new Errand.Undelivered(mail), after));
    }

    private static boolean isAboutChange(DeliveryId mail) {
        return Mailing.of(mail).filter(each -> each.mail().isAboutChange()).isPresent();
    }

    /// Tries the second address of a ping that has still not arrived.
    ///
    /// @param ping a ping that failed for a reason that may be temporary
    public void trySecondAddress(DeliveryId ping) {
        Optional<Delivery> row = ledger.find(ping).filter(found -> found.state().hasFailed());
        Optional<Placement> placement =
                ping.kind() == MailKind.PING && PlacementId.isValid(ping.subject())
                        ? placements.find(new PlacementId(ping.subject()))
                        : Optional.empty();
        if (row.isPresent() && placement.isPresent()) {
            trySecond(placement.get(), row.get())
                    .lookAgainAfter()
                    .ifPresent(after -> queue.errand(new Errand.SecondAddress(ping), after));
        }
    }

    /// Sends the rep another ping, under an id of its own.
    private Result trySecond(Placement placement, Delivery first) {
        Optional<Rep> rep = seconds.of(first);
        if (rep.isEmpty() || !placement.isPublicAt(clock.instant())) {
            return Result.NOT_OURS;
        }
        DeliveryId id = secondPing(first.id());
        return sendOne.planAndSend(id, placement.version(), () -> ping(id, placement, rep.get()));
    }

    private OutgoingMail ping(DeliveryId id, Placement placement, Rep rep) {
        return mails.write(
                new MailRequest.Ping(
                        id,
                        placement,
                        rep,
                        TargetAccount.worked(
                                directory.accounts(), placement, rep, directory.roster()),
                        directory.agreement(),
                        clock.instant()));
    }

    /// Sends ops one email about all of a placement's reps whose addresses are already on hold.
    public void tellHeldAddresses(PlacementId placementId) {
        placements
                .find(placementId)
                .flatMap(tell::tellHeldAddresses)
                .ifPresent(after -> queue.errand(new Errand.HeldAddresses(placementId), after));
    }

    static DeliveryId secondPing(DeliveryId ping) {
        return new DeliveryId(
                ping.subject(), ping.recipient(), MailKind.PING_SECOND, ping.number());
    }
}
