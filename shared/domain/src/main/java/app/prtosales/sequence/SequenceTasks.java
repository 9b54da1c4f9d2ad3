package app.prtosales.sequence;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Suggestion;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.placement.Choice;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Timer;
import app.prtosales.response.BetterPlace.OtherSequence;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.OfSequence;
import app.prtosales.response.Responses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks the owners of a placement's suggested sequences to add it (R2.2). Only a placement that may
/// be forwarded can be in a sequence, so an Amber one opens no task (R5.5). An owner who does not
/// answer is asked once more, and then the owner of rule 2 is asked (R2.6); at once, if there is no
/// owner to ask. In the same way, owners are asked to remove a placement that may no longer be
/// used.
///
/// It works from the ledger and the recorded responses, so it may run at any time and any number of
/// times.
public final class SequenceTasks {

    /// How often to check whether a paused sequence, whose owner has to be asked again, is active.
    private static final Duration LOOK_AT_PAUSED = Duration.ofDays(1);

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final Responses responses;
    private final People people;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;
    private final SequenceRemovals removals;
    private final UnansweredTasks unanswered;
    private final AskToChoose askToChoose;

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
        this.unanswered = new UnansweredTasks(directory, responses, clock);
        this.askToChoose = new AskToChoose(sendOne, mails);
    }

    /// Opens each task that is not yet open.
    ///
    /// @return the number of tasks
    public int open(Placement placement) {
        return (int)
                opened(placement).stream()
                        .filter(mail -> mail.kind() == MailKind.SEQUENCE_TASK)
                        .count();
    }

    /// Opens each task that is not yet open, and returns the emails of all of them; if there are
    /// none, the one to the owner of rule 2.
    public List<DeliveryId> opened(Placement placement) {
        Instant now = clock.instant();
        if (!UnansweredTasks.isAskedAbout(placement, now)) {
            return List.of();
        }
        Directory lists = directory.with(UnansweredTasks.LISTS);
        List<SequenceTask> all = unanswered.all(placement, lists);
        return Stream.concat(
                        UnansweredTasks.of(placement, all, ledger::find).stream()
                                .filter(SequenceTask::isOfActiveSequence)
                                .filter(task -> task.round() == 0 || mayBeAsked(placement, task))
                                .map(task ->
                                        ask(
                                                placement,
                                                task,
                                                Asking.FIRST,
                                                null,
                                                lists.agreement())),
                        AskToChoose.request(placement, all, lists, now).stream()
                                .map(askToChoose::ask))
                .toList();
    }

    /// Sends all requests that are due by now, and schedules the next look.
    public void ask(PlacementId id) {
        Optional<Placement> found = placements.find(id);
        if (found.isEmpty()) {
            return;
        }
        Placement placement = found.get();
        Instant now = clock.instant();
        @Nullable Instant next =
                UnansweredTasks.isAskedAbout(placement, now)
                        ? remind(placement, now)
                        : removals.remind(placement, now);
        if (next != null || placement.timers().containsKey(Timer.SEQUENCES)) {
            // If another writer wins, the next tick catches up.
            placements.replace(placement.askingOwnersAt(next), List.of());
        }
    }

    private DeliveryId ask(
            Placement placement,
            SequenceTask task,
            Asking asking,
            @Nullable Instant since,
            Agreement agreement) {
        Suggestion suggestion = withPerson(task.suggestion());
        String to = Reminders.address(asking, suggestion.sequence(), agreement);
        DeliveryId id =
                asking == Asking.HANDED_OVER && since != null
                        ? task.handover(placement.id(), to, since, ledger::find)
                        : task.mail(placement.id(), asking);
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
                                        isAskedAnew(placement, task),
                                        since,
                                        agreement.zone(),
                                        clock.instant())));
        return id;
    }

    /// For the owner: if someone chose the sequence, adds that person to the reason.
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

    /// @return when to look again; null if no further request is planned
    private @Nullable Instant remind(Placement placement, Instant now) {
        Directory lists = directory.with(UnansweredTasks.LISTS);
        Reminders reminders = new Reminders(ledger, now);
        List<SequenceTask> all = unanswered.all(placement, lists);
        List<SequenceTask> tasks = UnansweredTasks.of(placement, all, ledger::find);
        for (SequenceTask task : tasks) {
            if (task.isOfActiveSequence() && mayBeAsked(placement, task)) {
                reminders.askWhoeverIsDue(
                        (asking, since) -> ask(placement, task, asking, since, lists.agreement()));
            }
        }
        AskToChoose.request(placement, all, lists, now)
                .map(askToChoose::ask)
                .ifPresent(reminders::sent);
        @Nullable Instant next = reminders.next();
        boolean waits =
                next == null
                        && tasks.stream()
                                .filter(task -> !task.isOfActiveSequence())
                                .anyMatch(
                                        task -> isWaitingToRun(placement, task, lists.agreement()));
        return waits ? now.plus(LOOK_AT_PAUSED) : next;
    }

    /// Whether the owner has to be asked anew once the sequence is active. After the handover,
    /// everybody has been asked.
    private boolean isWaitingToRun(Placement placement, SequenceTask task, Agreement agreement) {
        return isAskedAnew(placement, task) && !isHandedOver(placement, task, agreement);
    }

    private boolean isHandedOver(Placement placement, SequenceTask task, Agreement agreement) {
        String to = task.suggestion().sequence().handedOverTo(agreement);
        return ledger.find(task.mail(placement.id(), Asking.FIRST))
                .map(first -> task.handover(placement.id(), to, first.plannedAt(), ledger::find))
                .filter(handover -> isAsked(List.of(handover)))
                .isPresent();
    }

    /// Nobody is asked about a backfill that can be used again except those who know of it: they
    /// were asked before or gave an answer, or someone named their sequence for it.
    private boolean mayBeAsked(Placement placement, SequenceTask task) {
        return !placement.backfill() || isKnown(placement, task);
    }

    private boolean isKnown(Placement placement, SequenceTask task) {
        SequenceId sequence = task.suggestion().sequence().id();
        return task.suggestion().chosen() != null
                || isAsked(task.firstMails(placement.id()))
                || answers(placement).stream()
                        .anyMatch(answer ->
                                answer.sequence().equals(sequence) || isNamed(sequence, answer));
    }

    /// Whether the owner was asked, or gave an answer, before a time in which the placement could
    /// not be used.
    private boolean isAskedAnew(Placement placement, SequenceTask task) {
        SequenceId sequence = task.suggestion().sequence().id();
        List<DeliveryId> mails = task.firstMails(placement.id());
        return task.round() > 0
                && (isAsked(mails.subList(1, mails.size()))
                        || answers(placement).stream()
                                .anyMatch(answer -> answer.sequence().equals(sequence)));
    }

    private boolean isAsked(List<DeliveryId> mails) {
        return mails.stream().anyMatch(mail -> ledger.find(mail).isPresent());
    }

    private Collection<OfSequence> answers(Placement placement) {
        return SequenceTask.answers(responses.recorded(placement)).values();
    }

    private static boolean isNamed(SequenceId sequence, OfSequence answer) {
        return answer instanceof Declined declined
                && declined.elsewhere() instanceof OtherSequence(var other)
                && other.equals(sequence);
    }
}
