package app.prtosales.response;

import app.prtosales.response.Response.OfDeal;
import app.prtosales.text.SameName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A person at the customer who received a placement from one of our reps. Only the rep contacts
/// them; we never email them.
///
/// @param person the id of the rep or, for an import, of the person who imported it
/// @param armed whether a rep recorded that this champion, on an open deal, received the kit (R3.4)
public record Champion(String name, String accountName, String person, boolean armed) {

    /// All champions in these deals, once per account, however they were spelled. If several reps
    /// named a champion, it is one who has not left.
    ///
    /// @param places identifies the account of a deal
    /// @param hasLeft whether this rep has left
    static List<Champion> of(
            List<OfDeal> deals, Function<OfDeal, String> places, Predicate<String> hasLeft) {
        Map<String, Champion> champions = new LinkedHashMap<>();
        // A champion who is armed in one record stays armed in all others.
        deals.stream()
                .filter(deal -> deal.champion() != null)
                .sorted(Comparator.comparing(deal -> !deal.arms()))
                .forEach(deal ->
                        of(deal).ifPresent(champion ->
                                champions.merge(
                                        key(deal, places),
                                        champion,
                                        (first, other) -> first.or(other, hasLeft))));
        return List.copyOf(champions.values());
    }

    private Champion or(Champion other, Predicate<String> hasLeft) {
        return !person.equals(other.person) && hasLeft.test(person) && !hasLeft.test(other.person)
                ? new Champion(name, accountName, other.person, armed)
                : this;
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
