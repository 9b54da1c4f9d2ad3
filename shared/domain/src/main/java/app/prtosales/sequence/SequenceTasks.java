package app.prtosales.sequence;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Suggestion;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.kit.ChampionKit;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.placement.Choice;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Question;
import app.prtosales.placement.Timer;
import app.prtosales.response.Responses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks the owners of the sequences that a placement belongs into to put it there (R2.2). Only what
/// may be forwarded can be in a sequence, so an Amber placement opens no task (R5.5). Who does not
/// answer is asked once more, and then the owner of rule 2 is (R2.6). What may not be used any more
/// is taken out in the same way.
///
/// It looks at the ledger and at what was recorded, so it may run at any time and any number of
/// times.
public final class SequenceTasks {

    private static final Set<ListName> LISTS =
            Set.of(ListName.RULES, ListName.SEGMENTS, ListName.SEQUENCES, ListName.AGREEMENT);

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final Responses responses;
    private final People people;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;
    private final SequenceRemovals removals;

    public SequenceTasks(
            Placements placements,
            Ledger ledger,
            Directory directory,
            Responses responses,
            People people,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.responses = responses;
        this.people = people;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
        this.removals = new SequenceRemovals(ledger, directory, responses, sendOne, mails, clock);
    }

    /// Opens each task that is not open yet.
    ///
    /// @return how many there are
    public int open(Placement placement) {
        return opened(placement).size();
    }

    /// Opens each task that is not open yet, and says which there are.
    public List<DeliveryId> opened(Placement placement) {
        if (!isAskedAbout(placement, clock.instant())) {
            return List.of();
        }
        Directory lists = directory.with(LISTS);
        return unanswered(placement, lists).stream()
                .map(task -> ask(placement, task, Asking.FIRST, null, lists.agreement()))
                .toList();
    }

    /// Asks whoever is to be asked by now, and says when to look again.
    public void ask(PlacementId id) {
        Optional<Placement> found = placements.find(id);
        if (found.isEmpty()) {
            return;
        }
        Placement placement = found.get();
        Instant now = clock.instant();
        @Nullable Instant next =
                isAskedAbout(placement, now)
                        ? remind(placement, now)
                        : removals.remind(placement, now);
        if (next != null || placement.timers().containsKey(Timer.SEQUENCES)) {
            // Who loses this race leaves the rest to the next tick.
            placements.replace(placement.askingOwnersAt(next), List.of());
        }
    }

    /// Whether anybody is asked to place it: not while it may not be forwarded, nor once it has
    /// ended, is negative, or is exempt.
    private static boolean isAskedAbout(Placement placement, Instant now) {
        return ChampionKit.isReady(placement, now)
                && placement.changes().exemption(Question.IN_ACTIVE_SEQUENCE).isEmpty();
    }

    private DeliveryId ask(
            Placement placement,
            SequenceTask task,
            Asking asking,
            @Nullable Instant since,
            Agreement agreement) {
        Suggestion suggestion = withPerson(task.suggestion());
        DeliveryId id = task.mail(placement.id(), asking);
        String to = Reminders.address(asking, suggestion.sequence(), agreement);
        sendOne.planAndSend(
                id,
                placement.version(),
                () ->
                        mails.write(
                                new MailRequest.SequenceTask(
                                        id,
                                        placement,
                                        suggestion,
                                        to,
                                        asking,
                                        since,
                                        agreement.zone(),
                                        clock.instant())));
        return id;
    }

    /// For the owner: a choice with who made it.
    private Suggestion withPerson(Suggestion suggestion) {
        @Nullable Choice chosen = suggestion.chosen();
        return chosen == null
                ? suggestion
                : suggestion.because(
                        "%s chose it: “%s”"
                                .formatted(
                                        people.find(chosen.by())
                                                .map(Person::email)
                                                .orElse("a former colleague"),
                                        chosen.reason()));
    }

    /// @return when to look again; null where nobody is left to be asked
    private @Nullable Instant remind(Placement placement, Instant now) {
        Directory lists = directory.with(LISTS);
        // While it might not be forwarded no owner could answer.
        Instant countsFrom = placement.changes().turnedGreenAt().orElse(Instant.EPOCH);
        Reminders reminders = new Reminders(ledger, now, countsFrom);
        for (SequenceTask task : unanswered(placement, lists)) {
            reminders.look(
                    (asking, since) -> ask(placement, task, asking, since, lists.agreement()));
        }
        return reminders.next();
    }

    private List<SequenceTask> unanswered(Placement placement, Directory lists) {
        return SequenceTask.of(
                        placement,
                        lists.rules(),
                        lists.sequences(),
                        responses.recorded(placement),
                        clock.instant())
                .stream()
                .filter(task -> !task.isAnswered())
                .toList();
    }
}
