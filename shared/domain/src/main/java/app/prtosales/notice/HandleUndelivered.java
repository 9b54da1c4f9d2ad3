package app.prtosales.notice;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.delivery.Undelivered;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import app.prtosales.ping.Dispatch;
import app.prtosales.ping.Reach;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What follows on a mail that did not arrive: ops is told at once, by name, reason and placement,
/// and the rep's second address is tried where there is one (R1.12).
///
/// It is done by what the ledger says, under ids that are always the same, so it may be asked for
/// any number of times.
public final class HandleUndelivered {

    /// How long a mail that failed for a reason that may pass has for its Delivery, before the
    /// second address is tried: an out-of-office notice can be told before it.
    static final Duration MAY_STILL_ARRIVE = Duration.ofMinutes(2);

    private static final String SECOND_IS_TRIED =
            "Their second address is tried now. Correct the first in the list of reps.";

    private static final String SECOND_IS_TRIED_SOON =
            "Their second address is tried in two minutes, unless the mail arrives by then.";

    private static final String MAY_ARRIVE_LATER =
            "There is no second address to try. The mail system has stopped trying; should the mail"
                    + " arrive all the same, they count as reached.";

    private static final String TALK_TO_THEM =
            "They marked it as spam, and get no more mails. Talk to them: the team agreed to these"
                    + " mails. Their address is released in the list of reps.";

    private static final String NO_SECOND =
            "There is no second address to try. Correct the address in the list of reps.";

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
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
        this.mailboxes = mailboxes;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// What failed and was not followed yet, should the message about it have been lost.
    ///
    /// @param rows all rows about a placement
    public static void followFailed(List<Delivery> rows, PingQueue queue) {
        Set<DeliveryId> known = rows.stream().map(Delivery::id).collect(Collectors.toSet());
        rows.stream()
                .filter(row -> row.state().hasFailed())
                .map(Delivery::id)
                .filter(failed ->
                        notice(failed).filter(notice -> !known.contains(notice)).isPresent())
                .forEach(failed -> queue.errand(new Errand.Undelivered(failed), Duration.ZERO));
    }

    /// @param mail the one that failed
    public void follow(DeliveryId mail) {
        Optional<Delivery> row = ledger.find(mail).filter(found -> found.state().hasFailed());
        Optional<Placement> placement =
                PlacementId.isValid(mail.subject())
                        ? placements.find(new PlacementId(mail.subject()))
                        : Optional.empty();
        Optional<DeliveryId> notice = notice(mail);
        if (row.isEmpty() || notice.isEmpty()) {
            return;
        }
        Result second = Result.NOT_OURS;
        if (mail.kind() == MailKind.PING && placement.isPresent()) {
            if (mayStillArrive(row.get())) {
                queue.errand(new Errand.SecondAddress(mail), MAY_STILL_ARRIVE);
            } else {
                second = trySecond(placement.get(), row.get());
            }
        }
        Result told = tellOps(row.get(), notice.get(), placement.orElse(null));
        Stream.of(second, told)
                .flatMap(result -> result.lookAgainAfter().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(after -> queue.errand(new Errand.Undelivered(mail), after));
    }

    private static boolean mayStillArrive(Delivery row) {
        return row.undelivered()
                .filter(failed -> failed.kind() == Undelivered.Kind.GIVEN_UP)
                .isPresent();
    }

    /// Tries the second address of a ping that has not arrived by now.
    ///
    /// @param ping failed for a reason that may pass
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

    /// One ping more for the rep, under an id of its own.
    private Result trySecond(Placement placement, Delivery first) {
        Optional<Rep> rep = second(first.id().recipient(), first);
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
                        TargetAccount.worked(directory.accounts(), placement, rep),
                        directory.agreement(),
                        clock.instant()));
    }

    /// The rep as reached at the second address, where that is a way still open: one who complained
    /// wants no mail, and a dead address takes none.
    private Optional<Rep> second(String repId, Delivery first) {
        Map<String, Mailbox> held = mailboxes.held();
        return first.state() == DeliveryState.COMPLAINED
                ? Optional.empty()
                : directory
                        .roster()
                        .find(repId)
                        .filter(Rep::isOfTheTeam)
                        .filter(rep -> !wantsNoMail(rep, held))
                        .flatMap(Rep::atSecondAddress)
                        .filter(rep -> mailbox(rep, held).isEmpty());
    }

    private static boolean wantsNoMail(Rep rep, Map<String, Mailbox> held) {
        return mailbox(rep, held).filter(Mailbox::isMarkedAsSpam).isPresent();
    }

    private Result tellOps(Delivery row, DeliveryId id, @Nullable Placement placement) {
        Agreement agreement = directory.agreement();
        String ops = agreement.ops();
        if (ops == null || isToldTogether(row, placement)) {
            return Result.NOT_OURS;
        }
        Failure failure =
                new Failure(
                        placement,
                        row.id().kind().called(),
                        who(row.id()),
                        Reach.reason(row),
                        then(row),
                        row.state() == DeliveryState.COMPLAINED);
        return sendOne.planAndSend(
                id,
                () ->
                        mails.write(
                                new MailRequest.Undelivered(id, List.of(failure), agreement, ops)));
    }

    /// An address that was dead before the placement was sent stands in one mail with the others.
    private boolean isToldTogether(Delivery row, @Nullable Placement placement) {
        Instant dispatched = placement == null ? null : placement.dispatchedAt();
        return dispatched != null
                && row.attempt() == 0
                && row.id().kind() == MailKind.PING
                && directory
                        .roster()
                        .find(row.id().recipient())
                        .flatMap(rep -> mailbox(rep, mailboxes.held()))
                        .map(Mailbox::bouncedAt)
                        .filter(bounced -> !bounced.isAfter(dispatched))
                        .isPresent();
    }

    private static Optional<Mailbox> mailbox(Rep rep, Map<String, Mailbox> held) {
        return Optional.ofNullable(held.get(Mailbox.idOf(rep.email())));
    }

    /// One mail about all reps of a placement whose addresses are dead already.
    public void tellHeldAddresses(PlacementId placementId) {
        Optional<Placement> placement = placements.find(placementId);
        Agreement agreement = directory.agreement();
        String ops = agreement.ops();
        if (placement.isEmpty() || ops == null) {
            return;
        }
        Roster roster = directory.roster();
        Map<String, Mailbox> held = mailboxes.held();
        List<Failure> failures =
                Dispatch.team(roster, placement.get()).stream()
                        .flatMap(rep -> roster.find(rep).stream())
                        .flatMap(rep ->
                                mailbox(rep, held).stream()
                                        .map(mailbox ->
                                                heldAddress(placement.get(), rep, mailbox, held)))
                        .toList();
        if (failures.isEmpty()) {
            return;
        }
        DeliveryId id =
                new DeliveryId(placementId.value(), Person.idOf(ops), MailKind.ADDRESSES_HELD);
        Result told =
                sendOne.planAndSend(
                        id,
                        () ->
                                mails.write(
                                        new MailRequest.Undelivered(id, failures, agreement, ops)));
        told.lookAgainAfter()
                .ifPresent(after -> queue.errand(new Errand.HeldAddresses(placementId), after));
    }

    private static Failure heldAddress(
            Placement placement, Rep rep, Mailbox mailbox, Map<String, Mailbox> held) {
        boolean second =
                !mailbox.isMarkedAsSpam()
                        && rep.atSecondAddress()
                                .filter(other -> mailbox(other, held).isEmpty())
                                .isPresent();
        return new Failure(
                placement,
                MailKind.PING.called(),
                "%s (%s)".formatted(rep.name(), rep.id()),
                "not sent: " + mailbox.whyHeld(),
                mailbox.isMarkedAsSpam() ? TALK_TO_THEM : second ? SECOND_IS_TRIED : NO_SECOND);
    }

    static DeliveryId secondPing(DeliveryId ping) {
        return new DeliveryId(
                ping.subject(), ping.recipient(), MailKind.PING_SECOND, ping.number());
    }

    /// The mail that tells ops of it; empty where nobody is told.
    static Optional<DeliveryId> notice(DeliveryId failed) {
        return failed.kind()
                .notice()
                .map(kind ->
                        new DeliveryId(
                                failed.subject(), failed.recipient(), kind, failed.number()));
    }

    private String who(DeliveryId failed) {
        if (failed.kind().isPing()) {
            return directory
                    .roster()
                    .find(failed.recipient())
                    .map(rep -> "%s (%s)".formatted(rep.name(), rep.id()))
                    .orElse(failed.recipient());
        }
        return failed.kind() == MailKind.AUDIT
                ? "one of the agreement’s leadership addresses"
                : failed.recipient();
    }

    private String then(Delivery row) {
        if (!row.id().kind().isPing()) {
            return "Nobody else was told instead of them.";
        }
        if (row.state() == DeliveryState.COMPLAINED) {
            return "The mail arrived. " + TALK_TO_THEM;
        }
        if (row.id().kind() == MailKind.PING_SECOND) {
            return "Neither address works now. Correct them in the list of reps.";
        }
        boolean soon = mayStillArrive(row);
        if (second(row.id().recipient(), row).isEmpty()) {
            return soon ? MAY_ARRIVE_LATER : NO_SECOND;
        }
        return soon ? SECOND_IS_TRIED_SOON : SECOND_IS_TRIED;
    }
}
