package app.prtosales.aws.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which groups of the company's directory have which role. Group names must match exactly,
/// including case; people in none of them have no role.
public final class RoleGroups {

    private final Map<String, Set<Role>> roles;

    private RoleGroups(Map<String, Set<Role>> roles) {
        this.roles = Map.copyOf(roles);
    }

    /// Groups named like the roles: `pr`, `ops`, `leadership`, `sequence-owner`.
    public static RoleGroups namedLikeRoles() {
        Map<String, Set<Role>> roles = new LinkedHashMap<>();
        EnumSet.allOf(Role.class).forEach(role -> roles.put(role.word(), EnumSet.of(role)));
        return new RoleGroups(roles);
    }

    /// No group has any role.
    static RoleGroups none() {
        return new RoleGroups(Map.of());
    }

    /// @param mapping such as `pr=PR Agency;ops=Sales Operations;ops=Revenue Operations`; roles
    ///   that it does not name are granted to nobody
    /// @throws IllegalArgumentException if it cannot be parsed, or if a group's name contains
    ///   another's as a word, as `PR Agency` contains `PR`: HTTP API writes the one group and the
    ///   two groups `PR` and `Agency` alike, as `[PR Agency]`
    public static RoleGroups read(String mapping) {
        Map<String, Set<Role>> roles = new LinkedHashMap<>();
        for (String each : mapping.split(";", -1)) {
            String[] parts = each.split("=", -1);
            Role role =
                    Arrays.stream(Role.values())
                            .filter(one -> one.word().equals(parts[0]))
                            .findFirst()
                            .orElseThrow(() -> unreadable(each));
            if (parts.length != 2 || !isName(parts[1])) {
                throw unreadable(each);
            }
            roles.computeIfAbsent(parts[1], first -> EnumSet.noneOf(Role.class)).add(role);
        }
        refuseAmbiguous(roles.keySet());
        return new RoleGroups(roles);
    }

    private static boolean isName(String group) {
        return group.equals(String.join(" ", words(group)))
                && !group.isEmpty()
                && group.chars().noneMatch(c -> ",\"[]".indexOf(c) >= 0);
    }

    private static void refuseAmbiguous(Set<String> groups) {
        for (String group : groups) {
            List<String> words = words(group);
            for (String other : groups) {
                if (words.size() > 1 && words.contains(other)) {
                    throw new IllegalArgumentException(
                            ("it is ambiguous: the group \"%s\" contains the"
                                            + " name of the group \"%s\"; rename one of them")
                                    .formatted(group, other));
                }
            }
        }
    }

    private static IllegalArgumentException unreadable(String part) {
        return new IllegalArgumentException(
                ("it cannot be read at \"%s\": write role=group,"
                                + " separated by semicolons; roles are pr, ops, leadership and"
                                + " sequence-owner")
                        .formatted(part));
    }

    /// Each group with its roles, in the form that the page reads.
    List<Map<String, Object>> json() {
        return roles.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        Map.<String, Object>of(
                                "group",
                                each.getKey(),
                                "roles",
                                each.getValue().stream().sorted().map(Role::word).toList()))
                .toList();
    }

    /// @param groups complete group names
    Set<Role> of(Collection<String> groups) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        groups.forEach(group -> found.addAll(roles.getOrDefault(group, Set.of())));
        return found;
    }

    /// The roles of a list in HTTP API's format, `pr ops`, when the token itself is not available.
    /// The format does not show where one group ends, so the text is either one whole group or a
    /// list of one-word groups; a name of several words among others is not recognized.
    Set<Role> ofWritten(String list) {
        String inner = list.strip();
        Set<Role> whole = of(Set.of(inner));
        if (!whole.isEmpty()) {
            return whole;
        }
        return of(new HashSet<>(words(inner)));
    }

    private static List<String> words(String text) {
        return new ArrayList<>(
                Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList());
    }
}
