package app.prtosales.audit;

import app.prtosales.directory.Agreement;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A link to the audit's read-only pages, for one person and a limited time: in the weekly email,
/// or for someone who is signed in. It contains the week in place of a placement.
public final class AuditLink {

    private static final String PREFIX = "audit-";

    private AuditLink() {}

    /// A leader's link, which stops working when the leader leaves (R5.12).
    ///
    /// @param person the leader's id
    public static Link to(AuditWeek week, String person, Instant expiresAt) {
        return new Link(Purpose.AUDIT, placeOf(week), person, expiresAt);
    }

    /// A link for someone who is signed in. Only the sign-in system knows whether they are still
    /// with the company, so the link lasts hours, not months. A leader who signs in gets a leader's
    /// link, which stops working when they leave leadership.
    ///
    /// @param person an id
    public static Link forVisit(
            AuditWeek week, String person, Instant expiresAt, Agreement agreement) {
        return agreement.leader(person).isPresent()
                ? to(week, person, expiresAt)
                : new Link(Purpose.AUDIT_VISIT, placeOf(week), person, expiresAt);
    }

    /// The week that a link opens first; empty if the link has another purpose or belongs to a
    /// former leader.
    public static Optional<AuditWeek> week(Link link, Agreement agreement) {
        boolean opens =
                switch (link.purpose()) {
                    case AUDIT -> agreement.leader(link.person()).isPresent();
                    case AUDIT_VISIT -> true;
                    case ACKNOWLEDGE, REFERENCE, SEQUENCE, REMOVAL, KIT, RECORD -> false;
                };
        String name = link.placement().value();
        return opens && name.startsWith(PREFIX)
                ? AuditWeek.read(name.substring(PREFIX.length()).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private static PlacementId placeOf(AuditWeek week) {
        return new PlacementId(PREFIX + week.toString().toLowerCase(Locale.ROOT));
    }
}
