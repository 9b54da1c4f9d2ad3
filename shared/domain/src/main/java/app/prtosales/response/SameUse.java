package app.prtosales.response;

import app.prtosales.concurrent.Lazy;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.OfDeal;
import app.prtosales.text.SameName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Recognizes answers about the same use in a deal, or the same kit sent, so that it counts once
/// (R4.6). Neither which of the rep's ids it was recorded under nor the spelling of the account and
/// the champion makes a difference. Reads the list of reps once, and only if two ids have to be
/// compared; so each computation needs a new one.
public final class SameUse {

    private final Supplier<Roster> roster;

    public SameUse(Directory directory) {
        this(directory::roster);
    }

    public SameUse(Supplier<Roster> roster) {
        this.roster = new Lazy<>(roster);
    }

    /// The standing responses that count: confirmed sequences, and the first response about each
    /// use and each kit sent.
    public List<Response> counting(Collection<? extends Response> recorded) {
        List<Response> standing = Response.standing(recorded);
        Set<Response> first = Set.copyOf(first(standing));
        return standing.stream()
                .filter(each -> each instanceof InSequence || first.contains(each))
                .toList();
    }

    private List<OfDeal> first(List<Response> standing) {
        List<OfDeal> first = new ArrayList<>();
        Map<UseKey, List<OfDeal>> known = new HashMap<>();
        standing.stream()
                .filter(OfDeal.class::isInstance)
                .map(OfDeal.class::cast)
                .sorted(Comparator.comparing(Response::at))
                .forEach(deal -> {
                    List<OfDeal> same =
                            known.computeIfAbsent(UseKey.of(deal), none -> new ArrayList<>());
                    if (same.stream().noneMatch(each -> isOfOneRep(each, deal))) {
                        same.add(deal);
                        first.add(deal);
                    }
                });
        return first;
    }

    /// Whether both are about one use, or about one kit sent to one champion.
    boolean isSame(OfDeal one, OfDeal other) {
        return UseKey.of(one).equals(UseKey.of(other)) && isOfOneRep(one, other);
    }

    private boolean isOfOneRep(OfDeal one, OfDeal other) {
        return one.person().equals(other.person())
                || roster.get().isSame(new RepId(one.person()), new RepId(other.person()));
    }

    /// Identifies the account: by its id or, if it has none, by its name in any spelling.
    static String where(OfDeal deal) {
        return deal.account() == null ? SameName.key(deal.accountName()) : deal.where();
    }

    /// What was done where, by any rep.
    ///
    /// @param champion for a kit, the champion it was sent to; empty for a use
    private record UseKey(boolean onTheList, String where, boolean kit, String champion) {

        static UseKey of(OfDeal deal) {
            boolean onTheList = deal.account() != null;
            return deal instanceof KitSent sent
                    ? new UseKey(
                            onTheList, SameUse.where(deal), true, SameName.key(sent.champion()))
                    : new UseKey(onTheList, SameUse.where(deal), false, "");
        }
    }
}
