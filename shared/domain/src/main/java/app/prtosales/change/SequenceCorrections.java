package app.prtosales.change;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.kit.ChampionKit;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.placement.Correction;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.response.Response;
import app.prtosales.response.Responses;
import app.prtosales.sequence.SequenceTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Emails a correction to the sequence owners who were given the wrong text and did not decline the
/// placement (R5.6).
final class SequenceCorrections {

    private static final Set<ListName> LISTS =
            Set.of(ListName.SEQUENCES, ListName.RULES, ListName.SEGMENTS, ListName.AGREEMENT);

    private final Directory directory;
    private final Responses responses;
    private final SendOne sendOne;
    private final MailWriter mails;

    SequenceCorrections(
            Directory directory, Responses responses, SendOne sendOne, MailWriter mails) {
        this.directory = directory;
        this.responses = responses;
        this.sendOne = sendOne;
        this.mails = mails;
    }

    /// Sends the emails that are still missing. Sends none while the placement may not be used,
    /// because owners are then asked to remove it (R5.5).
    ///
    /// @param rows the placement's ledger rows
    /// @return the ids of all of them
    List<DeliveryId> send(
            Placement placement,
            PendingChange followUp,
            Map<DeliveryId, Delivery> rows,
            Instant now) {
        if (!ChampionKit.isReady(placement, now)) {
            return List.of();
        }
        Correction correction = placement.changes().corrections().get(followUp.number() - 1);
        Directory lists = directory.with(LISTS);
        List<DeliveryId> ids = new ArrayList<>();
        for (SequenceTask task : tasks(placement, lists, rows, now)) {
            Sequence sequence = task.suggestion().sequence();
            for (Asking asking : asked(placement, task, followUp, rows, lists.agreement())) {
                DeliveryId id =
                        MailRequest.SequenceCorrection.id(
                                placement, sequence, followUp.number(), asking);
                sendOne.planAndSend(
                        id,
                        placement.version(),
                        () ->
                                mails.write(
                                        new MailRequest.SequenceCorrection(
                                                placement,
                                                correction,
                                                sequence,
                                                task.stage(),
                                                asking,
                                                task.address(asking, lists.agreement()),
                                                lists.agreement().zone(),
                                                now)));
                ids.add(id);
            }
        }
        return ids;
    }

    /// Who was given the wrong text and may have pasted it: the owner, the person who was asked in
    /// the owner's place, or both.
    private static List<Asking> asked(
            Placement placement,
            SequenceTask task,
            PendingChange followUp,
            Map<DeliveryId, Delivery> rows,
            Agreement agreement) {
        List<Asking> asked = new ArrayList<>();
        if (hasTheText(placement, task, rows) && wasAskedBefore(placement, task, followUp, rows)) {
            asked.add(Asking.FIRST);
        }
        if (hasTheTextToo(placement, task, followUp, rows, agreement)) {
            asked.add(Asking.HANDED_OVER);
        }
        return asked;
    }

    private List<SequenceTask> tasks(
            Placement placement, Directory lists, Map<DeliveryId, Delivery> rows, Instant now) {
        Function<DeliveryId, Optional<Delivery>> row = id -> Optional.ofNullable(rows.get(id));
        List<SequenceTask> tasks =
                SequenceTask.of(
                        placement,
                        lists.rules(),
                        lists.sequences(),
                        responses.recorded(placement),
                        row,
                        now);
        List<SequenceTask> others =
                SequenceTask.noLongerSuggested(placement, lists.sequences().values(), tasks, row);
        return Stream.concat(tasks.stream(), others.stream()).toList();
    }

    private static boolean hasTheText(
            Placement placement, SequenceTask task, Map<DeliveryId, Delivery> rows) {
        return task.answer() instanceof Response.InSequence
                || task.answer() == null
                        && Stream.of(Asking.FIRST, Asking.AGAIN)
                                .flatMap(asking ->
                                        Stream.ofNullable(
                                                rows.get(task.mail(placement.id(), asking))))
                                .anyMatch(row -> !row.state().hasFailed());
    }

    /// Whether the person who is asked in the owner's place got the request, and nobody else has
    /// answered it.
    private static boolean hasTheTextToo(
            Placement placement,
            SequenceTask task,
            PendingChange followUp,
            Map<DeliveryId, Delivery> rows,
            Agreement agreement) {
        Sequence sequence = task.suggestion().sequence();
        String to = task.address(Asking.HANDED_OVER, agreement);
        Delivery row = rows.get(task.mail(placement.id(), Asking.HANDED_OVER));
        boolean isOpen =
                task.answer() == null
                        || task.answer() instanceof Response.InSequence in
                                && Person.idOf(to).equals(in.by());
        return isOpen
                && row != null
                && row.isSentAndNotBounced()
                && row.placementVersion() < followUp.version()
                && Mailbox.idOf(to).equals(row.mailbox())
                && !to.equals(sequence.ownerEmail());
    }

    /// Whether the owner's task was written before the correction; an owner with a later one
    /// already has the corrected text.
    private static boolean wasAskedBefore(
            Placement placement,
            SequenceTask task,
            PendingChange followUp,
            Map<DeliveryId, Delivery> rows) {
        Delivery row = rows.get(task.mail(placement.id(), Asking.FIRST));
        return row == null || row.placementVersion() < followUp.version();
    }
}
