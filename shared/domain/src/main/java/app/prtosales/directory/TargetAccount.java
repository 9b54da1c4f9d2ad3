package app.prtosales.directory;

import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import java.util.List;
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
