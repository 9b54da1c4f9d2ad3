package app.prtosales.change;

import static java.util.stream.Collectors.groupingBy;

import app.prtosales.delivery.Delivery;
import app.prtosales.id.RepId;
import app.prtosales.ping.Reach;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A story's pings to the team, and which of them reached nobody and will not.
final class LostPings {

    private final Map<RepId, List<Delivery>> pings;
    private final Instant now;

    /// @param rows what the ledger has about the story
    LostPings(Collection<Delivery> rows, Instant now) {
        this.pings =
                rows.stream()
                        .filter(row -> row.id().kind().isPing())
                        .collect(groupingBy(row -> row.id().rep()));
        this.now = now;
    }

    /// Whether the rep was pinged, and no ping reached the rep or may still do so.
    boolean areAllOf(RepId rep) {
        List<Delivery> tried = pings.getOrDefault(rep, List.of());
        return !tried.isEmpty() && tried.stream().allMatch(this::isLost);
    }

    private boolean isLost(Delivery ping) {
        return switch (ping.state()) {
            case BOUNCED, REJECTED, CANCELLED -> true;
            case ACCEPTED -> Reach.isGivenUp(ping, now);
            case PLANNED, SENDING, UNKNOWN, DELIVERED, COMPLAINED -> false;
        };
    }
}
