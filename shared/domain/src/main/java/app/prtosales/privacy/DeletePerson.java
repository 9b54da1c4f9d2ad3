package app.prtosales.privacy;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ForgetRep;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Sequence;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.response.Recorded;
import app.prtosales.response.Response;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.response.Responses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Deletes a person's name, addresses and the text they wrote about themselves. The ledger, the
/// history, answers and links hold only an id, which stays, and so does every count (R5.10).
/// Deleting an active rep also removes the rep from the team.
///
/// It can be interrupted at any step and repeated: everything else is found through the row of the
/// list, so the row is removed last.
public final class DeletePerson {

    private static final int PAGE = 100;

    private final People people;
    private final Directory directory;
    private final ForgetRep forgetRep;
    private final Placements placements;
    private final Responses responses;
    private final InstantSource clock;

    public DeletePerson(
            People people,
            Directory directory,
            ForgetRep forgetRep,
            Placements placements,
            Responses responses,
            InstantSource clock) {
        this.people = people;
        this.directory = directory;
        this.forgetRep = forgetRep;
        this.placements = placements;
        this.responses = responses;
        this.clock = clock;
    }

    /// The result of a deletion.
    public sealed interface Outcome {

        /// @param ids the ids that remain; the same when the deletion is repeated
        record Deleted(Set<String> ids) implements Outcome {

            public Deleted {
                ids = new TreeSet<>(ids);
            }
        }

        /// The person is still in charge of something: name someone else first.
        ///
        /// @param of what they are in charge of, in words
        record InCharge(List<String> of) implements Outcome {}

        /// The person is not known and was not deleted before.
        record Nobody() implements Outcome {}
    }

    /// @param idOrAddress the id of a rep, or anyone's address
    /// @param by the person who requested the deletion
    public Outcome delete(String idOrAddress, String reason, Person by) {
        Roster roster = directory.roster();
        @Nullable Rep rep = onTheList(roster, idOrAddress);
        List<RepId> reps = rep == null ? offTheList(roster, idOrAddress) : roster.idsOf(rep.id());
        Set<String> addresses = rep == null ? addresses(idOrAddress) : addresses(rep);
        Set<String> former = formerMailboxes(roster, rep, reps);
        List<String> responsibilities = responsibilities(rep, addresses, former);
        if (!responsibilities.isEmpty()) {
            return new Outcome.InCharge(responsibilities);
        }
        List<String> known = former.stream().filter(this::isOrWasKnown).toList();
        Set<String> ids = ids(rep, reps, addresses, known);
        if (ids.isEmpty()) {
            return new Outcome.Nobody();
        }
        Instant now = clock.instant();
        Stream.concat(
                        addresses.stream()
                                .map(Person::idOf)
                                .filter(id -> !isUsedByAnother(roster, id, rep)),
                        known.stream())
                .forEach(id -> people.forget(id, now));
        if (!reps.isEmpty()) {
            forgetWords(Set.copyOf(reps));
        }
        people.remember(by);
        Set<String> names = new LinkedHashSet<>(addresses);
        if (rep != null) {
            names.add(rep.name());
        }
        forgetRep.forget(reps, names, by, "deleted a person: " + String.join(", ", ids), reason);
        return new Outcome.Deleted(ids);
    }

    private static @Nullable Rep onTheList(Roster roster, String idOrAddress) {
        return RepId.read(idOrAddress)
                .flatMap(id -> roster.find(roster.presentId(id)))
                .or(() ->
                        roster.everybody().stream()
                                .filter(rep ->
                                        addresses(rep).stream()
                                                .anyMatch(idOrAddress::equalsIgnoreCase))
                                .findFirst())
                .orElse(null);
    }

    /// The ids of a rep who left or was deleted earlier.
    private static List<RepId> offTheList(Roster roster, String idOrAddress) {
        return RepId.read(idOrAddress)
                .filter(roster::knows)
                .map(roster::idsOf)
                .orElseGet(() -> roster.idsOfWhoLeft(idOrAddress));
    }

    private static Set<String> addresses(Rep rep) {
        Set<String> addresses = new LinkedHashSet<>(Set.of(rep.email()));
        Optional.ofNullable(rep.secondEmail()).ifPresent(addresses::add);
        return addresses;
    }

    private static Set<String> addresses(String idOrAddress) {
        return idOrAddress.contains("@") ? Set.of(idOrAddress) : Set.of();
    }

    /// The ids of the addresses a rep had before leaving or getting a new id, as far as they are
    /// still stored and no other rep uses them.
    private static Set<String> formerMailboxes(Roster roster, @Nullable Rep rep, List<RepId> reps) {
        return roster.formerMailboxes(reps).stream()
                .filter(id -> !isUsedByAnother(roster, id, rep))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The person's ids, including those known from an earlier deletion.
    private Set<String> ids(
            @Nullable Rep rep, List<RepId> reps, Set<String> addresses, List<String> former) {
        Set<String> ids = new TreeSet<>();
        reps.forEach(id -> ids.add(id.value()));
        addresses.stream()
                .map(Person::idOf)
                .filter(id -> rep != null || isOrWasKnown(id))
                .forEach(ids::add);
        ids.addAll(former);
        return ids;
    }

    private boolean isOrWasKnown(String id) {
        return people.find(id).isPresent() || people.forgottenAt(id).isPresent();
    }

    /// Whether another rep uses the same mailbox, in which case the address has to stay.
    private static boolean isUsedByAnother(Roster roster, String mailbox, @Nullable Rep rep) {
        return roster.everybody().stream()
                .filter(each -> rep == null || !each.id().equals(rep.id()))
                .flatMap(each -> addresses(each).stream())
                .anyMatch(address -> Person.idOf(address).equals(mailbox));
    }

    private List<String> responsibilities(
            @Nullable Rep rep, Set<String> addresses, Set<String> former) {
        Set<String> mailboxes = new HashSet<>(former);
        addresses.forEach(address -> mailboxes.add(Person.idOf(address)));
        List<String> responsibilities = new ArrayList<>();
        for (Sequence each : directory.sequences().values()) {
            boolean byName = rep != null && rep.name().equalsIgnoreCase(each.owner());
            if (byName || mailboxes.contains(Person.idOf(each.ownerEmail()))) {
                responsibilities.add("the owner of the sequence “%s”".formatted(each.name()));
            }
        }
        Agreement agreement = directory.agreement();
        Map<String, Stream<String>> roles =
                Map.of(
                        "the PR owner", Stream.ofNullable(agreement.prOwner()),
                        "ops", Stream.ofNullable(agreement.ops()),
                        "the sales leader", Stream.ofNullable(agreement.salesLeader()),
                        "in leadership", agreement.leadership().stream(),
                        "the owner of a rule", agreement.ruleOwners().stream());
        roles.forEach((role, theirs) -> {
            if (theirs.map(Person::idOf).anyMatch(mailboxes::contains)) {
                responsibilities.add(role + " in the agreement");
            }
        });
        return responsibilities.stream().sorted().toList();
    }

    /// Deletes the reports the rep wrote about their own record, across all placements.
    private void forgetWords(Set<RepId> reps) {
        @Nullable String cursor = null;
        do {
            Placements.Page page = placements.newest(PAGE, cursor);
            Map<PlacementId, Recorded> recorded = responses.aboutAll(page.placements());
            for (Placement placement : page.placements()) {
                Recorded about = recorded.getOrDefault(placement.id(), Recorded.NOTHING);
                for (Response each : about.responses()) {
                    if (each instanceof WrongRecord written && reps.contains(written.rep())) {
                        responses.forgetWords(placement, written);
                    }
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }
}
