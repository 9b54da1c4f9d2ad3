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

/// A task for the function that sends emails, besides the mailings to reps. It may arrive twice or
/// late; what it does depends on the state of the table at that time.
public sealed interface Errand {

    /// An email failed for good: notify ops and try a second address (R1.12).
    record Undelivered(DeliveryId mail) implements Errand {}

    /// A ping failed for a reason that may be temporary: try the second address unless the ping has
    /// arrived.
    record SecondAddress(DeliveryId mail) implements Errand {}

    /// Some of a placement's reps cannot be emailed because their addresses are bouncing: notify
    /// ops (R1.12).
    record HeldAddresses(PlacementId placement) implements Errand {}

    /// A warning step before the deadline is due: warn someone who can act if any rep has not been
    /// reached (R1.9).
    record Warn(PlacementId placement) implements Errand {}

    /// The mail system's quota or rate may be too small to reach the team by the deadline: notify
    /// ops.
    record CheckQuota(PlacementId placement) implements Errand {}

    /// Too many emails came back and sending has stopped: notify ops.
    record SendingStopped() implements Errand {}

    /// Some items of the table cannot be read: notify ops (I12).
    record ItemsAside() implements Errand {}

    /// The weekly email has not gone out half an hour after it was due: notify ops (R4.7).
    record AuditLate() implements Errand {}

    /// Ask sequence owners, for the first time or again (R2.6).
    record AskOwners(PlacementId placement) implements Errand {}

    /// Remind reps with an open deal of the champion kit (R3.5).
    record RemindOfKit(PlacementId placement) implements Errand {}

    /// A rep reports that our record about them is wrong: notify ops.
    ///
    /// @param number the number of this report among the rep's reports about this placement
    record FixRecord(PlacementId placement, RepId rep, int number) implements Errand {}

    /// A link has expired: email a new one to the person it belongs to.
    ///
    /// @param mail the same id for all links of this purpose, placement and person on one day, so
    ///   that only one email goes out
    record NewLink(
            DeliveryId mail, Purpose purpose, PlacementId placement, String person, String holder)
            implements Errand {

        /// @param at when the new link was requested
        public static NewLink of(Link expired, Instant at) {
            return new NewLink(
                    mailOf(expired, at),
                    expired.purpose(),
                    expired.placement(),
                    expired.person(),
                    holder(expired));
        }

        /// The link to send instead.
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

        /// One person's links with the same purpose and placement share an id: an email for each
        /// would be a flood.
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

    /// Send someone a preview of a ping before they submit the placement.
    record TestPing(DeliveryId mail) implements Errand {}

    /// The list of reps changed, or an address works again: send new reps the placements that are
    /// still within their 24 hours (R1.11), and tell returning ones what they missed (R5.6).
    record RosterChanged() implements Errand {}

    /// A rep may have joined without a message about it: send new reps the placements that are
    /// still within their 24 hours (R1.11).
    record CatchUp() implements Errand {}

    /// Tell reps who missed changes of a placement about them, if they can be emailed now (R5.5,
    /// R5.6).
    record MissedChanges(PlacementId placement) implements Errand {}

    /// Every rep the placement was sent to has left the team: notify ops (R1.10).
    record NobodyLeft(PlacementId placement) implements Errand {}

    /// The rules, the sequences or the agreement changed: ask the owners whom they now name (R2.2,
    /// R2.6), and warn at the steps that now apply (R1.9).
    record RulesChanged() implements Errand {}
}
