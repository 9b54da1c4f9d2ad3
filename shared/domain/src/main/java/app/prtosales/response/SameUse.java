package app.prtosales.response;

import app.prtosales.concurrent.Lazy;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.id.AccountId;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Recognizes answers about the same use in a deal, or the same kit sent, so that it counts once
/// (R4.6). Neither which of the rep's or the account's ids it was recorded under nor the spelling
/// of the account and the champion makes a difference. Reads the lists of reps and accounts once,
/// and only if two ids have to be compared; so each computation needs a new one.
public final class SameUse {

    private final Supplier<Roster> roster;
    private final Supplier<Map<AccountId, AccountId>> presentAccounts;

    public SameUse(Directory directory) {
        this(directory::roster, directory::presentAccountIds);
    }

    /// @param presentAccounts the current id of an account by each of its ids
    private SameUse(Supplier<Roster> roster, Supplier<Map<AccountId, AccountId>> presentAccounts) {
        this.roster = new Lazy<>(roster);
        this.presentAccounts = new Lazy<>(presentAccounts);
    }

    /// For answers under ids that nobody had before.
    public static SameUse withoutLists() {
        return new SameUse(() -> new Roster(List.of()), Map::of);
    }

    /// The standing responses that count: confirmed sequences, and the first response about each
    /// use and each kit sent.
    public List<Response> counting(Collection<? extends Response> recorded) {
        List<Response> standing = Response.standing(recorded);
        Set<Response> first = Set.copyOf(first(deals(standing)));
        return standing.stream()
                .filter(each -> each instanceof InSequence || first.contains(each))
                .toList();
    }

    /// All champions named by reps, once per account.
    public List<Champion> champions(Collection<? extends Response> recorded) {
        List<OfDeal> deals = deals(Response.standing(recorded));
        return Champion.of(deals, places(deals), this::hasLeft);
    }

    private boolean hasLeft(String person) {
        return roster.get().hasLeft(new RepId(person));
    }

    private static List<OfDeal> deals(List<Response> standing) {
        return standing.stream().filter(OfDeal.class::isInstance).map(OfDeal.class::cast).toList();
    }

    private List<OfDeal> first(List<OfDeal> deals) {
        List<OfDeal> first = new ArrayList<>();
        Map<UseKey, List<OfDeal>> known = new HashMap<>();
        Function<OfDeal, String> places = places(deals);
        deals.stream()
                .sorted(Comparator.comparing(Response::at))
                .forEach(deal -> {
                    List<OfDeal> same =
                            known.computeIfAbsent(
                                    UseKey.of(deal, places), none -> new ArrayList<>());
                    if (same.stream().noneMatch(each -> isOfOneRep(each, deal))) {
                        same.add(deal);
                        first.add(deal);
                    }
                });
        return first;
    }

    /// Whether both are about one use, or about one kit sent to one champion.
    boolean isSame(OfDeal one, OfDeal other) {
        Function<OfDeal, String> places = places(List.of(one, other));
        return UseKey.of(one, places).equals(UseKey.of(other, places)) && isOfOneRep(one, other);
    }

    private boolean isOfOneRep(OfDeal one, OfDeal other) {
        return one.person().equals(other.person())
                || roster.get().isSame(new RepId(one.person()), new RepId(other.person()));
    }

    /// Identifies the account of each deal: by its current id or, if it has none, by its name in
    /// any spelling.
    private Function<OfDeal, String> places(List<OfDeal> deals) {
        boolean isOne =
                deals.stream().map(OfDeal::account).filter(Objects::nonNull).distinct().count()
                        <= 1;
        return isOne ? SameUse::asRecorded : this::atPresent;
    }

    private String atPresent(OfDeal deal) {
        AccountId recorded = deal.account();
        @Nullable AccountId present = recorded == null ? null : presentAccounts.get().get(recorded);
        return present == null ? asRecorded(deal) : present.value();
    }

    private static String asRecorded(OfDeal deal) {
        return deal.account() == null ? SameName.key(deal.accountName()) : deal.where();
    }

    /// What was done where, by any rep.
    ///
    /// @param champion for a kit, the champion it was sent to; empty for a use
    private record UseKey(boolean onTheList, String where, boolean kit, String champion) {

        static UseKey of(OfDeal deal, Function<OfDeal, String> places) {
            boolean onTheList = deal.account() != null;
            return deal instanceof KitSent sent
                    ? new UseKey(onTheList, places.apply(deal), true, SameName.key(sent.champion()))
                    : new UseKey(onTheList, places.apply(deal), false, "");
        }
    }
}
