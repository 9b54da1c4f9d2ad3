package app.prtosales.audit;

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

    /// @param person the leader's id
    public static Link to(AuditWeek week, String person, Instant expiresAt) {
        String name = PREFIX + week.toString().toLowerCase(Locale.ROOT);
        return new Link(Purpose.AUDIT, new PlacementId(name), person, expiresAt);
    }

    /// The week that a link opens first; empty for a link that is for something else.
    public static Optional<AuditWeek> week(Link link) {
        String name = link.placement().value();
        return link.purpose() == Purpose.AUDIT && name.startsWith(PREFIX)
                ? AuditWeek.read(name.substring(PREFIX.length()).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }
}
