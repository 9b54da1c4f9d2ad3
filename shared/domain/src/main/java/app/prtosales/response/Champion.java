package app.prtosales.response;

import app.prtosales.response.Response.OfDeal;
import app.prtosales.text.SameName;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A person at the customer who received a placement from one of our reps. Only the rep contacts
/// them; we never email them.
///
/// @param person the id of the rep or, for an import, of the person who imported it
/// @param armed whether a rep recorded that this champion, on an open deal, received the kit (R3.4)
public record Champion(String name, String accountName, String person, boolean armed) {

    /// All champions in these deals, once per account, however they were spelled.
    ///
    /// @param places identifies the account of a deal
    static List<Champion> of(List<OfDeal> deals, Function<OfDeal, String> places) {
        Set<String> seen = new HashSet<>();
        // A champion who is armed in one record stays armed in all others.
        return deals.stream()
                .sorted(Comparator.comparing(deal -> !deal.arms()))
                .filter(deal -> deal.champion() != null && seen.add(key(deal, places)))
                .flatMap(deal -> of(deal).stream())
                .toList();
    }

    private static Optional<Champion> of(OfDeal deal) {
        return Optional.ofNullable(deal.champion())
                .map(name -> new Champion(name, deal.accountName(), deal.person(), deal.arms()));
    }

    private static String key(OfDeal deal, Function<OfDeal, String> places) {
        return "%s\n%s"
                .formatted(
                        SameName.key(Objects.requireNonNull(deal.champion())), places.apply(deal));
    }
}
