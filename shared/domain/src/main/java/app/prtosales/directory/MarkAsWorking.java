package app.prtosales.directory;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Records that a rep's addresses work again, as ops confirms, for example after a mail server
/// outage. The next emails go to them. Recorded bounces stay as they are, and a new bounce puts the
/// address on hold again.
public final class MarkAsWorking {

    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final History history;
    private final People people;
    private final InstantSource clock;

    public MarkAsWorking(
            Directory directory,
            HoldMailbox mailboxes,
            History history,
            People people,
            InstantSource clock) {
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.history = history;
        this.people = people;
        this.clock = clock;
    }

    /// The result.
    public enum Outcome {
        WORKS_AGAIN,
        /// None of the rep's addresses was on hold.
        WORKED_BEFORE,
        NOBODY
    }

    /// Repeating it has no further effect.
    ///
    /// @param rep an id, current or earlier
    /// @param reason what happened, in the words of ops
    public Outcome mark(RepId rep, String reason, Person by) {
        Optional<Rep> found = directory.roster().find(rep);
        if (found.isEmpty()) {
            return Outcome.NOBODY;
        }
        Map<String, Mailbox> held = mailboxes.held();
        List<String> bouncing =
                Stream.of(found.get().email(), found.get().secondEmail())
                        .filter(Objects::nonNull)
                        .map(Mailbox::idOf)
                        .filter(held::containsKey)
                        .toList();
        if (bouncing.isEmpty()) {
            return Outcome.WORKED_BEFORE;
        }
        Instant now = clock.instant();
        people.remember(by);
        history.note(
                new HistoryEntry(
                        subject(rep), now, by.id(), "email marked as working again", reason));
        bouncing.forEach(id -> mailboxes.release(id, now));
        return Outcome.WORKS_AGAIN;
    }

    /// The subject of its history entry.
    static String subject(RepId rep) {
        return "rep-health-" + rep;
    }
}
