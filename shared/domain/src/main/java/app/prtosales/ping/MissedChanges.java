package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Mailbox;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.mailing.ChangeNews;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the reps who got the story but not the emails about its changes, because they were off the
/// roster or their address did not work. Once they can be emailed, one more email tells them
/// everything they missed (R5.5, R5.6, R1.12).
public final class MissedChanges {

    private final Ledger ledger;
    private final StoryReaders storyReaders;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final InstantSource clock;

    public MissedChanges(
            Ledger ledger, Directory directory, HoldMailbox mailboxes, InstantSource clock) {
        this.ledger = ledger;
        this.storyReaders = new StoryReaders(ledger, directory);
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /// The emails that can go out now, and those under way, by round.
    ///
    /// @param rows what the ledger has about the story
    public Map<Mailing, List<RepId>> toRepeat(Placement placement, Collection<Delivery> rows) {
        return rows.stream().anyMatch(MissedChanges::mayHaveBeenMissed)
                ? new Story(placement, rows).rounds()
                : Map.of();
    }

    /// The changes that the emails of a round have to tell each rep about.
    Function<Rep, ChangeNews> news(Placement placement, Mailing round) {
        if (!round.isRepeat()) {
            return rep -> ChangeNews.of(placement, round);
        }
        Story story = new Story(placement, ledger.about(placement.id().value()));
        return rep -> story.reader(rep).news(round);
    }

    /// Whether the rep knew the story before the change that the failed email is about; if that is
    /// a change of color, before the latest one. Assumed if an email about a correction or a
    /// retraction tells reps of the change instead.
    ///
    /// @param rows what the ledger has about the story
    public boolean isReader(Placement placement, Collection<Delivery> rows, Delivery failed) {
        Mailing about = Mailing.of(failed.id()).orElseThrow();
        Roster roster = directory.roster();
        return placement.changesAfter(0).stream()
                .filter(about::isAbout)
                .allMatch(change ->
                        readers(placement, rows, change, roster)
                                .contains(roster.presentId(failed.id().rep())));
    }

    /// The id of the mailbox to which another email repeats what the failed one said, or will
    /// repeat it next; empty if there is none.
    ///
    /// @param rows what the ledger has about the story
    public Optional<String> triedNext(
            Placement placement, Collection<Delivery> rows, Delivery failed) {
        Mailing about = Mailing.of(failed.id()).orElseThrow();
        Roster roster = directory.roster();
        RepId rep = failed.id().rep();
        Optional<String> usable =
                roster.find(rep)
                        .flatMap(found -> usable(found, mailboxes.known()))
                        .map(Mailbox::id);
        Optional<Delivery> sent =
                rows.stream()
                        .filter(row -> isToRep(row) && roster.isSame(row.id().rep(), rep))
                        .filter(row -> !isLost(row))
                        .filter(row -> tells(row, about, placement))
                        .findFirst();
        if (sent.isPresent()) {
            return sent.map(Delivery::mailbox).or(() -> usable);
        }
        boolean isNext =
                roster.find(rep)
                        .filter(Rep::active)
                        .filter(found -> new Story(placement, rows).reader(found).tellsNext(about))
                        .isPresent();
        return usable.filter(id -> isNext);
    }

    /// Whether an email repeats what another one said: an email about corrections says everything
    /// that its reader missed.
    private static boolean tells(Delivery row, Mailing about, Placement placement) {
        return Mailing.of(row.id()).filter(each -> each.replaces(about)).isPresent()
                || placement.changesAfter(0).stream()
                        .filter(about::isAbout)
                        .anyMatch(change -> ChangeReader.covers(row, change));
    }

    private Set<RepId> readers(
            Placement placement, Collection<Delivery> rows, PendingChange change, Roster roster) {
        return storyReaders.before(placement, rows, change).reps().stream()
                .map(roster::presentId)
                .collect(Collectors.toSet());
    }

    /// Whether it is an email about the story to a rep.
    private static boolean isToRep(Delivery row) {
        return row.id().kind().isPing() || Mailing.of(row.id()).isPresent();
    }

    private static boolean mayHaveBeenMissed(Delivery row) {
        return isLost(row)
                && Mailing.of(row.id()).filter(each -> each.mail().isAboutChange()).isPresent();
    }

    /// Whether the email has not arrived and is not on its way.
    static boolean isLost(Delivery row) {
        return switch (row.state()) {
            case BOUNCED, REJECTED, CANCELLED -> true;
            case PLANNED, SENDING, UNKNOWN, ACCEPTED, DELIVERED, COMPLAINED -> false;
        };
    }

    /// The address that the next email goes to; empty if none works. A rep who marked an email as
    /// spam wants none at the second address either.
    private static Optional<Mailbox> usable(Rep rep, Map<String, Mailbox> known) {
        Mailbox first = mailbox(rep.email(), known);
        if (!first.isHeld()) {
            return Optional.of(first);
        }
        return first.isMarkedAsSpam()
                ? Optional.empty()
                : Optional.ofNullable(rep.secondEmail())
                        .map(address -> mailbox(address, known))
                        .filter(second -> !second.isHeld());
    }

    private static Mailbox mailbox(String address, Map<String, Mailbox> known) {
        String id = Mailbox.idOf(address);
        return known.getOrDefault(id, Mailbox.unknown(id));
    }

    /// A story with what is known about its readers, read once for all of them.
    private final class Story {

        private final Placement placement;
        private final Roster roster = directory.roster();
        private final Map<String, Mailbox> known = mailboxes.known();
        private final Instant now = clock.instant();
        private final Map<RepId, List<Delivery>> rowsByRep;
        private final Map<PendingChange, Set<RepId>> readers = new LinkedHashMap<>();

        Story(Placement placement, Collection<Delivery> rows) {
            this.placement = placement;
            this.rowsByRep =
                    new TreeMap<>(
                            rows.stream()
                                    .filter(MissedChanges::isToRep)
                                    .collect(
                                            Collectors.groupingBy(
                                                    row -> roster.presentId(row.id().rep()))));
            for (PendingChange change : placement.changesAfter(0)) {
                readers.put(change, readers(placement, rows, change, roster));
            }
        }

        ChangeReader reader(Rep rep) {
            RepId id = roster.presentId(rep.id());
            return new ChangeReader(
                    placement,
                    rowsByRep.getOrDefault(id, List.of()),
                    readers.entrySet().stream()
                            .filter(change -> change.getValue().contains(id))
                            .map(Map.Entry::getKey)
                            .toList(),
                    usable(rep, known).orElse(null),
                    now);
        }

        Map<Mailing, List<RepId>> rounds() {
            Map<Mailing, List<RepId>> rounds = new TreeMap<>(Mailing.BY_WORD);
            for (RepId id : rowsByRep.keySet()) {
                roster.find(id)
                        .filter(Rep::active)
                        .flatMap(rep -> reader(rep).next())
                        .ifPresent(row ->
                                rounds.computeIfAbsent(row.mailing(), first -> new ArrayList<>())
                                        .add(row.rep()));
            }
            return rounds;
        }
    }
}
