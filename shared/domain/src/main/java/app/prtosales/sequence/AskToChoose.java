package app.prtosales.sequence;

import static java.util.stream.Collectors.toSet;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.MappingRule;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.Suggestion;
import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.NobodyToAsk;
import app.prtosales.mailing.NobodyToAsk.Refusal;
import app.prtosales.placement.Choice;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Interruption;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Question;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Asks the owner of rule 2 to choose a sequence for a placement if no sequence owner is asked to
/// add it, so that it does not wait for the weekly email (R2.6).
public final class AskToChoose {

    /// After that, the weekly email has already listed the placement. So archiving a sequence
    /// causes emails about its latest stories, not about a whole quarter's.
    static final Duration RECENT = Duration.ofDays(7);

    /// Added to an email's number, which counts the owners who declined, by its cause.
    private static final int PER_CAUSE = 100;

    private final SendOne sendOne;
    private final MailWriter mails;

    AskToChoose(SendOne sendOne, MailWriter mails) {
        this.sendOne = sendOne;
        this.mails = mails;
    }

    /// Why nobody is asked; empty if someone is.
    ///
    /// @param tasks all tasks of the placement
    public static Optional<NobodyToAsk> whyNobody(
            Placement placement,
            List<MappingRule> rules,
            Map<SequenceId, Sequence> sequences,
            List<SequenceTask> tasks) {
        if (tasks.stream().anyMatch(task -> !task.isAnswered() && task.isOfActiveSequence())) {
            return Optional.empty();
        }
        List<Refusal> declined =
                tasks.stream()
                        .filter(task -> task.answer() instanceof Declined)
                        .map(task ->
                                new Refusal(task.suggestion().sequence(), (Declined) task.answer()))
                        .toList();
        Set<SequenceId> answered =
                declined.stream().map(each -> each.answer().sequence()).collect(toSet());
        @Nullable Sequence inactive =
                Stream.concat(
                                Suggestion.inactive(placement, rules, sequences).stream(),
                                tasks.stream()
                                        .filter(task -> !task.isAnswered())
                                        .map(task -> task.suggestion().sequence()))
                        .filter(sequence -> !answered.contains(sequence.id()))
                        .max(
                                Comparator.comparing(
                                        sequence -> sequence.status() == Sequence.Status.PAUSED))
                        .orElse(null);
        return Optional.of(new NobodyToAsk(declined, inactive));
    }

    /// The email to the owner of rule 2; empty if someone else is asked, the placement is in a
    /// sequence, or it has been like this for so long that the weekly email has named it.
    ///
    /// @param tasks all tasks of a placement that owners are asked about
    static Optional<MailRequest.ChooseSequence> request(
            Placement placement, List<SequenceTask> tasks, Directory lists, Instant now) {
        Agreement agreement = lists.agreement();
        Optional<String> to = agreement.inChargeOfSequences();
        boolean isIn = tasks.stream().anyMatch(task -> task.answer() instanceof InSequence);
        if (!placement.isOut()
                || placement.backfill()
                || isIn
                || to.isEmpty()
                || !now.isBefore(since(placement, tasks).plus(RECENT))) {
            return Optional.empty();
        }
        return whyNobody(placement, lists.rules(), lists.sequences(), tasks)
                .map(why ->
                        new MailRequest.ChooseSequence(
                                id(placement, to.get(), why), placement, why, agreement, to.get()));
    }

    /// The same id for the same cause, until another owner declines.
    private static DeliveryId id(Placement placement, String to, NobodyToAsk why) {
        int cause =
                switch (why.cause()) {
                    case NO_RULE, DECLINED -> 0;
                    case ARCHIVED -> 1;
                    case PAUSED -> 2;
                };
        int declined = Math.min(why.declined().size(), PER_CAUSE - 1);
        return new DeliveryId(
                placement.id().value(),
                Person.idOf(to),
                MailKind.CHOOSE_SEQUENCE,
                cause * PER_CAUSE + declined + 1);
    }

    /// The latest event that may have led to this.
    private static Instant since(Placement placement, List<SequenceTask> tasks) {
        @Nullable Instant out = placement.dispatchedAt();
        return Stream.of(
                        Stream.ofNullable(out),
                        placement.changes().turnedGreenAt().stream(),
                        placement.interruptions().stream().map(Interruption::until),
                        placement.changes().corrections().stream().map(Correction::at),
                        placement.changes().choices().stream().map(Choice::at),
                        placement
                                .changes()
                                .lastExemption(Question.IN_ACTIVE_SEQUENCE)
                                .map(Exemption::undone)
                                .map(Exemption.Undone::at)
                                .stream(),
                        tasks.stream()
                                .map(SequenceTask::answer)
                                .filter(Objects::nonNull)
                                .map(answer -> answer.at()))
                .flatMap(each -> each)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /// Sends the email, unless it was already sent.
    DeliveryId ask(MailRequest.ChooseSequence request) {
        sendOne.planAndSend(request.id(), () -> mails.write(request));
        return request.id();
    }
}
