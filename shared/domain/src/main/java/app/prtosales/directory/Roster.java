package app.prtosales.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everybody on the list of reps, and since when they have been of the team, so that the team of an
/// earlier instant can still be told.
public final class Roster {

    private final List<Member> members;
    private final Map<String, Rep> byId;

    public Roster(List<Member> members) {
        this.members = List.copyOf(members);
        this.byId =
                members.stream()
                        .flatMap(member -> Optional.ofNullable(member.rep()).stream())
                        .collect(Collectors.toUnmodifiableMap(Rep::id, Function.identity()));
    }

    public Optional<Rep> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Who is on the list now, in the order of their ids.
    public List<Rep> everybody() {
        return byId.values().stream().sorted(Comparator.comparing(Rep::id)).toList();
    }

    /// Ids of the full sales team as it was at an instant, in the order of their ids.
    public List<String> teamAt(Instant at) {
        return members.stream()
                .filter(member -> member.isOfTheTeamAt(at))
                .map(Member::id)
                .sorted()
                .toList();
    }

    /// Ids of the distributors and agents who are active now, in the order of their ids: beside the
    /// team (R5.5).
    public List<String> distributors() {
        return byId.values().stream().filter(Rep::isDistributor).map(Rep::id).sorted().toList();
    }

    /// Ids of those of `team` who were not of the team any more at an instant.
    public List<String> leftBy(Instant at, List<String> team) {
        Set<String> still = Set.copyOf(teamAt(at));
        return team.stream().filter(id -> !still.contains(id)).toList();
    }

    /// One who is or was of the team.
    ///
    /// @param rep null once the rep was taken off the list
    /// @param memberships when the rep was of the team, earliest first: who leaves and comes back
    ///   has two
    public record Member(String id, @Nullable Rep rep, List<Membership> memberships) {

        public Member {
            memberships = List.copyOf(memberships);
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
