package app.prtosales.local.edges;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How the local SES behaves from now on.
///
/// @param bounce addresses whose emails bounce permanently
/// @param complain addresses whose owners mark the email as spam
/// @param throttle every send is throttled
/// @param dropReply emails are accepted, but the response is lost on the way
/// @param down SES is unavailable
public record SesBehavior(
        Set<String> bounce,
        Set<String> complain,
        boolean throttle,
        boolean dropReply,
        boolean down,
        int perSecond,
        int per24h) {

    /// Everything works, with ordinary quotas.
    public static final SesBehavior HEALTHY =
            new SesBehavior(Set.of(), Set.of(), false, false, false, 500, 50_000);

    private static final List<String> KEYS =
            List.of("bounce", "complain", "throttle", "dropReply", "down", "quota");

    public SesBehavior {
        bounce = Set.copyOf(bounce);
        complain = Set.copyOf(complain);
    }

    /// Reads the behavior that a person or script requests; keys that are left out keep their
    /// defaults.
    ///
    /// @throws IllegalArgumentException when a key or value is unknown; the message names it
    public static SesBehavior read(Map<String, Object> wanted) {
        for (String key : wanted.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        key + " is not one of " + String.join(", ", KEYS));
            }
        }
        Map<String, Object> quota = Json.map(wanted.get("quota"));
        return new SesBehavior(
                addresses(wanted, "bounce"),
                addresses(wanted, "complain"),
                flag(wanted, "throttle"),
                flag(wanted, "dropReply"),
                flag(wanted, "down"),
                limit(quota, "perSecond", HEALTHY.perSecond),
                limit(quota, "per24h", HEALTHY.per24h));
    }

    /// The behavior in the form that [#read] accepts.
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("bounce", List.copyOf(new TreeSet<>(bounce)));
        shown.put("complain", List.copyOf(new TreeSet<>(complain)));
        shown.put("throttle", throttle);
        shown.put("dropReply", dropReply);
        shown.put("down", down);
        shown.put("quota", Map.of("perSecond", perSecond, "per24h", per24h));
        return shown;
    }

    boolean bounces(String address) {
        return bounce.contains(address.toLowerCase(Locale.ROOT));
    }

    boolean complains(String address) {
        return complain.contains(address.toLowerCase(Locale.ROOT));
    }

    private static Set<String> addresses(Map<String, Object> wanted, String key) {
        return Json.list(wanted.get(key)).stream()
                .map(each -> Json.string(each).strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean flag(Map<String, Object> wanted, String key) {
        return switch (wanted.get(key)) {
            case null -> false;
            case Boolean flag -> flag;
            default -> throw new IllegalArgumentException(key + " must be true or false");
        };
    }

    private static int limit(Map<String, Object> quota, String key, int fallback) {
        return switch (quota.get(key)) {
            case null -> fallback;
            case Number number when number.intValue() >= 0 -> number.intValue();
            default ->
                    throw new IllegalArgumentException(
                            "quota." + key + " must be a number of emails");
        };
    }
}
