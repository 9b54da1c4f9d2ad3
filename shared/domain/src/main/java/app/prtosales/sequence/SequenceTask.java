package app.prtosales.sequence;

import static java.util.stream.Collectors.toSet;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.MappingRule;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.Suggestion;
import app.prtosales.id.SequenceId;
import app.prtosales.kit.ChampionKit;
import app.prtosales.mailing.Asking;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.BetterPlace.OtherSequence;
import app.prtosales.response.Response;
import app.prtosales.text.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A suggestion and its progress (R2.2): asked, asked again, handed over, answered.
///
/// @param round how many times the placement could not be used for a while; once it may be used
///   again, a new round of asking starts
/// @param earlierOwners how many earlier owners of the sequence were asked in this round
/// @param askedAt when the first email to the owner was planned; null before that
/// @param askedAgainAt when the second one was planned; null before that
/// @param handedOverAt when the email to the rule's owner was planned; null before that
/// @param answer the answer that holds; null if there is none
public record SequenceTask(
        Suggestion suggestion,
        int round,
        int earlierOwners,
        @Nullable Instant askedAt,
        @Nullable Instant askedAgainAt,
        @Nullable Instant handedOverAt,
        Response.@Nullable OfSequence answer) {

    /// The status of a task.
    public enum Status {
        /// Nobody has been asked yet, because the placement may not be forwarded or its pings are
        /// not out.
        SUGGESTED,
        ASKED,
        HANDED_OVER,
        CONFIRMED,
        DECLINED,
        REMOVED;

        public String word() {
            return Words.of(this);
        }
    }

    public Status status() {
        return switch (answer) {
            case Response.InSequence in -> Status.CONFIRMED;
            case Response.Declined no -> Status.DECLINED;
            case Response.Removed out -> Status.REMOVED;
            case null ->
                    handedOverAt != null
                            ? Status.HANDED_OVER
                            : askedAt != null ? Status.ASKED : Status.SUGGESTED;
        };
    }

    /// Whether the owner may be asked now.
    public boolean isOfActiveSequence() {
        return suggestion.sequence().status() == Sequence.Status.ACTIVE;
    }

    public boolean isAnswered() {
        return answer != null;
    }

    /// The tasks of a placement: the sequence that someone chose for it, those that the mapping
    /// rules suggest, those that an owner named instead, and any other sequence with an answer.
    ///
    /// @param recorded all recorded responses
    /// @param row finds a row of the ledger
    /// @param now nobody has answered about a placement that was taken out and may be used by then
    public static List<SequenceTask> of(
            Placement placement,
            List<MappingRule> rules,
            Map<SequenceId, Sequence> sequences,
            List<Response> recorded,
            Function<DeliveryId, Optional<Delivery>> row,
            Instant now) {
        boolean usable = ChampionKit.isReady(placement, now);
        Map<SequenceId, Response.OfSequence> answers = answers(recorded);
        return suggestions(Suggestion.of(placement, rules, sequences), answers.values(), sequences)
                .stream()
                .map(each ->
                        unasked(placement, each, answers.get(each.sequence().id()), usable)
                                .asked(placement.id(), row))
                .toList();
    }

    /// One suggestion for each sequence: those of the rules, then those that owners named instead,
    /// then any other sequence with an answer.
    private static Collection<Suggestion> suggestions(
            List<Suggestion> ofRules,
            Collection<Response.OfSequence> answers,
            Map<SequenceId, Sequence> sequences) {
        Map<SequenceId, Suggestion> all = new LinkedHashMap<>();
        ofRules.forEach(each -> all.put(each.sequence().id(), each));
        answers.stream()
                .flatMap(answer -> elsewhere(answer, sequences).stream())
                .forEach(each -> all.putIfAbsent(each.sequence().id(), each));
        for (Response.OfSequence answer : answers) {
            Sequence sequence = sequences.get(answer.sequence());
            if (sequence != null) {
                all.putIfAbsent(
                        sequence.id(),
                        new Suggestion(
                                sequence,
                                stage(answer, sequence),
                                "no rule suggests this sequence"));
            }
        }
        return all.values();
    }

    /// A task for which nobody was asked yet.
    ///
    /// @param usable whether the placement may be used
    private static SequenceTask unasked(
            Placement placement,
            Suggestion suggestion,
            Response.@Nullable OfSequence answer,
            boolean usable) {
        boolean isOver = answer != null && isOver(answer, placement, usable);
        return new SequenceTask(
                isOver ? inEarlierStage(suggestion, answer) : suggestion,
                placement.interruptions().size(),
                0,
                null,
                null,
                null,
                isOver ? null : answer);
    }

    /// The tasks whose owner, or an earlier owner, got a request and has not answered although the
    /// sequence is not suggested anymore, for example because the topic was corrected. Their stage
    /// is not known. An archived sequence sends nothing.
    ///
    /// @param tasks all other tasks of the placement
    /// @param row finds a row of the ledger
    public static List<SequenceTask> noLongerSuggested(
            Placement placement,
            Collection<Sequence> sequences,
            List<SequenceTask> tasks,
            Function<DeliveryId, Optional<Delivery>> row) {
        Set<SequenceId> others =
                tasks.stream().map(task -> task.suggestion().sequence().id()).collect(toSet());
        int round = placement.interruptions().size();
        return sequences.stream()
                .filter(sequence -> !others.contains(sequence.id()))
                .filter(sequence -> sequence.status() != Sequence.Status.ARCHIVED)
                .flatMap(sequence ->
                        OwnEmail.latest(
                                mail(placement.id(), sequence.id(), round, Asking.FIRST), row)
                                .filter(Delivery::isSentAndNotBounced)
                                .map(request -> asked(sequence, round, request))
                                .stream())
                .toList();
    }

    private static SequenceTask asked(Sequence sequence, int round, Delivery request) {
        return new SequenceTask(
                new Suggestion(sequence, "", "it is not suggested anymore"),
                round,
                OwnEmail.earlier(request.id()),
                request.plannedAt(),
                null,
                null,
                null);
    }

    /// With what the ledger says about the requests to the current owner; for a task that was
    /// answered, to the owner who was asked last.
    private SequenceTask asked(
            PlacementId placement, Function<DeliveryId, Optional<Delivery>> row) {
        SequenceTask current = forOwner(placement, row);
        @Nullable Instant first = planned(row.apply(current.mail(placement, Asking.FIRST)));
        return first == null
                ? current
                : new SequenceTask(
                        suggestion,
                        round,
                        current.earlierOwners,
                        first,
                        planned(row.apply(current.mail(placement, Asking.AGAIN))),
                        planned(
                                OwnEmail.latest(current.mail(placement, Asking.HANDED_OVER), row)
                                        .filter(each -> !OwnEmail.at(each).isBefore(first))),
                        answer);
    }

    /// The same task, with the requests to the current owner.
    SequenceTask forOwner(PlacementId placement, Function<DeliveryId, Optional<Delivery>> row) {
        DeliveryId first = mail(placement, suggestion.sequence().id(), round, Asking.FIRST);
        DeliveryId own =
                isAnswered()
                        ? OwnEmail.latest(first, row).map(Delivery::id).orElse(first)
                        : OwnEmail.of(
                                first,
                                row,
                                each -> OwnEmail.isToOwner(each, suggestion.sequence()));
        return new SequenceTask(
                suggestion,
                round,
                OwnEmail.earlier(own),
                askedAt,
                askedAgainAt,
                handedOverAt,
                answer);
    }

    /// The same, for callers that do not need the times at which owners were asked.
    public static List<SequenceTask> of(
            Placement placement,
            List<MappingRule> rules,
            Map<SequenceId, Sequence> sequences,
            List<Response> recorded,
            Instant now) {
        return of(placement, rules, sequences, recorded, row -> Optional.empty(), now);
    }

    /// The standing answer of each sequence.
    static Map<SequenceId, Response.OfSequence> answers(List<Response> recorded) {
        Map<SequenceId, Response.OfSequence> answers = new LinkedHashMap<>();
        for (Response each : Response.standing(recorded)) {
            if (each instanceof Response.OfSequence answer) {
                answers.put(answer.sequence(), answer);
            }
        }
        return answers;
    }

    private static Optional<Suggestion> elsewhere(
            Response.OfSequence answer, Map<SequenceId, Sequence> sequences) {
        if (!(answer instanceof Response.Declined declined)
                || !(declined.elsewhere() instanceof OtherSequence(var other))) {
            return Optional.empty();
        }
        Sequence from = sequences.get(declined.sequence());
        return Optional.ofNullable(sequences.get(other))
                .filter(to -> to.status() == Sequence.Status.ACTIVE && !to.stages().isEmpty())
                .map(to ->
                        new Suggestion(
                                to,
                                to.stages().getFirst(),
                                from == null
                                        ? "the owner of another sequence says it fits here"
                                        : "the owner of “%s” says it fits here"
                                                .formatted(from.name())));
    }

    private static String stage(Response.OfSequence answer, Sequence sequence) {
        return answer instanceof Response.InSequence in
                ? in.stage()
                : sequence.stages().isEmpty() ? "" : sequence.stages().getFirst();
    }

    private static @Nullable Instant planned(Optional<Delivery> row) {
        return row.map(Delivery::plannedAt).orElse(null);
    }

    /// Whether the owner has to answer again.
    private static boolean isOver(Response.OfSequence answer, Placement placement, boolean usable) {
        return answer instanceof Response.Removed && usable
                || answer.outdatedBy(placement).isPresent();
    }

    /// Proposes the stage that the owner had put it into, if there still is one of that name.
    private static Suggestion inEarlierStage(
            Suggestion suggestion, Response.@Nullable OfSequence answer) {
        return Optional.ofNullable(answer)
                .flatMap(said -> said.stageIn(suggestion.sequence()))
                .map(stage ->
                        new Suggestion(
                                suggestion.sequence(),
                                stage,
                                suggestion.why(),
                                suggestion.chosen()))
                .orElse(suggestion);
    }

    /// The stage with the text: the one that the owner confirmed; before that, the suggested one.
    /// Empty if it is not known.
    public String stage() {
        return answer == null
                ? suggestion.stage()
                : answer.stageIn(suggestion.sequence()).orElse("");
    }

    /// The id of the email for this request; for the handover, of the first such email of the
    /// round.
    public DeliveryId mail(PlacementId placement, Asking asking) {
        DeliveryId first = mail(placement, suggestion.sequence().id(), round, asking);
        return asking == Asking.HANDED_OVER ? first : OwnEmail.numbered(first, earlierOwners);
    }

    /// The address of the person who is asked.
    public String address(Asking asking, Agreement agreement) {
        return Reminders.address(asking, suggestion.sequence(), agreement);
    }

    /// The id of the email that hands the task over to someone.
    ///
    /// @param since when the owner was first asked
    DeliveryId handover(
            PlacementId placement,
            String to,
            Instant since,
            Function<DeliveryId, Optional<Delivery>> row) {
        return OwnEmail.of(
                mail(placement, Asking.HANDED_OVER),
                row,
                each -> OwnEmail.isTo(each, to) && !OwnEmail.at(each).isBefore(since));
    }

    /// The first emails of all rounds so far to whoever was the owner then, the latest first.
    public List<DeliveryId> firstMails(PlacementId placement) {
        return IntStream.rangeClosed(0, round)
                .mapToObj(each ->
                        mail(placement, suggestion.sequence().id(), round - each, Asking.FIRST))
                .toList();
    }

    private static DeliveryId mail(
            PlacementId placement, SequenceId sequence, int round, Asking asking) {
        return switch (asking) {
            case FIRST ->
                    new DeliveryId(
                            placement.value(),
                            sequence.value(),
                            MailKind.SEQUENCE_TASK,
                            2 * round + 1);
            case AGAIN ->
                    new DeliveryId(
                            placement.value(),
                            sequence.value(),
                            MailKind.SEQUENCE_TASK,
                            2 * round + 2);
            case HANDED_OVER ->
                    new DeliveryId(
                            placement.value(),
                            sequence.value(),
                            MailKind.SEQUENCE_HANDED_OVER,
                            round + 1);
        };
    }
}
