package app.prtosales.directory;

import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An account that somebody works.
///
/// @param segment the id of its segment
/// @param rep the id of the rep who works it
/// @param target whether it is one of the accounts the company has chosen to win: only these answer
///   question 3 (R4.1)
public record TargetAccount(
        AccountId id,
        String name,
        String segment,
        @Nullable RepId rep,
        boolean target,
        boolean openDeal) {

    /// Whether it is a rep's, under whichever id of theirs.
    public boolean isWorkedBy(Rep who, Roster roster) {
        return rep != null && roster.isSame(rep, who.id());
    }

    /// A rep's own target accounts in the segments of a placement.
    public static List<TargetAccount> worked(
            List<TargetAccount> accounts, Placement placement, Rep rep, Roster roster) {
        return accounts.stream()
                .filter(account -> account.isWorkedBy(rep, roster))
                .filter(TargetAccount::target)
                .filter(account -> placement.note().segments().contains(account.segment()))
                .toList();
    }
}
