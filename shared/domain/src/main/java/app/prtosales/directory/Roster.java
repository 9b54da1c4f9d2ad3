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

/// Everybody on the list of reps, and since when they have been of the team, so that the team of an
/// earlier instant can still be told. Somebody who got another id is known under each: what was
/// planned and recorded under the earlier one stays theirs.
public final class Roster {

    private final List<Member> members;
    private final Map<RepId, Rep> byId;

    /// Who is on the list, by their id, and who has which earlier id now.
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

    /// Who has or had this id, as a rep of this id.
    public Optional<Rep> find(RepId id) {
        return Optional.ofNullable(byId.get(presentId(id))).map(rep -> rep.as(id));
    }

    /// The id that somebody has now who has or had this one; itself where nobody does.
    public RepId presentId(RepId id) {
        Member member = byId.containsKey(id) ? null : byEarlierId.get(id);
        return member == null ? id : member.id();
    }

    /// The ids that those on the list have now, by the ids that they had before.
    public Map<RepId, RepId> presentIds() {
        return byEarlierId.entrySet().stream()
                .filter(each -> !byId.containsKey(each.getKey()))
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, each -> each.getValue().id()));
    }

    /// All ids of whoever has or had this one: the present one, then the latest first.
    public List<RepId> idsOf(RepId id) {
        Member member = byId.containsKey(id) ? present.get(id) : byEarlierId.get(id);
        return member == null ? List.of(id) : member.ids();
    }

    /// Whether two ids are of one person.
    public boolean isSame(RepId one, RepId other) {
        return presentId(one).equals(presentId(other));
    }

    /// The id under which somebody is among those; their present one where they are not.
    public RepId idAmong(RepId id, Set<RepId> known) {
        return known.contains(id)
                ? id
                : idsOf(id).stream().filter(known::contains).findFirst().orElse(id);
    }

    /// Who is on the list now, in the order of their ids.
    public List<Rep> everybody() {
        return byId.values().stream().sorted(Comparator.comparing(Rep::id)).toList();
    }

    /// Ids of the full sales team as it was at an instant, in the order of their ids.
    public List<RepId> teamAt(Instant at) {
        return members.stream()
                .filter(member -> member.isOfTheTeamAt(at))
                .map(Member::id)
                .sorted()
                .toList();
    }

    /// Ids of the distributors and agents who are active now, in the order of their ids: beside the
    /// team (R5.5).
    public List<RepId> distributors() {
        return byId.values().stream().filter(Rep::isDistributor).map(Rep::id).sorted().toList();
    }

    /// The same, each under the id that is among those, where somebody has another one now.
    ///
    /// @param known ids that pings went to
    public List<RepId> distributors(Set<RepId> known) {
        return distributors().stream().map(id -> idAmong(id, known)).toList();
    }

    /// Ids of those of `team` who were not of the team any more at an instant.
    public List<RepId> leftBy(Instant at, List<RepId> team) {
        Set<RepId> still = teamAt(at).stream().map(this::presentId).collect(Collectors.toSet());
        return team.stream().filter(id -> !still.contains(presentId(id))).toList();
    }

    /// One who is or was of the team.
    ///
    /// @param rep null once the rep was taken off the list
    /// @param memberships when the rep was of the team under this id, earliest first: who leaves
    ///   and comes back has two
    /// @param earlierIds ids that the rep had before, latest first
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

    /// A time in which somebody was of the team.
    ///
    /// @param until when it ended; null while it goes on
    public record Membership(Instant since, @Nullable Instant until) {

        boolean holdsAt(Instant at) {
            return !since.isAfter(at) && (until == null || until.isAfter(at));
        }

        /// Reads what [#toString] wrote.
        static Membership read(String written) {
            int slash = written.indexOf('/');
            String end = written.substring(slash + 1);
            return new Membership(
                    Instant.parse(written.substring(0, slash)),
                    end.isEmpty() ? null : Instant.parse(end));
        }

        /// As ISO 8601 writes an interval; without its end while it goes on.
        @Override
        public String toString() {
            return "%s/%s".formatted(since, until == null ? "" : until);
        }
    }
}
