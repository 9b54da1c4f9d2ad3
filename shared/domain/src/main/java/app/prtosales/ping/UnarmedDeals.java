package app.prtosales.ping;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.response.Response;
import app.prtosales.response.Response.OfDeal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The open deals that a rep is reminded of (R3.5): those at the rep's own target accounts in the
/// placement's segments where the rep has not armed a champion yet.
final class UnarmedDeals {

    private final Placement placement;
    private final List<Response> standing;
    private final Roster roster;

    /// @param standing the responses about the placement that stand
    UnarmedDeals(Placement placement, List<Response> standing, Roster roster) {
        this.placement = placement;
        this.standing = standing;
        this.roster = roster;
    }

    /// @param accounts any accounts, at least those that the rep works
    List<TargetAccount> of(Rep rep, List<TargetAccount> accounts) {
        Set<AccountId> armed = armedBy(rep.id());
        return TargetAccount.worked(accounts, placement, rep, roster).stream()
                .filter(TargetAccount::openDeal)
                .filter(account -> Collections.disjoint(armed, account.ids()))
                .toList();
    }

    private Set<AccountId> armedBy(RepId rep) {
        return standing.stream()
                .filter(OfDeal.class::isInstance)
                .map(OfDeal.class::cast)
                .filter(OfDeal::arms)
                .filter(deal -> roster.isSame(new RepId(deal.person()), rep))
                .flatMap(deal -> Stream.ofNullable(deal.account()))
                .collect(Collectors.toSet());
    }
}
