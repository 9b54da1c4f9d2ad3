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
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.WhatNext;
import app.prtosales.mailing.WhatNext.Step;
import app.prtosales.ping.Dispatch;
import app.prtosales.ping.Reach;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Placement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells ops about emails that did not arrive: the first at once, and everything that fails for the
/// same reason within the next two minutes together in one more email.
///
/// Each failed email has its own notice row, which says which email told ops about it. The email is
/// sent under the first of these rows, so that of several that wake together only one sends it; the
/// others then take its SES message id.
final class NotifyOfUndelivered {

    /// How long after a notice further failures with the same cause are collected.
    static final Duration GATHERED = Duration.ofMinutes(2);

    private final Ledger ledger;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final DecideWhatNext next;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    NotifyOfUndelivered(
            Ledger ledger,
            Directory directory,
            HoldMailbox mailboxes,
            DecideWhatNext next,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.next = next;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// @param failed the email that did not arrive
    /// @param notice the id of the row for telling ops about it
    /// @return how long to wait before checking again; empty if ops has been told or does not need
    ///   to be
    Optional<Duration> tell(Delivery failed, DeliveryId notice, @Nullable Placement placement) {
        Agreement agreement = directory.agreement();
        @Nullable String ops = agreement.actingOps().orElse(null);
        if (ops == null || isReportedTogether(failed, placement)) {
            return Optional.empty();
        }
        Map<DeliveryId, Delivery> rows = rows(failed.id().subject());
        if (isTold(failed, rows)) {
            return Optional.empty();
        }
        List<Delivery> alike =
                rows.values().stream()
                        .filter(row -> row.state().hasFailed() && row.id().notice().isPresent())
                        .filter(row -> Reach.fate(row).equals(Reach.fate(failed)))
                        .toList();
        Optional<Duration> waitForMore = waitForMore(alike, rows);
        if (waitForMore.isPresent()) {
            return waitForMore;
        }
        List<Delivery> unreported =
                Stream.concat(
                                Stream.of(failed),
                                alike.stream()
                                        .filter(row -> !row.id().equals(failed.id()))
                                        .filter(row -> !isTold(row, rows))
                                        .filter(row -> !isReportedTogether(row, placement)))
                        .sorted(Comparator.comparing(row -> row.id().value()))
                        .toList();
        List<Failure> failures =
                unreported.stream().map(row -> failure(row, rows.values(), placement)).toList();
        List<DeliveryId> notices =
                unreported.stream().flatMap(row -> row.id().notice().stream()).toList();
        Result result = send(notices, failures, agreement, ops);
        // If somebody else just sent the email, it may not list this failure.
        return result == Result.SENT || notices.getFirst().equals(notice)
                ? result.lookAgainAfter()
                : Optional.of(GATHERED);
    }

    private Result send(
            List<DeliveryId> notices, List<Failure> failures, Agreement agreement, String ops) {
        DeliveryId first = notices.getFirst();
        Result result =
                sendOne.planAndSend(
                        first,
                        () ->
                                mails.write(
                                        new MailRequest.Undelivered(
                                                first, failures, agreement, ops)));
        if (result == Result.SENT) {
            notices.stream().skip(1).forEach(mark -> markTold(mark, first));
        }
        return result;
    }

    private Map<DeliveryId, Delivery> rows(String subject) {
        return ledger.about(subject).stream()
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
    }

    /// Whether a notice about this failure went out, is going out, or never will.
    private static boolean isTold(Delivery failed, Map<DeliveryId, Delivery> rows) {
        return failed.id()
                .notice()
                .map(rows::get)
                .filter(notice -> !notice.state().isOpen())
                .isPresent();
    }

    /// How long the next notice about this cause has to wait; empty if it can go now.
    private Optional<Duration> waitForMore(List<Delivery> alike, Map<DeliveryId, Delivery> rows) {
        Instant now = clock.instant();
        return alike.stream()
                .flatMap(row -> row.id().notice().map(rows::get).stream())
                .flatMap(notice -> toldAt(notice, now).stream())
                .map(at -> Duration.between(now, at.plus(GATHERED)))
                .filter(left -> left.isPositive())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> toldAt(Delivery notice, Instant now) {
        boolean noticeIsBeingSent =
                notice.state() == DeliveryState.SENDING
                        && notice.leaseUntil() != null
                        && now.isBefore(notice.leaseUntil());
        return noticeIsBeingSent ? Optional.of(now) : Optional.ofNullable(notice.acceptedAt());
    }

    /// Records that ops was told about this failure in another failure's notice.
    private void markTold(DeliveryId mark, DeliveryId by) {
        Optional<Delivery> notice = ledger.find(by);
        ledger.add(Delivery.planned(mark, clock.instant()));
        Optional<Delivery> planned = ledger.find(mark);
        if (notice.isPresent() && planned.isPresent()) {
            Delivery updated = planned.get().coveredBy(notice.get());
            if (updated.version() != planned.get().version()) {
                ledger.replace(planned.get(), updated);
            }
        }
    }

    private Failure failure(
            Delivery row, Collection<Delivery> rows, @Nullable Placement placement) {
        Addressee to = Addressee.of(row.id(), directory);
        return new Failure(
                placement,
                row.id().kind().displayName(),
                to.audience(),
                to.who(),
                Reach.fate(row),
                next.after(row, rows, placement),
                row.state() == DeliveryState.COMPLAINED);
    }

    /// Sends ops one email about every rep of a placement whose address was on hold before the ping
    /// was sent. If a ping that was sent fails, it gets its own notice.
    ///
    /// @return how long to wait before trying again; empty if ops has been told or there is nothing
    ///   to report
    Optional<Duration> tellHeldAddresses(Placement placement) {
        Agreement agreement = directory.agreement();
        @Nullable String ops = agreement.actingOps().orElse(null);
        Map<DeliveryId, Delivery> rows = rows(placement.id().value());
        Map<DeliveryId, Failure> failures = heldAddresses(placement, rows);
        if (ops == null || failures.isEmpty()) {
            return Optional.empty();
        }
        DeliveryId id =
                new DeliveryId(placement.id().value(), Person.idOf(ops), MailKind.ADDRESSES_HELD);
        List<Failure> listed = List.copyOf(failures.values());
        Result result =
                sendOne.planAndSend(
                        id,
                        () -> mails.write(new MailRequest.Undelivered(id, listed, agreement, ops)));
        if (result == Result.SENT) {
            failures.keySet().stream()
                    .filter(ping ->
                            Optional.ofNullable(rows.get(ping))
                                    .filter(row -> row.state().hasFailed())
                                    .isPresent())
                    .flatMap(ping -> ping.notice().stream())
                    .forEach(mark -> markTold(mark, id));
        }
        return result.lookAgainAfter();
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
        boolean second = rep.atWorkingSecondAddress(mailbox, held).isPresent();
        return new Failure(
                placement,
                MailKind.PING.displayName(),
                MailKind.PING.audience(),
                rep.name(),
                new MailFate(MailFate.Kind.NOT_SENT, mailbox.whyHeld()),
                mailbox.isMarkedAsSpam()
                        ? new WhatNext(Step.TALK_TO_THEM)
                        : new WhatNext(
                                second ? Step.SECOND_IS_TRIED : Step.NO_SECOND,
                                next.fixAddress(placement)),
                false);
    }

    /// Whether the address was on hold before the placement was sent, so that it is reported
    /// together with the others in one email.
    private boolean isReportedTogether(Delivery row, @Nullable Placement placement) {
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
}
