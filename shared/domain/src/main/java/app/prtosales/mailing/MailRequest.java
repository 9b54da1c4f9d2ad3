package app.prtosales.mailing;

import app.prtosales.aside.Aside;
import app.prtosales.delivery.Audience;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.Suggestion;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.link.Link;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Champion;
import app.prtosales.response.Response;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.text.Digest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A request to write an email: its recipient and everything the text needs. The kind of email
/// determines the rest: [MailKind#audience] the recipient's role and the thread, [MailKind#notice]
/// who is notified if it fails.
///
/// The `at` component of a request is when the email is written; links in it expire a fixed time
/// later.
public sealed interface MailRequest {

    /// The id of the ledger row it is sent under.
    DeliveryId id();

    /// The recipient's address.
    String to();

    default MailKind kind() {
        return id().kind();
    }

    default Audience audience() {
        return kind().audience();
    }

    /// An email to a rep.
    sealed interface ToRep extends MailRequest {

        Placement placement();

        Rep rep();

        Agreement agreement();

        Instant at();

        @Override
        default String to() {
            return rep().email();
        }
    }

    /// @param id the id of a first ping, a resent one, or one to a second address or a distributor
    /// @param accounts the rep's own target accounts in the placement's segments
    record Ping(
            DeliveryId id,
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement,
            Instant at)
            implements ToRep {

        /// A first ping.
        public Ping(
                Placement placement,
                Rep rep,
                List<TargetAccount> accounts,
                Agreement agreement,
                Instant at) {
            this(
                    Mailing.PINGS.to(placement.id(), rep.id()),
                    placement,
                    rep,
                    accounts,
                    agreement,
                    at);
        }
    }

    /// A ping as a rep would get it, sent to the person testing it and marked as a test; its links
    /// do nothing.
    record TestPing(
            DeliveryId id,
            String to,
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement)
            implements MailRequest {}

    /// The placement's color changed, and with it what a rep may do with it (R5.5).
    record Turn(
            DeliveryId id,
            Placement placement,
            ColorChange change,
            Rep rep,
            Agreement agreement,
            Instant at)
            implements ToRep {

        /// The first email about the change.
        public Turn(
                Placement placement, ColorChange change, Rep rep, Agreement agreement, Instant at) {
            this(
                    new Mailing(RepMail.TURN, change.number()).to(placement.id(), rep.id()),
                    placement,
                    change,
                    rep,
                    agreement,
                    at);
        }
    }

    /// Corrects something that the ping said (R5.6).
    ///
    /// @param news at least one correction
    record RepCorrection(
            DeliveryId id,
            Placement placement,
            ChangeNews news,
            Rep rep,
            Agreement agreement,
            Instant at)
            implements ToRep {

        /// The first email about a correction.
        public RepCorrection(
                Placement placement,
                Correction correction,
                Rep rep,
                Agreement agreement,
                Instant at) {
            this(
                    new Mailing(RepMail.CORRECTION, correction.number())
                            .to(placement.id(), rep.id()),
                    placement,
                    new ChangeNews(List.of(correction), null),
                    rep,
                    agreement,
                    at);
        }
    }

    /// Tells a rep to stop using a placement (R5.6).
    ///
    /// @param used where the rep recorded having used it
    /// @param sent the champions the rep sent the kit to
    record Retraction(
            DeliveryId id,
            Placement placement,
            TakenBack why,
            Rep rep,
            List<Referenced> used,
            List<KitSent> sent,
            Agreement agreement,
            Instant at)
            implements ToRep {

        /// The first email about the retraction.
        public Retraction(
                Placement placement,
                TakenBack why,
                Rep rep,
                List<Referenced> used,
                List<KitSent> sent,
                Agreement agreement,
                Instant at) {
            this(
                    Mailing.RETRACTIONS.to(placement.id(), rep.id()),
                    placement,
                    why,
                    rep,
                    used,
                    sent,
                    agreement,
                    at);
        }
    }

    /// Reminds a rep that the champion kit is ready and none of the rep's champions has received it
    /// (R3.5).
    ///
    /// @param accounts the rep's own target accounts with an open deal
    record KitReminder(
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement,
            Instant at)
            implements ToRep {

        @Override
        public DeliveryId id() {
            return Mailing.KIT_REMINDERS.to(placement.id(), rep.id());
        }
    }

    /// Asks a sequence owner to put a placement into a sequence (R2.2, R2.6).
    ///
    /// @param to the address of the sequence's owner or, after the handover, of the owner of rule 2
    /// @param usableAgain whether the owner knows it from before a time in which it could not be
    ///   used
    /// @param since when the owner was first asked; null the first time
    /// @param zone the agreement's zone, because no zone is stored for a sequence owner (R5.9)
    record SequenceTask(
            DeliveryId id,
            Placement placement,
            Suggestion suggestion,
            String to,
            Asking asking,
            boolean usableAgain,
            @Nullable Instant since,
            ZoneId zone,
            Instant at)
            implements MailRequest {}

    /// Asks a sequence owner to take a placement out of a sequence (R5.3, R5.5, R5.6).
    ///
    /// @param why the reason, in the words of the person who decided
    /// @param stage the stage it was confirmed in; empty if the owner was asked and did not answer
    /// @param to the address of the sequence's owner or, after the handover, of the owner of rule 2
    /// @param first whether it is the recipient's first email about the placement and the sequence
    /// @param since when the owner was first asked; null the first time
    /// @param zone the agreement's zone, because no zone is stored for a sequence owner (R5.9)
    record SequenceRemoval(
            DeliveryId id,
            Placement placement,
            String why,
            Sequence sequence,
            String stage,
            String to,
            boolean first,
            Asking asking,
            @Nullable Instant since,
            ZoneId zone,
            Instant at)
            implements MailRequest {}

    /// Tells a sequence owner that the text they were given to paste was wrong (R5.6).
    ///
    /// @param stage the stage it was confirmed in, or is proposed for; empty if nothing proposes
    ///   the sequence anymore
    /// @param asking who is told: the owner, or the person who was asked in the owner's place
    /// @param to that person's address
    record SequenceCorrection(
            Placement placement,
            Correction correction,
            Sequence sequence,
            String stage,
            Asking asking,
            String to,
            ZoneId zone,
            Instant at)
            implements MailRequest {

        /// Added to the number of the email to the person who was asked in the owner's place.
        private static final int HANDED_OVER = 1_000;

        @Override
        public DeliveryId id() {
            return id(placement, sequence, correction.number(), asking);
        }

        /// The id of the email about a correction.
        ///
        /// @param number the correction's
        public static DeliveryId id(
                Placement placement, Sequence sequence, int number, Asking asking) {
            return new DeliveryId(
                    placement.id().value(),
                    sequence.id().value(),
                    MailKind.SEQUENCE_CORRECTION,
                    asking == Asking.HANDED_OVER ? HANDED_OVER + number : number);
        }

        /// Whether an email of this kind went to the person who was asked in the owner's place.
        public static boolean isHandedOver(DeliveryId mail) {
            return mail.kind() == MailKind.SEQUENCE_CORRECTION && mail.number() > HANDED_OVER;
        }
    }

    /// A new link to replace an expired one.
    ///
    /// @param placement null if the link opens the audit
    /// @param zone the recipient's time zone
    record NewLink(
            DeliveryId id,
            Link link,
            @Nullable Placement placement,
            String to,
            ZoneId zone,
            Instant at)
            implements MailRequest {}

    /// Tells ops which of our records about a rep the rep reports as wrong.
    ///
    /// @param rep the rep's row on the roster; empty if they are no longer on it
    /// @param wrongs one or more reports from the same rep, earliest first
    record WrongRecord(
            DeliveryId id,
            Placement placement,
            Optional<Rep> rep,
            List<Response.WrongRecord> wrongs,
            Agreement agreement,
            String to)
            implements MailRequest {

        public WrongRecord {
            wrongs = List.copyOf(wrongs);
        }
    }

    /// Tells ops about emails that did not arrive (R1.12).
    ///
    /// @param failures at least one, all about the same placement
    record Undelivered(DeliveryId id, List<Failure> failures, Agreement agreement, String to)
            implements MailRequest {}

    /// Warns that some reps have not been reached: who, why, and how much time is left (R1.9).
    ///
    /// @param reached how many reps have been reached so far
    /// @param roster supplies the names of those not reached
    record Warning(
            DeliveryId id,
            Placement placement,
            Reached reached,
            Roster roster,
            Agreement agreement,
            String to,
            Instant at)
            implements MailRequest {}

    /// Tells ops that the mail system's quota is too small to reach the team by the deadline.
    ///
    /// @param problem the explanation, as text
    record QuotaShort(Placement placement, String problem, Agreement agreement, String to)
            implements MailRequest {

        @Override
        public DeliveryId id() {
            return new DeliveryId(placement.id().value(), Person.idOf(to), MailKind.QUOTA_SHORT);
        }
    }

    /// Tells ops that too many emails came back and sending to reps has stopped.
    record SendingStopped(Stop stop, Agreement agreement, String to) implements MailRequest {

        @Override
        public DeliveryId id() {
            return new DeliveryId(
                    "sending", Person.idOf(to), MailKind.SENDING_STOPPED, stop.number());
        }
    }

    /// Tells ops that some items of the table cannot be read while everything else continues (I12).
    ///
    /// @param items at least one
    record ItemsAside(List<Aside> items, Agreement agreement, String to, Instant at)
            implements MailRequest {

        public ItemsAside {
            items = List.copyOf(items);
        }

        /// The id is derived from the items, so the same items always make the same email.
        @Override
        public DeliveryId id() {
            String keys =
                    items.stream().map(Aside::where).sorted().collect(Collectors.joining("\n"));
            return new DeliveryId(
                    "aside-" + Digest.of(keys).substring(0, 32),
                    Person.idOf(to),
                    MailKind.ITEMS_ASIDE);
        }
    }

    /// Asks the owner whether a placement is still true, before its shelf life ends (R5.3).
    ///
    /// @param sequences the names of those that it is in
    record StillTrue(
            DeliveryId id,
            Placement placement,
            List<String> sequences,
            Agreement agreement,
            String to)
            implements MailRequest {}

    /// Names the champions whom a retraction does not reach through their rep, so that PR tells
    /// them (R5.6).
    record ChampionsToTell(
            DeliveryId id,
            Placement placement,
            TakenBack why,
            List<Champion> champions,
            Agreement agreement,
            String to)
            implements MailRequest {}

    /// Asks the owner of rule 2 to choose a sequence for a placement, because no sequence owner is
    /// asked to add it (R2.6).
    record ChooseSequence(
            DeliveryId id, Placement placement, NobodyToAsk why, Agreement agreement, String to)
            implements MailRequest {}

    /// The loud alarm of R1.10, to ops: there is no active rep to reach.
    ///
    /// @param recipients how many reps the placement was sent to; 0 if there were none then either
    record NoActiveRep(Placement placement, int recipients, Agreement agreement, String to)
            implements MailRequest {

        @Override
        public DeliveryId id() {
            return new DeliveryId(placement.id().value(), Person.idOf(to), MailKind.NO_ACTIVE_REP);
        }
    }
}
