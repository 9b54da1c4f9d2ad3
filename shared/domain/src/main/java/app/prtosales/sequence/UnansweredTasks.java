package app.prtosales.sequence;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.kit.ChampionKit;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Question;
import app.prtosales.response.Responses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The tasks of a placement that currently wait for an answer (R2.2). A task no longer waits once
/// the placement may not be used or the sequence is not active.
public final class UnansweredTasks {

    static final Set<ListName> LISTS =
            Set.of(ListName.RULES, ListName.SEGMENTS, ListName.SEQUENCES, ListName.AGREEMENT);

    private final Directory directory;
    private final Responses responses;
    private final InstantSource clock;

    public UnansweredTasks(Directory directory, Responses responses, InstantSource clock) {
        this.directory = directory;
        this.responses = responses;
        this.clock = clock;
    }

    /// The first emails to the owners who may be asked now, in the round that has begun; if there
    /// are none, the one to the owner of rule 2.
    ///
    /// @param row finds a row of the ledger
    public List<DeliveryId> firstMails(
            Placement placement, Function<DeliveryId, Optional<Delivery>> row) {
        Instant now = clock.instant();
        if (!isAskedAbout(placement, now)) {
            return List.of();
        }
        Directory lists = directory.with(LISTS);
        List<SequenceTask> all = all(placement, lists);
        return Stream.concat(
                        of(placement, all, row).stream()
                                .filter(SequenceTask::isOfActiveSequence)
                                .map(task -> task.mail(placement.id(), Asking.FIRST)),
                        AskToChoose.request(placement, all, lists, now).stream()
                                .map(MailRequest::id))
                .toList();
    }

    /// Whether owners are asked to add the placement: only while it may be forwarded, and not if it
    /// has ended, is negative, or is exempt.
    static boolean isAskedAbout(Placement placement, Instant now) {
        return ChampionKit.isReady(placement, now)
                && placement.changes().exemption(Question.IN_ACTIVE_SEQUENCE).isEmpty();
    }

    /// All tasks, answered or not.
    List<SequenceTask> all(Placement placement, Directory lists) {
        return SequenceTask.of(
                placement,
                lists.rules(),
                lists.sequences(),
                responses.recorded(placement),
                clock.instant());
    }

    /// All that wait for an answer, including those whose owners are asked only once the sequence
    /// is active.
    static List<SequenceTask> of(
            Placement placement,
            List<SequenceTask> all,
            Function<DeliveryId, Optional<Delivery>> row) {
        return all.stream()
                .filter(task -> !task.isAnswered())
                .map(task -> task.forOwner(placement.id(), row))
                .toList();
    }
}
