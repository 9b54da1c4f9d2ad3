package app.prtosales.notice;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.WhatNext;
import app.prtosales.mailing.WhatNext.Fix;
import app.prtosales.mailing.WhatNext.Step;
import app.prtosales.ping.Dispatch;
import app.prtosales.ping.Reach;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Placement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells ops of mails that did not arrive: at once of the first, and of what fails for the same
/// reason within two minutes after it in one mail more.
///
/// Each failed mail has a row of its own that says by which mail ops was told of it. The mail is
/// sent under the row of one of them; the others then take its SES message id.
final class TellUndelivered {

    /// How long after a notice others about the same cause are gathered.
    static final Duration GATHERED = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final SecondAddresses seconds;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    TellUndelivered(
            Ledger ledger,
            Directory directory,
            HoldMailbox mailboxes,
            SecondAddresses seconds,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.seconds = seconds;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// @param failed the mail that did not arrive
    /// @param notice the row that says that ops is told of it
    /// @return after how long it is to be looked at again; empty where ops is told of it, or is not
    ///   to be
    Optional<Duration> tell(Delivery failed, DeliveryId notice, @Nullable Placement placement) {
        Agreement agreement = directory.agreement();
        String ops = agreement.ops();
        if (ops == null || isToldTogether(failed, placement)) {
            return Optional.empty();
        }
        Map<DeliveryId, Delivery> rows = rows(failed.id().subject());
        if (isTold(failed, rows)) {
            return Optional.empty();
        }
        List<Delivery> alike =
                rows.values().stream()
                        .filter(row -> row.state().hasFailed() && notice(row.id()).isPresent())
                        .filter(row -> Reach.fate(row).equals(Reach.fate(failed)))
                        .toList();
        Optional<Duration> gathering = gathering(alike, rows);
        if (gathering.isPresent()) {
            return gathering;
        }
        List<Delivery> untold = new ArrayList<>(List.of(failed));
        alike.stream()
                .filter(row -> !row.id().equals(failed.id()))
                .filter(row -> !isTold(row, rows) && !isToldTogether(row, placement))
                .sorted(Comparator.comparing(row -> row.id().value()))
                .forEach(untold::add);
        List<Failure> failures = untold.stream().map(row -> failure(row, placement)).toList();
        Result told =
                sendOne.planAndSend(
                        notice,
                        () ->
                                mails.write(
                                        new MailRequest.Undelivered(
                                                notice, failures, agreement, ops)));
        if (told == Result.SENT) {
            untold.stream()
                    .skip(1)
                    .flatMap(row -> notice(row.id()).stream())
                    .forEach(mark -> markTold(mark, notice));
        }
        return told.lookAgainAfter();
    }

    private Map<DeliveryId, Delivery> rows(String subject) {
        return ledger.about(subject).stream()
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
    }

    /// Whether a notice about it went out, is going out, or never will.
    private static boolean isTold(Delivery failed, Map<DeliveryId, Delivery> rows) {
        return notice(failed.id())
                .map(rows::get)
                .filter(notice -> !notice.state().isOpen())
                .isPresent();
    }

    /// How long the next notice about a cause still waits; empty where it goes now.
    private Optional<Duration> gathering(List<Delivery> alike, Map<DeliveryId, Delivery> rows) {
        Instant now = clock.instant();
        return alike.stream()
                .flatMap(row -> notice(row.id()).map(rows::get).stream())
                .flatMap(notice -> toldAt(notice, now).stream())
                .map(told -> Duration.between(now, told.plus(GATHERED)))
                .filter(left -> left.isPositive())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> toldAt(Delivery notice, Instant now) {
        boolean beingTold =
                notice.state() == DeliveryState.SENDING
                        && notice.leaseUntil() != null
                        && now.isBefore(notice.leaseUntil());
        return beingTold ? Optional.of(now) : Optional.ofNullable(notice.acceptedAt());
    }

    /// Ops was told of it by another's notice.
    private void markTold(DeliveryId mark, DeliveryId by) {
        Optional<Delivery> notice = ledger.find(by);
        ledger.add(Delivery.planned(mark, clock.instant()));
        Optional<Delivery> planned = ledger.find(mark);
        if (notice.isPresent() && planned.isPresent()) {
            Delivery told = planned.get().toldBy(notice.get());
            if (told.version() != planned.get().version()) {
                ledger.replace(planned.get(), told);
            }
        }
    }

    private Failure failure(Delivery row, @Nullable Placement placement) {
        return new Failure(
                placement,
                row.id().kind().called(),
                row.id().kind().audience(),
                who(row.id()),
                Reach.fate(row),
                then(row, placement),
                row.state() == DeliveryState.COMPLAINED);
    }

    /// One mail about every rep of a placement whose address was on hold before it was sent. Who
    /// was sent it is told of by a mail of their own, should it fail.
    ///
    /// @return after how long it is to be tried again; empty where ops is told, or there is nobody
    Optional<Duration> tellHeldAddresses(Placement placement) {
        Agreement agreement = directory.agreement();
        String ops = agreement.ops();
        Map<DeliveryId, Delivery> rows = rows(placement.id().value());
        Map<DeliveryId, Failure> failures = heldAddresses(placement, rows);
        if (ops == null || failures.isEmpty()) {
            return Optional.empty();
        }
        DeliveryId id =
                new DeliveryId(placement.id().value(), Person.idOf(ops), MailKind.ADDRESSES_HELD);
        List<Failure> listed = List.copyOf(failures.values());
        Result told =
                sendOne.planAndSend(
                        id,
                        () -> mails.write(new MailRequest.Undelivered(id, listed, agreement, ops)));
        if (told == Result.SENT) {
            failures.keySet().stream()
                    .filter(ping ->
                            Optional.ofNullable(rows.get(ping))
                                    .filter(row -> row.state().hasFailed())
                                    .isPresent())
                    .flatMap(ping -> notice(ping).stream())
                    .forEach(mark -> markTold(mark, id));
        }
        return told.lookAgainAfter();
    }

    private Map<DeliveryId, Failure> heldAddresses(
            Placement placement, Map<DeliveryId, Delivery> rows) {
        Roster roster = directory.roster();
        Map<String, Mailbox> held = mailboxes.held();
        Map<DeliveryId, Failure> failures = new LinkedHashMap<>();
        for (RepId member : Dispatch.team(roster, placement)) {
            DeliveryId ping = new DeliveryId(placement.id().value(), member.value(), MailKind.PING);
            boolean isSent =
                    Optional.ofNullable(rows.get(ping))
                            .filter(row -> row.attempt() > 0)
                            .isPresent();
            if (!isSent) {
                roster.find(member)
                        .flatMap(rep ->
                                SecondAddresses.mailbox(rep, held)
                                        .map(mailbox -> heldAddress(placement, rep, mailbox, held)))
                        .ifPresent(failure -> failures.put(ping, failure));
            }
        }
        return failures;
    }

    private Failure heldAddress(
            Placement placement, Rep rep, Mailbox mailbox, Map<String, Mailbox> held) {
        boolean second =
                !mailbox.isMarkedAsSpam()
                        && rep.atSecondAddress()
                                .filter(other -> SecondAddresses.mailbox(other, held).isEmpty())
                                .isPresent();
        return new Failure(
                placement,
                MailKind.PING.called(),
                MailKind.PING.audience(),
                rep.name(),
                new MailFate(MailFate.Kind.NOT_SENT, mailbox.whyHeld()),
                mailbox.isMarkedAsSpam()
                        ? new WhatNext(Step.TALK_TO_THEM)
                        : new WhatNext(
                                second ? Step.SECOND_IS_TRIED : Step.NO_SECOND, fix(placement)),
                false);
    }

    /// An address that was dead before the placement was sent stands in one mail with the others.
    private boolean isToldTogether(Delivery row, @Nullable Placement placement) {
        Instant dispatched = placement == null ? null : placement.dispatchedAt();
        return dispatched != null
                && row.attempt() == 0
                && row.id().kind() == MailKind.PING
                && directory
                        .roster()
                        .find(row.id().rep())
                        .flatMap(rep -> SecondAddresses.mailbox(rep, mailboxes.held()))
                        .map(Mailbox::bouncedAt)
                        .filter(bounced -> !bounced.isAfter(dispatched))
                        .isPresent();
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
        if (failed.kind() == MailKind.SEQUENCE_HANDED_OVER) {
            return "the person in charge of sequences";
        }
        return switch (failed.kind().audience()) {
            case REP -> directory.roster().find(failed.rep()).map(Rep::name).orElse("a former rep");
            case SEQUENCE_OWNER ->
                    Optional.ofNullable(
                                    directory
                                            .sequenceNames()
                                            .get(new SequenceId(failed.recipient())))
                            .map("the owner of “%s”"::formatted)
                            .orElse("the owner of a deleted sequence");
            case ESCALATION -> "the person warned before the deadline";
            case PR_OWNER -> "the PR owner";
            case LEADERSHIP -> "a leadership address";
            case ASKER -> "the person who asked for it";
            case OPS -> "ops";
        };
    }

    private WhatNext then(Delivery row, @Nullable Placement placement) {
        if (!row.id().kind().isPing()) {
            return new WhatNext(Step.NOBODY_ELSE);
        }
        return row.state() == DeliveryState.COMPLAINED
                ? new WhatNext(Step.ARRIVED_TALK_TO_THEM)
                : new WhatNext(step(row), fix(placement));
    }

    private Step step(Delivery row) {
        if (row.id().kind() == MailKind.PING_SECOND) {
            return Step.NEITHER_WORKS;
        }
        boolean soon = SecondAddresses.mayStillArrive(row);
        if (seconds.of(row).isEmpty()) {
            return soon ? Step.MAY_ARRIVE_LATER : Step.NO_SECOND;
        }
        return soon ? Step.SECOND_IS_TRIED_SOON : Step.SECOND_IS_TRIED;
    }

    /// What to do about a wrong address.
    private Fix fix(@Nullable Placement placement) {
        if (placement == null) {
            return new Fix.Address();
        }
        Instant deadline = placement.publication().deadline();
        return clock.instant().isBefore(deadline)
                ? new Fix.InTime(deadline)
                : new Fix.ThenSendAgain();
    }
}
