package app.prtosales.directory;

import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An account that a rep works.
///
/// @param segment the id of its segment
/// @param rep the id of the rep who works it
/// @param target whether it is one of the accounts the company has chosen to win; only these count
///   for question 3 (R4.1)
public record TargetAccount(
        AccountId id,
        String name,
        String segment,
        @Nullable RepId rep,
        boolean target,
        boolean openDeal) {

    private static final String REP = "rep";

    /// The rows of accounts, with the present id of each rep who has another one now.
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
