package app.prtosales.notice;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.Remedy;
import app.prtosales.delivery.Undelivered;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.RepMail;
import app.prtosales.mailing.WhatNext;
import app.prtosales.mailing.WhatNext.Fix;
import app.prtosales.mailing.WhatNext.Step;
import app.prtosales.ping.MissedChanges;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Decides what happens after an email did not arrive, and what ops can do about it.
final class DecideWhatNext {

    private final Directory directory;
    private final SecondAddresses seconds;
    private final MissedChanges missed;
    private final InstantSource clock;

    DecideWhatNext(
            Ledger ledger,
            Directory directory,
            HoldMailbox mailboxes,
            SecondAddresses seconds,
            InstantSource clock) {
        this.directory = directory;
        this.seconds = seconds;
        this.missed = new MissedChanges(ledger, directory, mailboxes, clock);
        this.clock = clock;
    }

    /// @param rows the ledger's rows about the same subject
    WhatNext after(Delivery failed, Collection<Delivery> rows, @Nullable Placement placement) {
        boolean isToRep = RepMail.of(failed.id().kind()).isPresent() || failed.id().kind().isPing();
        if (isToRep && failed.state() == DeliveryState.COMPLAINED) {
            return new WhatNext(Step.ARRIVED_TALK_TO_THEM);
        }
        if (failed.id().kind().isPing()) {
            return new WhatNext(step(failed), fix(failed, placement));
        }
        if (placement != null
                && isAboutChange(failed)
                && !missed.isReader(placement, rows, failed)) {
            return new WhatNext(Step.NOTHING_TO_CORRECT);
        }
        return new WhatNext(
                remedy(failed) == Remedy.FIX_ADDRESS
                        ? afterOther(failed, rows, placement)
                        : Step.TELL_THEM);
    }

    private static boolean isAboutChange(Delivery failed) {
        return RepMail.of(failed.id().kind()).filter(RepMail::isAboutChange).isPresent();
    }

    private Step afterOther(
            Delivery failed, Collection<Delivery> rows, @Nullable Placement placement) {
        return switch (failed.id().kind()) {
            case TURN, CORRECTION, RETRACTION ->
                    placement == null
                            ? Step.TELL_REP_OF_CHANGE
                            : missed.triedNext(placement, rows, failed)
                                    .map(mailbox -> triedAt(mailbox, failed))
                                    .orElse(Step.TELL_REP_OF_CHANGE);
            case DISTRIBUTOR_PING, KIT_REMINDER -> Step.TELL_REP;
            case SEQUENCE_TASK, SEQUENCE_REMOVAL -> Step.ASK_OWNER_THERE;
            case SEQUENCE_HANDED_OVER, CHOOSE_SEQUENCE -> Step.ASK_PERSON_IN_CHARGE_THERE;
            case SEQUENCE_CORRECTION ->
                    MailRequest.SequenceCorrection.isHandedOver(failed.id())
                            ? Step.TELL_PERSON_IN_CHARGE
                            : Step.TELL_OWNER;
            default ->
                    switch (failed.id().kind().audience()) {
                        case SEQUENCE_OWNER -> Step.TELL_OWNER;
                        case ASKER -> Step.ASK_AGAIN;
                        case REP -> Step.TELL_REP;
                        case ESCALATION, PR_OWNER, RULE_OWNER, LEADERSHIP, OPS ->
                                Step.TELL_PERSON_IN_CHARGE;
                    };
        };
    }

    private Step triedAt(String mailbox, Delivery failed) {
        return directory
                        .roster()
                        .find(failed.id().rep())
                        .flatMap(Rep::atSecondAddress)
                        .filter(second -> Mailbox.idOf(second.email()).equals(mailbox))
                        .isPresent()
                ? Step.SECOND_IS_TRIED
                : Step.LISTED_IS_TRIED;
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

    private Fix fix(Delivery row, @Nullable Placement placement) {
        return switch (remedy(row)) {
            case FIX_ADDRESS -> fixAddress(placement);
            case MAKE_ROOM -> new Fix.MakeRoom();
            case LET_IN -> new Fix.LetIn();
            case CHANGE_TEXT -> new Fix.ChangeText();
        };
    }

    private static Remedy remedy(Delivery row) {
        return Remedy.of(row.undelivered().map(Undelivered::reason).orElse(row.reason()));
    }

    /// How to fix a wrong address.
    Fix fixAddress(@Nullable Placement placement) {
        if (placement == null) {
            return new Fix.Address();
        }
        Instant deadline = placement.publication().deadline();
        return clock.instant().isBefore(deadline)
                ? new Fix.InTime(deadline)
                : new Fix.ThenSendAgain();
    }
}
