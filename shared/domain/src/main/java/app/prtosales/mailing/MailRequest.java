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

/// A mail that is to be written: who gets it, and everything it is written from. What becomes of it
/// follows from its kind: [MailKind#audience] says whose it is and which thread it is in,
/// [MailKind#notice] who is told when it fails.
///
/// An `at` is when the mail is written: links in it expire a fixed time after.
public sealed interface MailRequest {

    /// The ledger row that it is sent as.
    DeliveryId id();

    /// One address.
    String to();

    default MailKind kind() {
        return id().kind();
    }

    default Audience audience() {
        return kind().audience();
    }

    /// One to a rep.
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

    /// @param id of the first ping, one that is sent again, one to a second address or to a
    ///   distributor
    /// @param accounts the rep's own target accounts in the placement's segments
    record Ping(
            DeliveryId id,
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement,
            Instant at)
            implements ToRep {

        /// The first one.
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

    /// The ping as a rep would get it, to whoever tests it, marked as a test; its links lead
    /// nowhere.
    record TestPing(
            DeliveryId id,
            String to,
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement)
            implements MailRequest {}

    /// What a rep may do with it changed (R5.5).
    record Turn(Placement placement, ColorChange change, Rep rep, Agreement agreement, Instant at)
            implements ToRep {

        @Override
        public DeliveryId id() {
            return new Mailing(RepMail.TURN, change.number()).to(placement.id(), rep.id());
        }
    }

    /// What was told of it was wrong (R5.6).
    record RepCorrection(
            Placement placement, Correction correction, Rep rep, Agreement agreement, Instant at)
            implements ToRep {

        @Override
        public DeliveryId id() {
            return new Mailing(RepMail.CORRECTION, correction.number())
                    .to(placement.id(), rep.id());
        }
    }

    /// Stop using it (R5.6).
    ///
    /// @param used where the rep recorded that it was used
    /// @param sent the champions to whom the rep sent the kit
    record Retraction(
            Placement placement,
            TakenBack why,
            Rep rep,
            List<Referenced> used,
            List<KitSent> sent,
            Agreement agreement,
            Instant at)
            implements ToRep {

        @Override
        public DeliveryId id() {
            return new Mailing(RepMail.RETRACTION, 1).to(placement.id(), rep.id());
        }
    }

    /// The champion kit is ready, and no champion of the rep's has it (R3.5).
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

    /// Asks to put a placement into a sequence (R2.2, R2.6).
    ///
    /// @param to an address: the owner's or, once it is handed over, that of the owner of rule 2
    /// @param since when the owner was first asked; null the first time
    /// @param zone the agreement's: an owner of a sequence has none here (R5.9)
    record SequenceTask(
            DeliveryId id,
            Placement placement,
            Suggestion suggestion,
            String to,
            Asking asking,
            @Nullable Instant since,
            ZoneId zone,
            Instant at)
            implements MailRequest {}

    /// Asks to take a placement out of a sequence (R5.3, R5.5, R5.6).
    ///
    /// @param why in the words of who decided so
    /// @param stage the stage that it was confirmed in; empty where the owner was asked and did not
    ///   answer
    /// @param to an address: the owner's or, once it is handed over, that of the owner of rule 2
    /// @param since when the owner was first asked; null the first time
    /// @param zone the agreement's: an owner of a sequence has none here (R5.9)
    record SequenceRemoval(
            DeliveryId id,
            Placement placement,
            String why,
            Sequence sequence,
            String stage,
            String to,
            Asking asking,
            @Nullable Instant since,
            ZoneId zone,
            Instant at)
            implements MailRequest {}

    /// Tells the owner of a sequence that what they were given to paste was wrong (R5.6).
    ///
    /// @param stage the stage that it was confirmed in, or is to be in
    record SequenceCorrection(
            Placement placement,
            Correction correction,
            Sequence sequence,
            String stage,
            ZoneId zone,
            Instant at)
            implements MailRequest {

        @Override
        public DeliveryId id() {
            return new DeliveryId(
                    placement.id().value(),
                    sequence.id().value(),
                    MailKind.SEQUENCE_CORRECTION,
                    correction.number());
        }

        @Override
        public String to() {
            return sequence.ownerEmail();
        }
    }

    /// A link in the place of one that has expired.
    ///
    /// @param placement null where the link opens the audit
    /// @param zone of the person who gets it
    record NewLink(
            DeliveryId id,
            Link link,
            @Nullable Placement placement,
            String to,
            ZoneId zone,
            Instant at)
            implements MailRequest {}

    /// To ops: what a rep says is wrong about them.
    ///
    /// @param rep as the roster has them; empty where it does not any more
    /// @param wrongs at least one, all of the same rep, earliest first
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

    /// To ops: mails that did not arrive (R1.12).
    ///
    /// @param failures at least one, all about the same placement
    record Undelivered(DeliveryId id, List<Failure> failures, Agreement agreement, String to)
            implements MailRequest {}

    /// Who is not reached yet, why, and how much time is left (R1.9).
    ///
    /// @param reached how far it has got
    /// @param roster for the names of who is missing
    record Warning(
            DeliveryId id,
            Placement placement,
            Reached reached,
            Roster roster,
            Agreement agreement,
            String to,
            Instant at)
            implements MailRequest {}

    /// To ops: the mail system's quota cannot reach the team by the deadline.
    ///
    /// @param problem why, in words
    record QuotaShort(Placement placement, String problem, Agreement agreement, String to)
            implements MailRequest {

        @Override
        public DeliveryId id() {
            return new DeliveryId(placement.id().value(), Person.idOf(to), MailKind.QUOTA_SHORT);
        }
    }

    /// To ops: too many mails came back, and no more go out to reps.
    record SendingStopped(Stop stop, Agreement agreement, String to) implements MailRequest {

        @Override
        public DeliveryId id() {
            return new DeliveryId(
                    "sending", Person.idOf(to), MailKind.SENDING_STOPPED, stop.number());
        }
    }

    /// To ops: items of the table cannot be read, and everything else goes on (I12).
    ///
    /// @param items at least one
    record ItemsAside(List<Aside> items, Agreement agreement, String to, Instant at)
            implements MailRequest {

        public ItemsAside {
            items = List.copyOf(items);
        }

        /// Named by what it tells, so that the same items are the same mail.
        @Override
        public DeliveryId id() {
            String told =
                    items.stream().map(Aside::where).sorted().collect(Collectors.joining("\n"));
            return new DeliveryId(
                    "aside-" + Digest.of(told).substring(0, 32),
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

    /// To ops, the loud alarm of R1.10: nobody is there to be reached.
    ///
    /// @param wereThere for how many it was when it was sent; 0 where nobody was there then
    record NoActiveRep(Placement placement, int wereThere, Agreement agreement, String to)
            implements MailRequest {

        @Override
        public DeliveryId id() {
            return new DeliveryId(placement.id().value(), Person.idOf(to), MailKind.NO_ACTIVE_REP);
        }
    }
}
