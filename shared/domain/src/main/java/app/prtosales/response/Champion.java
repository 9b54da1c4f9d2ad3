package app.prtosales.response;

import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A person at the customer who received a placement from one of our reps. Only the rep contacts
/// them; we never mail them.
///
/// @param person the id of the rep or, for an import, of the person who imported it
/// @param armed whether a rep recorded that this champion, on an open deal, received the kit (R3.4)
public record Champion(String name, String accountName, String person, boolean armed) {

    /// All champions named by reps, once per account.
    public static List<Champion> of(List<Response> recorded) {
        List<Champion> champions = new ArrayList<>();
        for (Response each : Response.counting(recorded)) {
            if (each instanceof KitSent sent) {
                champions.add(
                        new Champion(
                                sent.champion(),
                                sent.accountName(),
                                sent.person(),
                                sent.openDeal()));
            }
            if (each instanceof Referenced used && used.champion() != null) {
                champions.add(
                        new Champion(
                                used.champion(),
                                used.accountName(),
                                used.person(),
                                used.how() == How.SENT_TO_THE_CUSTOMER));
            }
        }
        Set<String> seen = new HashSet<>();
        // A champion who is armed in one record stays armed in all others.
        return champions.stream()
                .sorted((one, other) -> Boolean.compare(other.armed(), one.armed()))
                .filter(each -> seen.add(each.key()))
                .toList();
    }

    /// The number of armed champions (R3.4).
    public static int armed(List<Response> recorded) {
        return (int) of(recorded).stream().filter(Champion::armed).count();
    }

    private String key() {
        return "%s\n%s".formatted(name, accountName).toLowerCase(Locale.ROOT);
    }
}
