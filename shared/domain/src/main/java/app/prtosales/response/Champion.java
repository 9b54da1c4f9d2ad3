package app.prtosales.response;

import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Somebody at the customer who has a placement from one of our reps. We never mail them; the rep
/// does.
///
/// @param person the id of the rep or, where it was imported, of whoever did that
/// @param armed whether a rep recorded that they got it, on an open deal (R3.4)
public record Champion(String name, String accountName, String person, boolean armed) {

    /// Everybody whom reps named, each once for an account.
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
        // Who is armed by one record is not unarmed by another.
        return champions.stream()
                .sorted((one, other) -> Boolean.compare(other.armed(), one.armed()))
                .filter(each -> seen.add(each.key()))
                .toList();
    }

    /// How many got it (R3.4).
    public static int armed(List<Response> recorded) {
        return (int) of(recorded).stream().filter(Champion::armed).count();
    }

    private String key() {
        return "%s\n%s".formatted(name, accountName).toLowerCase(Locale.ROOT);
    }
}
