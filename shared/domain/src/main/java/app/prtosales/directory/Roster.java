package app.prtosales.directory;

import app.prtosales.delivery.Mailbox;
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

/// Everyone who is or was on the list of reps, with their times on the team, so that the team at an
/// earlier instant can be determined. A person who got a new id is known under all of their ids,
/// and keeps what was planned and recorded under the earlier ones, even once they have left.
public final class Roster {

    private final List<Member> members;
    private final Map<RepId, Rep> byId;

    /// Everyone by their latest id, and the holders of earlier ids.
    private final Map<RepId, Member> byLatestId = new HashMap<>();

    private final Map<RepId, Member> byEarlierId = new HashMap<>();

    public Roster(List<Member> members) {
        this.members = List.copyOf(members);
        this.byId =
                members.stream()
                        .flatMap(member -> Optional.ofNullable(member.rep()).stream())
                        .collect(Collectors.toUnmodifiableMap(Rep::id, Function.identity()));
        for (Member member : members) {
            byLatestId.put(member.id(), member);
            member.earlierIds().forEach(id -> byEarlierId.putIfAbsent(id, member));
        }
    }

    /// The person who has or had this id, as a rep with this id.
    public Optional<Rep> find(RepId id) {
        return Optional.ofNullable(byId.get(presentId(id))).map(rep -> rep.as(id));
    }

    /// The latest id of the person who has or had this one; the id itself if there is no such
    /// person.
    public RepId presentId(RepId id) {
        Member member = holder(id);
        return member == null ? id : member.id();
    }

    /// The person who has or, if nobody has it now, had this id. An inactive row does not count if
    /// somebody with a newer id had this id before.
    private @Nullable Member holder(RepId id) {
        Member latest = byLatestId.get(id);
        Rep rep = byId.get(id);
        return rep != null && rep.active() ? latest : byEarlierId.getOrDefault(id, latest);
    }

    /// People's latest ids, by their earlier ids.
    public Map<RepId, RepId> presentIds() {
        return byEarlierId.entrySet().stream()
                .filter(each -> each.getValue().equals(holder(each.getKey())))
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, each -> each.getValue().id()));
    }

    /// All ids of the person who has or had this one, latest first.
    public List<RepId> idsOf(RepId id) {
        Member member = holder(id);
        return member == null ? List.of(id) : member.ids();
    }

    /// The person's first id, so that what is stored under it counts once whichever of their links
    /// was used.
    public RepId firstId(RepId id) {
        return idsOf(id).getLast();
    }

    /// All ids of the one person who left and is still recognized by this address, latest first;
    /// empty if nobody is, or several people are. Someone who is on the list under another id did
    /// not leave.
    public List<RepId> idsOfWhoLeft(String address) {
        String mailbox = Mailbox.idOf(address);
        List<RepId> left =
                members.stream()
                        .filter(member -> member.mailboxes().contains(mailbox))
                        .map(member -> presentId(member.id()))
                        .filter(id -> !byId.containsKey(id))
                        .distinct()
                        .toList();
        return left.size() == 1 ? idsOf(left.getFirst()) : List.of();
    }

    /// The ids of the mailboxes by which someone with these ids is still recognized, other than
    /// those on the list.
    public Set<String> formerMailboxes(List<RepId> ids) {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(byLatestId.get(id)))
                .flatMap(member -> member.mailboxes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether someone has or had this id.
    public boolean knows(RepId id) {
        return holder(id) != null;
    }

    /// Whether the person with this id is no longer an active rep, or was never on the list.
    public boolean hasLeft(RepId id) {
        return find(id).filter(Rep::active).isEmpty();
    }

    /// Whether two ids belong to the same person.
    public boolean isSame(RepId one, RepId other) {
        return presentId(one).equals(presentId(other));
    }

    /// The one of the person's ids that is in the set; the given id if none is.
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
                .filter(member -> member.isOnTheTeamAt(at))
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
    /// @param mailboxes the ids of the mailboxes by which a removed rep is recognized
    public record Member(
            RepId id,
            @Nullable Rep rep,
            List<Membership> memberships,
            List<RepId> earlierIds,
            List<String> mailboxes) {

        public Member {
            memberships = List.copyOf(memberships);
            earlierIds = List.copyOf(earlierIds);
            mailboxes = List.copyOf(mailboxes);
        }

        private List<RepId> ids() {
            return Stream.concat(Stream.of(id), earlierIds.stream()).toList();
        }

        boolean isOnTheTeamAt(Instant at) {
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
