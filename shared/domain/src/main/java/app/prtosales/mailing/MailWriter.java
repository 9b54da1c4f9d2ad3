package app.prtosales.mailing;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.WrongRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Writes the mails of a distribution.
public interface MailWriter {

    /// @param accounts the rep's own target accounts in the placement's segments
    /// @param at when it is written; links in it expire a fixed time after
    OutgoingMail ping(
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement,
            Instant at);

    /// The ping as a rep would get it, to whoever tests it, marked as a test; its links lead
    /// nowhere.
    OutgoingMail testPing(
            DeliveryId id,
            String to,
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement);

    /// What a rep may do with it changed (R5.5); in the thread of the ping.
    OutgoingMail turned(
            Placement placement, ColorChange turn, Rep rep, Agreement agreement, Instant at);

    /// What was told of it was wrong (R5.6); in the thread of the ping.
    OutgoingMail correction(
            Placement placement, Correction correction, Rep rep, Agreement agreement, Instant at);

    /// Stop using it (R5.6); in the thread of the ping.
    ///
    /// @param used where the rep recorded that it was used
    /// @param sent the champions to whom the rep sent the kit
    OutgoingMail retraction(
            Placement placement,
            TakenBack why,
            Rep rep,
            List<Referenced> used,
            List<KitSent> sent,
            Agreement agreement,
            Instant at);

    /// Asks to take a placement out of a sequence, because it is not to be used any more (R5.6).
    OutgoingMail sequenceRemoval(RemovalMail mail, Instant at);

    /// Tells the owner of a sequence that what they were given to paste was wrong (R5.6).
    ///
    /// @param stage the stage that it was confirmed in, or is to be in
    OutgoingMail sequenceCorrection(
            Placement placement,
            Correction correction,
            Sequence sequence,
            String stage,
            ZoneId zone,
            Instant at);

    OutgoingMail sequenceTask(TaskMail mail, Instant at);

    /// The champion kit is ready, and no champion of the rep's has it (R3.5); in the thread of the
    /// ping.
    ///
    /// @param accounts the rep's own target accounts with an open deal
    OutgoingMail kitReminder(
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement,
            Instant at);

    /// To ops: what a rep says is wrong about them.
    ///
    /// @param rep as the roster has them; empty where it does not any more
    OutgoingMail recordFix(
            DeliveryId id,
            Placement placement,
            Optional<Rep> rep,
            WrongRecord fix,
            String owner,
            Instant at);

    /// To ops: mails that did not arrive (R1.12).
    ///
    /// @param id the notice's
    /// @param failures at least one, all about the same placement
    OutgoingMail undelivered(
            DeliveryId id,
            List<Failure> failures,
            Agreement agreement,
            String opsAddress,
            Instant at);

    /// Who is not reached yet, why, and how much time is left (R1.9).
    ///
    /// @param reached how far it has got
    /// @param roster for the names of who is missing
    /// @param to an address of the agreement
    OutgoingMail warning(
            DeliveryId id,
            Placement placement,
            Reached reached,
            Roster roster,
            Agreement agreement,
            String to,
            Instant at);

    /// To ops: the mail system's quota cannot reach the team by the deadline.
    ///
    /// @param problem why, in words
    OutgoingMail quotaShort(
            Placement placement,
            String problem,
            Agreement agreement,
            String opsAddress,
            Instant at);

    /// To ops: too many mails came back, and no more go out to reps.
    OutgoingMail sendingStopped(
            DeliveryId id, Stop stop, Agreement agreement, String opsAddress, Instant at);

    /// Asks the owner whether a placement is still true, before its shelf life ends (R5.3).
    ///
    /// @param sequences the names of those that it is in
    OutgoingMail stillTrue(
            DeliveryId id,
            Placement placement,
            List<String> sequences,
            Agreement agreement,
            String owner);

    /// The loud alarm of R1.10, to ops.
    OutgoingMail noActiveRep(
            Placement placement, Agreement agreement, String opsAddress, Instant at);
}
