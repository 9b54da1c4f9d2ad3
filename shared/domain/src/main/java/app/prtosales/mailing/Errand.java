package app.prtosales.mailing;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.id.RepId;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.Digest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Something beside the pings that whoever sends mails is to do. It may come twice or late: it is
/// done by what the table says then.
public sealed interface Errand {

    /// A mail did not arrive and never will: tell ops, and try a second address (R1.12).
    record Undelivered(DeliveryId mail) implements Errand {}

    /// A ping failed for a reason that may pass: try the second address, unless it has arrived.
    record SecondAddress(DeliveryId mail) implements Errand {}

    /// Reps of a placement cannot be mailed, for their addresses are dead: tell ops (R1.12).
    record HeldAddresses(PlacementId placement) implements Errand {}

    /// A step before the deadline has come: warn who can act, if somebody is not reached (R1.9).
    record Warn(PlacementId placement) implements Errand {}

    /// The quota or rate of the mail system may not reach the team by the deadline: tell ops.
    record CheckQuota(PlacementId placement) implements Errand {}

    /// Too many mails came back, and no more go out: tell ops.
    record SendingStopped() implements Errand {}

    /// Items of the table cannot be read: tell ops which (I12).
    record ItemsAside() implements Errand {}

    /// The weekly mail has not gone out half an hour after its hour: tell ops (R4.7).
    record AuditLate() implements Errand {}

    /// Owners of sequences are to be asked, for the first time or again (R2.6).
    record AskOwners(PlacementId placement) implements Errand {}

    /// Reps with an open deal are to be reminded of the champion kit (R3.5).
    record RemindOfKit(PlacementId placement) implements Errand {}

    /// A rep says that what we know about them is wrong: tell ops.
    ///
    /// @param number which of the rep's requests about this placement
    record FixRecord(PlacementId placement, RepId rep, int number) implements Errand {}

    /// A link has expired, and the person whom it belongs to is to get a new one.
    ///
    /// @param mail the same for one link and day, so that it is mailed once
    record NewLink(
            DeliveryId mail, Purpose purpose, PlacementId placement, String person, String holder)
            implements Errand {

        /// @param at when it was asked for
        public static NewLink of(Link expired, Instant at) {
            return new NewLink(
                    mailOf(expired, at),
                    expired.purpose(),
                    expired.placement(),
                    expired.person(),
                    holder(expired));
        }

        /// What is to be mailed anew.
        public Link link(Instant now) {
            return new Link(
                    purpose,
                    placement,
                    person,
                    holder.equals(person) ? null : holder,
                    now.plus(Link.LASTS));
        }

        private static String holder(Link link) {
            return link.holder() == null ? link.person() : link.holder();
        }

        /// All links of one person to one thing are one: a mail for each of them would be a flood.
        private static DeliveryId mailOf(Link link, Instant at) {
            String what =
                    "%s %s %s".formatted(link.purpose().word(), link.placement(), link.person());
            String subject =
                    "link-%s-%s"
                            .formatted(
                                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                                    Digest.of(what).substring(0, 32));
            return new DeliveryId(subject, holder(link), MailKind.NEW_LINK);
        }
    }

    /// Somebody wants to see a ping in their own inbox before they submit it.
    record TestPing(DeliveryId mail) implements Errand {}

    /// The list of reps changed: who joined gets what is in its 24 hours (R1.11).
    record RosterChanged() implements Errand {}

    /// Nobody whom a placement was for is of the team any more: tell ops (R1.10).
    record NobodyLeft(PlacementId placement) implements Errand {}

    /// The rules or the sequences changed: owners whom they suggest by now are asked (R2.2).
    record RulesChanged() implements Errand {}
}
