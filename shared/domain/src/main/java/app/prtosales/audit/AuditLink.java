package app.prtosales.audit;

import app.prtosales.directory.Agreement;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The link in the weekly mail: it opens the audit's pages, read-only, for one leader and for a
/// time. In the place of a placement it names the week.
public final class AuditLink {

    private static final String PREFIX = "audit-";

    private AuditLink() {}

    /// One that stops with its leader (R5.12).
    ///
    /// @param person the leader's id
    public static Link to(AuditWeek week, String person, Instant expiresAt) {
        return new Link(Purpose.AUDIT, placeOf(week), person, expiresAt);
    }

    /// One for somebody who is signed in: whether they are still with us is known to whoever signs
    /// people in, so it is good for hours. A leader's stops with the leader all the same.
    ///
    /// @param person an id
    public static Link forVisit(
            AuditWeek week, String person, Instant expiresAt, Agreement agreement) {
        return agreement.leader(person).isPresent()
                ? to(week, person, expiresAt)
                : new Link(Purpose.AUDIT_VISIT, placeOf(week), person, expiresAt);
    }

    /// The week that a link opens first; empty for a link that is for something else, and for that
    /// of somebody who is no leader any more.
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
