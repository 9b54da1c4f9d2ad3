package app.prtosales.directory;

import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An account that a rep works.
///
/// @param segment the id of its segment
/// @param rep the id of the rep who works it
/// @param target whether it is one of the accounts the company has chosen to win; only these count
///   for question 3 (R4.1)
/// @param earlierIds its earlier ids, under which deals may have been recorded
public record TargetAccount(
        AccountId id,
        String name,
        String segment,
        @Nullable RepId rep,
        boolean target,
        boolean openDeal,
        List<AccountId> earlierIds) {

    private static final String REP = "rep";

    public TargetAccount {
        earlierIds = List.copyOf(earlierIds);
    }

    public TargetAccount(
            AccountId id,
            String name,
            String segment,
            @Nullable RepId rep,
            boolean target,
            boolean openDeal) {
        this(id, name, segment, rep, target, openDeal, List.of());
    }

    /// The accounts by each of their ids.
    public static Map<AccountId, TargetAccount> byAnyId(List<TargetAccount> accounts) {
        Map<AccountId, TargetAccount> byId = new HashMap<>();
        accounts.forEach(account -> account.earlierIds().forEach(id -> byId.put(id, account)));
        accounts.forEach(account -> byId.put(account.id(), account));
        return Map.copyOf(byId);
    }

    /// All of its ids.
    public Set<AccountId> ids() {
        return Stream.concat(Stream.of(id), earlierIds.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The rows of accounts, with the current id of each rep who has a new one.
    static List<Row> underPresentIds(List<Row> accounts, Roster roster) {
        Map<RepId, RepId> present = roster.presentIds();
        return present.isEmpty()
                ? accounts
                : accounts.stream().map(row -> underPresentId(row, present)).toList();
    }

    private static Row underPresentId(Row account, Map<RepId, RepId> present) {
        return RepId.read(account.text(REP))
                .map(present::get)
                .map(rep -> account.with(REP, rep.value()))
                .orElse(account);
    }

    /// Whether it is this rep's, under any of the rep's ids.
    public boolean isWorkedBy(Rep who, Roster roster) {
        return rep != null && roster.isSame(rep, who.id());
    }

    /// A rep's own target accounts in a placement's segments.
    public static List<TargetAccount> worked(
            List<TargetAccount> accounts, Placement placement, Rep rep, Roster roster) {
        return accounts.stream()
                .filter(account -> account.isWorkedBy(rep, roster))
                .filter(TargetAccount::target)
                .filter(account -> placement.note().segments().contains(account.segment()))
                .toList();
    }
}
