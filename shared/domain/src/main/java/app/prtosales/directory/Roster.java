package app.prtosales.directory;

import java.time.Instant;
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

    /// Ids of those of `team` who were no longer of the team at an instant.
    public List<String> leftBy(Instant at, List<String> team) {
        Set<String> still =
                members.stream()
                        .filter(member -> member.until() == null || member.until().isAfter(at))
                        .map(Member::id)
                        .collect(Collectors.toSet());
        return team.stream().filter(id -> !still.contains(id)).toList();
    }

    /// One who is or was of the team.
    ///
    /// @param rep null once the rep was taken off the list
    /// @param since when the rep became an active employee; null for who never was one
    /// @param until when that ended; null while it goes on
    public record Member(
            String id, @Nullable Rep rep, @Nullable Instant since, @Nullable Instant until) {

        boolean isOfTheTeamAt(Instant at) {
            return since != null && !since.isAfter(at) && (until == null || until.isAfter(at));
        }
    }
}
