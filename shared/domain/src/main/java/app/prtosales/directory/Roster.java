package app.prtosales.directory;

import app.prtosales.id.RepId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everyone on the list of reps, with their times on the team, so that the team at an earlier
/// instant can be determined. A person who got a new id is known under all of their ids, and keeps
/// what was planned and recorded under the earlier ones.
public final class Roster {

    private final List<Member> members;
    private final Map<RepId, Rep> byId;

    /// The people on the list by id, and the current holders of earlier ids.
    private final Map<RepId, Member> present = new HashMap<>();

    private final Map<RepId, Member> byEarlierId = new HashMap<>();

    public Roster(List<Member> members) {
        this.members = List.copyOf(members);
        this.byId =
                members.stream()
                        .flatMap(member -> Optional.ofNullable(member.rep()).stream())
                        .collect(Collectors.toUnmodifiableMap(Rep::id, Function.identity()));
        for (Member member : members) {
            present.put(member.id(), member);
            member.earlierIds().forEach(id -> byEarlierId.putIfAbsent(id, member));
        }
    }

    /// The person who has or had this id, as a rep with this id.
    public Optional<Rep> find(RepId id) {
        return Optional.ofNullable(byId.get(presentId(id))).map(rep -> rep.as(id));
    }

    /// The current id of the person who has or had this one; the id itself if there is no such
    /// person.
    public RepId presentId(RepId id) {
        Member member = byId.containsKey(id) ? null : byEarlierId.get(id);
        return member == null ? id : member.id();
    }

    /// The current ids of people on the list, by their earlier ids.
    public Map<RepId, RepId> presentIds() {
        return byEarlierId.entrySet().stream()
                .filter(each -> !byId.containsKey(each.getKey()))
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, each -> each.getValue().id()));
    }

    /// All ids of the person who has or had this one: the current one, then earlier ones, latest
    /// first.
    public List<RepId> idsOf(RepId id) {
        Member member = byId.containsKey(id) ? present.get(id) : byEarlierId.get(id);
        return member == null ? List.of(id) : member.ids();
    }

    /// Whether two ids belong to the same person.
    public boolean isSame(RepId one, RepId other) {
        return presentId(one).equals(presentId(other));
    }

    /// Whichever of the person's ids is in the set; otherwise the given id.
    public RepId idAmong(RepId id, Set<RepId> known) {
        return known.contains(id)
                ? id
                : idsOf(id).stream().filter(known::contains).findFirst().orElse(id);
    }

    /// Everyone currently on the list, ordered by id.
    public List<Rep> everybody() {
        return byId.values().stream().sorted(Comparator.comparing(Rep::id)).toList();
    }

    /// Ids of the full sales team at an instant, in ascending order.
    public List<RepId> teamAt(Instant at) {
        return members.stream()
                .filter(member -> member.isOfTheTeamAt(at))
                .map(Member::id)
                .sorted()
                .toList();
    }

    /// Ids of the currently active distributors and agents, in ascending order. They are not on the
    /// team (R5.5).
    public List<RepId> distributors() {
        return byId.values().stream().filter(Rep::isDistributor).map(Rep::id).sorted().toList();
    }

    /// The same, but using the known id of anyone who now has another one.
    ///
    /// @param known ids that pings went to
    public List<RepId> distributors(Set<RepId> known) {
        return distributors().stream().map(id -> idAmong(id, known)).toList();
    }

    /// Ids of those in `team` who were no longer on the team at an instant.
    public List<RepId> leftBy(Instant at, List<RepId> team) {
        Set<RepId> still = teamAt(at).stream().map(this::presentId).collect(Collectors.toSet());
        return team.stream().filter(id -> !still.contains(presentId(id))).toList();
    }

    /// A person who is or was on the team.
    ///
    /// @param rep null if the rep was removed from the list
    /// @param memberships the times on the team under this id, earliest first: someone who left and
    ///   came back has two
    /// @param earlierIds the rep's earlier ids, latest first
    public record Member(
            RepId id, @Nullable Rep rep, List<Membership> memberships, List<RepId> earlierIds) {

        public Member {
            memberships = List.copyOf(memberships);
            earlierIds = List.copyOf(earlierIds);
        }

        private List<RepId> ids() {
            return Stream.concat(Stream.of(id), earlierIds.stream()).toList();
        }

        boolean isOfTheTeamAt(Instant at) {
            return memberships.stream().anyMatch(membership -> membership.holdsAt(at));
        }
    }

    /// A period on the team.
    ///
    /// @param until when it ended; null if it has not
    public record Membership(Instant since, @Nullable Instant until) {

        boolean holdsAt(Instant at) {
            return !since.isAfter(at) && (until == null || until.isAfter(at));
        }

        /// Parses the result of [#toString].
        static Membership read(String written) {
            int slash = written.indexOf('/');
            String end = written.substring(slash + 1);
            return new Membership(
                    Instant.parse(written.substring(0, slash)),
                    end.isEmpty() ? null : Instant.parse(end));
        }

        /// An ISO 8601 interval; without an end if it has not ended.
        @Override
        public String toString() {
            return "%s/%s".formatted(since, until == null ? "" : until);
        }
    }
}
