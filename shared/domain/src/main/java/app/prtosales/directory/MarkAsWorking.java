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

/// Ops says that a rep's addresses work again, as after an outage of a mail server: the next mails
/// go to them. What bounced stays recorded as it was, and a new bounce holds the address again.
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

    /// What came of it.
    public enum Outcome {
        WORKS_AGAIN,
        /// None of the rep's addresses was held.
        WORKED_BEFORE,
        NOBODY
    }

    /// Done twice, it is done once.
    ///
    /// @param rep an id, present or earlier
    /// @param reason what happened, as ops says it
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

    /// Under which it is kept.
    static String subject(RepId rep) {
        return "rep-health-" + rep;
    }
}
