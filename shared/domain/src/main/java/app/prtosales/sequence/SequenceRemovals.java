package app.prtosales.sequence;

import app.prtosales.delivery.Audience;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Sequence;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Status;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Response;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Responses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Has a placement taken out of its sequences once it may no longer be used there (R5.3, R5.4,
/// R5.5, R5.6). Whoever was asked to add it and has not answered is told not to, once. An owner who
/// does not confirm the removal is asked once more, and then the owner of rule 2 is asked, as with
/// the task to add it (R2.6).
///
/// It works from the ledger and the recorded responses, so it may run at any time and any number of
/// times.
public final class SequenceRemovals {

    private static final Set<ListName> LISTS = Set.of(ListName.SEQUENCES, ListName.AGREEMENT);

    /// Removal numbers: 1 is for a placement that was taken back, the following ones for color
    /// changes, and those after this one for expirations.
    private static final int OF_EXPIRY = 100;

    /// Added to a removal's number for its reminder and for its email to the owner of rule 2.
    /// Emails to that owner about adding a placement are of the same kind, with smaller numbers.
    private static final int REMINDER = 1_000;

    /// Added to a removal's number for the email that tells the owner of rule 2 not to add the
    /// placement.
    private static final int NOT_TO_ADD = 2 * REMINDER;

    private static final String EXPIRED = "It expired, and nobody extended it.";

    private final Ledger ledger;
    private final Directory directory;
    private final Responses responses;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    public SequenceRemovals(
            Ledger ledger,
            Directory directory,
            Responses responses,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.responses = responses;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// Why the placement has to be taken out.
    ///
    /// @param number the number of the emails about it
    public record Cause(int number, String why) {

        /// The current cause; empty if the placement may be used, or may be used again.
        public static Optional<Cause> of(Placement placement, Instant now) {
            TakenBack back = placement.changes().takenBack();
            if (placement.status().isOver()) {
                boolean retracted = placement.status() == Status.RETRACTED;
                return back == null || !retracted && back.copyOf() == null
                        ? Optional.empty()
                        : Optional.of(new Cause(1, back.reason()));
            }
            if (placement.isExpiredAt(now)) {
                return Optional.of(new Cause(OF_EXPIRY + placement.shelfLife(), EXPIRED));
            }
            return placement.forwardability() == Forwardability.GREEN
                    ? Optional.empty()
                    : placement.changes().turns().stream()
                            .filter(turn -> turn.from() == Forwardability.GREEN)
                            .reduce((earlier, later) -> later)
                            .map(Cause::of);
        }

        private static Cause of(ColorChange turn) {
            return new Cause(turn.number() + 1, turn.reason());
        }
    }

    /// Asks the owner of each sequence that the placement is in or may be in, unless they were
    /// already asked.
    ///
    /// @return the emails to all of these owners
    public List<DeliveryId> ask(Placement placement, Cause cause) {
        return new Round(placement, cause).ask();
    }

    /// Sends all requests that are due by now.
    ///
    /// @return when to look again; null if no further request is planned
    @Nullable Instant remind(Placement placement, Instant now) {
        Optional<Cause> cause = Cause.of(placement, now);
        return cause.isEmpty() ? null : new Round(placement, cause.get()).remind(now);
    }

    /// A sequence that contains the placement according to its owner.
    ///
    /// @param stage empty if nobody confirmed that it is in the sequence
    private record Held(Sequence sequence, String stage) {}

    /// Someone who was asked to add the placement to a sequence and has not answered: they may have
    /// added it, or be about to.
    ///
    /// @param handedOver whether it is the one who was asked instead of the sequence's owner
    private record NotToAdd(Sequence sequence, boolean handedOver) {}

    /// A placement, why it has to be taken out, and the lists at that time.
    private final class Round {

        private final Placement placement;
        private final Cause cause;
        private final Directory lists = directory.with(LISTS);

        Round(Placement placement, Cause cause) {
            this.placement = placement;
            this.cause = cause;
        }

        List<DeliveryId> ask() {
            List<DeliveryId> ids = new ArrayList<>();
            held().forEach(each -> ids.add(ask(each, Asking.FIRST, null)));
            notToAdd().forEach(each -> ids.add(tellNotToAdd(each)));
            return ids;
        }

        @Nullable Instant remind(Instant now) {
            Reminders reminders = new Reminders(ledger, now);
            for (Held each : held()) {
                reminders.askWhoeverIsDue((asking, since) -> ask(each, asking, since));
            }
            return reminders.next();
        }

        private List<Held> held() {
            Map<SequenceId, Sequence> sequences = lists.sequences();
            List<Held> held = new ArrayList<>();
            for (Response each : responses.standing(placement)) {
                if (each instanceof InSequence confirmed) {
                    Optional.ofNullable(sequences.get(confirmed.sequence()))
                            .map(sequence -> new Held(sequence, confirmed.stage()))
                            .ifPresent(held::add);
                }
            }
            return held;
        }

        /// Those who have not been told since they were last asked, whatever the cause was then.
        private List<NotToAdd> notToAdd() {
            Map<SequenceId, Sequence> sequences = lists.sequences();
            Map<SequenceId, Response.OfSequence> answers =
                    SequenceTask.answers(responses.recorded(placement));
            List<Delivery> rows = ledger.about(placement.id().value());
            return rows.stream()
                    .filter(SequenceRemovals::isRequestToAdd)
                    .filter(row -> isUnanswered(row, answers))
                    .filter(row -> rows.stream().noneMatch(later -> isToldAfter(row, later)))
                    .flatMap(row ->
                            Optional.ofNullable(sequences.get(new SequenceId(row.id().recipient())))
                                    .map(each -> new NotToAdd(each, isHandedOver(row)))
                                    .stream())
                    .distinct()
                    .filter(each -> !each.handedOver() || isSomeoneElse(each.sequence()))
                    .toList();
        }

        /// Whether the person who is asked in the owner's place is not the owner.
        private boolean isSomeoneElse(Sequence sequence) {
            return !sequence.handedOverTo(lists.agreement()).equals(sequence.ownerEmail());
        }

        private DeliveryId ask(Held held, Asking asking, @Nullable Instant since) {
            DeliveryId first = toOwner(held.sequence());
            DeliveryId id =
                    switch (asking) {
                        case FIRST -> first;
                        case AGAIN -> first.numbered(REMINDER + first.number());
                        case HANDED_OVER ->
                                toPersonInCharge(
                                        first, REMINDER + cause.number(), held.sequence(), since);
                    };
            return send(held, asking, id, since);
        }

        /// No answer is expected, so nobody is reminded.
        private DeliveryId tellNotToAdd(NotToAdd each) {
            Held unknown = new Held(each.sequence(), "");
            DeliveryId first = toOwner(each.sequence());
            return each.handedOver()
                    ? send(
                            unknown,
                            Asking.HANDED_OVER,
                            toPersonInCharge(
                                    first, NOT_TO_ADD + cause.number(), each.sequence(), null),
                            null)
                    : send(unknown, Asking.FIRST, first, null);
        }

        /// The first email about it to the sequence's current owner.
        private DeliveryId toOwner(Sequence sequence) {
            return OwnEmail.of(
                    new DeliveryId(
                            placement.id().value(),
                            sequence.id().value(),
                            MailKind.SEQUENCE_REMOVAL,
                            cause.number()),
                    ledger::find,
                    row -> OwnEmail.isToOwner(row, sequence));
        }

        /// The email about it to whoever is asked in the owner's place.
        ///
        /// @param since when the owner was first asked; null if emails before that count too
        private DeliveryId toPersonInCharge(
                DeliveryId owners, int number, Sequence sequence, @Nullable Instant since) {
            String to = Reminders.address(Asking.HANDED_OVER, sequence, lists.agreement());
            return OwnEmail.of(
                    new DeliveryId(
                            owners.subject(),
                            owners.recipient(),
                            MailKind.SEQUENCE_HANDED_OVER,
                            number),
                    ledger::find,
                    row ->
                            OwnEmail.isTo(row, to)
                                    && (since == null || !OwnEmail.at(row).isBefore(since)));
        }

        private DeliveryId send(Held held, Asking asking, DeliveryId id, @Nullable Instant since) {
            String to = Reminders.address(asking, held.sequence(), lists.agreement());
            sendOne.planAndSend(
                    id,
                    () ->
                            mails.write(
                                    new MailRequest.SequenceRemoval(
                                            id,
                                            placement,
                                            cause.why(),
                                            held.sequence(),
                                            held.stage(),
                                            to,
                                            isFirstTo(to, id),
                                            asking,
                                            since,
                                            lists.agreement().zone(),
                                            clock.instant())));
            return id;
        }
    }

    private static boolean isRequestToAdd(Delivery row) {
        return row.id().kind() == MailKind.SEQUENCE_TASK
                || isHandedOver(row) && OwnEmail.toFirst(row.id()).number() <= REMINDER;
    }

    private static boolean isHandedOver(Delivery row) {
        return row.id().kind() == MailKind.SEQUENCE_HANDED_OVER;
    }

    /// Whether SES accepted, after a request, an email that tells its recipient to remove the
    /// placement or not to add it.
    private static boolean isToldAfter(Delivery request, Delivery row) {
        boolean tells =
                isHandedOver(request)
                        ? isHandedOver(row) && OwnEmail.toFirst(row.id()).number() > REMINDER
                        : row.id().kind() == MailKind.SEQUENCE_REMOVAL;
        @Nullable Instant asked = request.acceptedAt();
        @Nullable Instant told = row.acceptedAt();
        return tells
                && row.id().recipient().equals(request.id().recipient())
                && asked != null
                && told != null
                && told.isAfter(asked);
    }

    /// Whether SES accepted the request, and nobody has answered it. Whoever removed the placement
    /// before was asked to put it back. An owner who confirmed it is asked to remove it instead.
    private static boolean isUnanswered(
            Delivery row, Map<SequenceId, Response.OfSequence> answers) {
        @Nullable Instant asked = row.acceptedAt();
        return asked != null
                && switch (answers.get(new SequenceId(row.id().recipient()))) {
                    case null -> true;
                    case Response.Removed out -> out.at().isBefore(asked);
                    case InSequence in -> isHandedOver(row) && in.at().isBefore(asked);
                    case Response.Declined no -> false;
                };
    }

    private boolean isFirstTo(String address, DeliveryId mail) {
        return ledger.about(mail.subject()).stream()
                .filter(row -> row.id().kind().audience() == Audience.SEQUENCE_OWNER)
                .filter(row -> row.id().recipient().equals(mail.recipient()))
                .filter(row -> row.acceptedAt() != null)
                .noneMatch(row -> OwnEmail.isTo(row, address));
    }
}
