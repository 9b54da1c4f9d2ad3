package app.prtosales.ping;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Mailing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides who gets the ping of a Green story: the distributors who do not know it yet. Whoever
/// knows it gets the email about its turn to Green instead, and nobody gets both (R5.4, R5.5).
public final class GreenPings {

    private final Roster roster;
    private final List<RepId> distributors;
    private final Map<RepId, List<Delivery>> rows;
    private final Set<RepId> told;
    private final Set<RepId> maybeTold;

    /// @param rows the emails that tell the story
    /// @param told who has an email that says the story turned Green, or is about to get one
    /// @param maybeTold who gets such an email if an earlier email turns out to have arrived
    GreenPings(
            Roster roster,
            Collection<Delivery> rows,
            Collection<RepId> told,
            Collection<RepId> maybeTold) {
        this.roster = roster;
        this.distributors =
                roster.distributors(
                        Mailing.DISTRIBUTOR_PINGS.reps(rows.stream().map(Delivery::id).toList()));
        this.rows = rows.stream().collect(groupingBy(row -> roster.presentId(row.id().rep())));
        this.told = told.stream().map(roster::presentId).collect(toSet());
        this.maybeTold = maybeTold.stream().map(roster::presentId).collect(toSet());
    }

    private enum Way {
        PING,
        CHANGE,
        NOT_KNOWN_YET
    }

    /// Those whose ping has to go out, under the ids that it is planned for.
    public List<RepId> recipients() {
        return distributors.stream().filter(rep -> way(rep) == Way.PING).toList();
    }

    /// Whether the recipients cannot change anymore, because it is known which emails arrived.
    public boolean areFinal() {
        return distributors.stream().noneMatch(rep -> way(rep) == Way.NOT_KNOWN_YET);
    }

    /// Whether the rep gets the ping, now or once it is known which emails arrived.
    boolean mayGet(RepId rep) {
        return way(rep) != Way.CHANGE;
    }

    private Way way(RepId rep) {
        RepId person = roster.presentId(rep);
        List<Delivery> own = rows.getOrDefault(person, List.of());
        if (roster.find(person).filter(Rep::isDistributor).isEmpty() || told.contains(person)) {
            return Way.CHANGE;
        }
        if (own.stream().anyMatch(GreenPings::isWaiting)) {
            return Way.PING;
        }
        if (own.stream().anyMatch(Delivery::isSentAndNotBounced)) {
            return Way.CHANGE;
        }
        if (maybeTold.contains(person) || own.stream().anyMatch(StoryReaders::mayBeWithSes)) {
            return Way.NOT_KNOWN_YET;
        }
        return own.stream().anyMatch(GreenPings::isLost) ? Way.CHANGE : Way.PING;
    }

    /// A waiting ping can go out at any time, so the rep keeps it whatever else arrives.
    private static boolean isWaiting(Delivery row) {
        return row.id().kind() == MailKind.DISTRIBUTOR_PING && row.state() == DeliveryState.PLANNED;
    }

    /// Whether the ping failed for good; one that was canceled is planned again.
    private static boolean isLost(Delivery row) {
        return row.id().kind() == MailKind.DISTRIBUTOR_PING
                && (row.state() == DeliveryState.BOUNCED || row.state() == DeliveryState.REJECTED);
    }
}
