package app.prtosales.response;

import app.prtosales.directory.Sequence;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.Interruption;
import app.prtosales.placement.Placement;
import app.prtosales.text.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something a person recorded about a placement from an email. Responses are never changed: anyone
/// who changes their mind records another response to the same [#subject], and the latest one
/// stands. Of what reps did in deals, everything stands until it is undone.
public sealed interface Response {

    /// How long a response recorded by mistake can be undone.
    Duration UNDO = Duration.ofHours(24);

    /// The id of the rep or sequence that the response is from.
    String person();

    /// The id of the person who gave the response (R5.12).
    default String saidBy() {
        return person();
    }

    Instant at();

    /// The question this responds to. Of all responses with the same subject, the one with the
    /// highest number stands, except for [OfDeal]. It is stored, so it contains ids and names as
    /// they were recorded.
    String subject();

    /// Counts from 1; below that, for a response about a copy that was merged.
    default int number() {
        return 1;
    }

    /// Whether it was recorded so recently that it can be undone.
    default boolean canBeUndoneAt(Instant now) {
        return !at().isBefore(now.minus(UNDO));
    }

    /// The same response with another time and number; repeated responses differ in nothing else.
    Response as(Instant at, int number);

    /// Identifies a response among all others about the same placement; recording it again produces
    /// the same key.
    default String key() {
        return number() == 1 ? subject() : "again-%d#%s".formatted(number(), subject());
    }

    /// Whether both say the same, regardless of when and with which number.
    default boolean saysTheSameAs(Response other) {
        return as(Instant.EPOCH, 1).equals(other.as(Instant.EPOCH, 1));
    }

    /// The responses that count: about deals, all that were not undone, first to last; about any
    /// other subject, the latest.
    static List<Response> standing(Collection<? extends Response> recorded) {
        Map<String, List<Response>> bySubject = new LinkedHashMap<>();
        recorded.stream()
                .sorted(Comparator.comparingInt(Response::number))
                .forEach(each ->
                        settle(
                                bySubject.computeIfAbsent(
                                        each.subject(), none -> new ArrayList<>()),
                                each));
        return bySubject.values().stream()
                .flatMap(stands -> stands.stream().sorted(Comparator.comparing(Response::at)))
                .toList();
    }

    private static void settle(List<Response> stands, Response next) {
        switch (next) {
            case OfDeal deal -> stands.add(deal);
            case Undone undone -> stands.removeIf(undone::undoes);
            case OfSequence answer -> replace(stands, answer);
            case Acknowledged read -> replace(stands, read);
            case WrongRecord fix -> replace(stands, fix);
        }
    }

    private static void replace(List<Response> stands, Response latest) {
        stands.clear();
        stands.add(latest);
    }

    /// A response that only a rep can record. A reference is not one, because it can also come from
    /// an import.
    sealed interface OfRep extends Response {

        RepId rep();

        /// The rep's id.
        @Override
        default String person() {
            return rep().value();
        }
    }

    /// Something a rep did with the placement in a deal. A further response about the same use or
    /// kit ([SameUse]), such as a second champion, stands alongside the first and does not replace
    /// it.
    sealed interface OfDeal extends Response {

        /// The account's id in the directory; null if the name was typed.
        @Nullable AccountId account();

        /// The account's name when this was recorded.
        String accountName();

        /// The person at the customer; null if the rep names nobody.
        @Nullable String champion();

        /// Whether the champion, on an open deal, received the placement or its kit (R3.4).
        boolean arms();

        /// The account's id or, if it has none, its name.
        default String where() {
            AccountId known = account();
            return known == null ? accountName() : known.value();
        }
    }

    /// A rep pressed *Got it*.
    record Acknowledged(RepId rep, Instant at) implements OfRep {

        @Override
        public String subject() {
            return "acknowledged#" + person();
        }

        @Override
        public Acknowledged as(Instant other, int number) {
            return new Acknowledged(rep, other);
        }
    }

    /// The placement was used in a deal (protocol, "reference").
    ///
    /// @param account the account's id in the directory; null if the name was typed
    /// @param accountName the account's name when this was recorded
    /// @param openDeal whether the directory showed an open deal at the account when this was
    ///   recorded
    /// @param how how the placement was used
    /// @param champion the person at the customer it was used with; null if the rep names nobody
    record Referenced(
            String person,
            Instant at,
            @Nullable AccountId account,
            String accountName,
            boolean openDeal,
            How how,
            @Nullable String champion,
            int number)
            implements OfDeal {

        /// A use that names no champion.
        public Referenced(
                String person,
                Instant at,
                @Nullable AccountId account,
                String accountName,
                How how) {
            this(person, at, account, accountName, false, how, null, 1);
        }

        @Override
        public String subject() {
            return "referenced#%s#%s".formatted(person, where());
        }

        @Override
        public boolean arms() {
            return openDeal && champion != null && how == How.SENT_TO_THE_CUSTOMER;
        }

        @Override
        public Referenced as(Instant other, int another) {
            return new Referenced(
                    person, other, account, accountName, openDeal, how, champion, another);
        }
    }

    /// A rep sent the champion kit to a champion (R3.4).
    ///
    /// @param account the account's id in the directory; null if the name was typed
    /// @param openDeal whether the directory showed an open deal at the account when this was
    ///   recorded
    /// @param champion the name of the person who received it
    record KitSent(
            RepId rep,
            Instant at,
            @Nullable AccountId account,
            String accountName,
            boolean openDeal,
            String champion,
            int number)
            implements OfRep, OfDeal {

        /// A champion is a person, so the subject contains only a fingerprint of the name.
        @Override
        public String subject() {
            return "kit-sent#%s#%s#%s"
                    .formatted(
                            person(),
                            where(),
                            Digest.of(champion.toLowerCase(Locale.ROOT)).substring(0, 16));
        }

        @Override
        public boolean arms() {
            return openDeal;
        }

        @Override
        public KitSent as(Instant other, int another) {
            return new KitSent(rep, other, account, accountName, openDeal, champion, another);
        }
    }

    /// A rep undid a response to a subject.
    ///
    /// @param first the number of that response; 1 for an undo from an earlier version, which undid
    ///   everything recorded on the subject until then
    /// @param last the same number; for an undo from an earlier version, one less than its own
    record Undone(String person, Instant at, String subject, int first, int last, int number)
            implements Response {

        public Undone(String person, Instant at, String subject, int undone, int number) {
            this(person, at, subject, undone, undone, number);
        }

        /// The same undo among responses that are numbered from elsewhere.
        Undone shifted(int by) {
            return new Undone(person, at, subject, first + by, last + by, number + by);
        }

        boolean undoes(Response other) {
            return other.subject().equals(subject)
                    && other.number() >= first
                    && other.number() <= last;
        }

        @Override
        public Undone as(Instant other, int another) {
            return new Undone(person, other, subject, first, last, another);
        }
    }

    /// A sequence owner's answer to whether a placement is in the sequence. Only one answer per
    /// sequence stands at a time.
    sealed interface OfSequence extends Response {

        SequenceId sequence();

        /// The sequence's id.
        @Override
        default String person() {
            return sequence().value();
        }

        /// The id of the person who answered; null for older responses that do not store it.
        @Nullable String by();

        OfSequence answeredBy(@Nullable String who);

        /// The first time after this answer in which the placement could not be used; empty if the
        /// answer still holds. What an owner put into a sequence or took out has to be answered
        /// again after such a time; what does not fit the sequence does not.
        default Optional<Interruption> outdatedBy(Placement placement) {
            return switch (this) {
                case Declined stays -> Optional.empty();
                case InSequence in -> placement.interruptionAfter(in.at());
                case Removed out -> placement.interruptionAfter(out.at());
            };
        }

        /// The stage that the owner put the placement into, if the sequence still has it.
        default Optional<String> stageIn(Sequence sequence) {
            return this instanceof InSequence in ? sequence.stage(in.stage()) : Optional.empty();
        }

        @Override
        default String saidBy() {
            return by() == null ? person() : by();
        }

        @Override
        default boolean saysTheSameAs(Response other) {
            return other instanceof OfSequence answer
                    && answeredBy(null)
                            .as(Instant.EPOCH, 1)
                            .equals(answer.answeredBy(null).as(Instant.EPOCH, 1));
        }

        @Override
        default String subject() {
            return "in-sequence#" + person();
        }
    }

    /// The owner put the placement into a stage of the sequence (R2.2).
    record InSequence(
            SequenceId sequence, Instant at, String stage, int number, @Nullable String by)
            implements OfSequence {

        public InSequence(SequenceId sequence, Instant at, String stage, int number) {
            this(sequence, at, stage, number, null);
        }

        public InSequence(SequenceId sequence, Instant at, String stage) {
            this(sequence, at, stage, 1);
        }

        @Override
        public InSequence as(Instant other, int another) {
            return new InSequence(sequence, other, stage, another, by);
        }

        @Override
        public InSequence answeredBy(@Nullable String who) {
            return new InSequence(sequence, at, stage, number, who);
        }
    }

    /// The owner does not put the placement into the sequence.
    ///
    /// @param elsewhere where it belongs instead; null if the owner does not say
    record Declined(
            SequenceId sequence,
            Instant at,
            String reason,
            @Nullable BetterPlace elsewhere,
            int number,
            @Nullable String by)
            implements OfSequence {

        public Declined(
                SequenceId sequence,
                Instant at,
                String reason,
                @Nullable BetterPlace elsewhere,
                int number) {
            this(sequence, at, reason, elsewhere, number, null);
        }

        @Override
        public Declined as(Instant other, int another) {
            return new Declined(sequence, other, reason, elsewhere, another, by);
        }

        @Override
        public Declined answeredBy(@Nullable String who) {
            return new Declined(sequence, at, reason, elsewhere, number, who);
        }
    }

    /// The owner took the placement out of the sequence (R5.6).
    record Removed(SequenceId sequence, Instant at, int number, @Nullable String by)
            implements OfSequence {

        public Removed(SequenceId sequence, Instant at, int number) {
            this(sequence, at, number, null);
        }

        @Override
        public Removed as(Instant other, int another) {
            return new Removed(sequence, other, another, by);
        }

        @Override
        public Removed answeredBy(@Nullable String who) {
            return new Removed(sequence, at, number, who);
        }
    }

    /// A rep reports that our record about them is wrong. It is emailed to ops and counts in no
    /// figure.
    ///
    /// @param what the report in the rep's own words
    record WrongRecord(RepId rep, Instant at, String what, int number) implements OfRep {

        private static final String FORGOTTEN = "(deleted together with the person)";

        /// The same report with the rep's words removed.
        public WrongRecord forgotten() {
            return new WrongRecord(rep, at, FORGOTTEN, number);
        }

        @Override
        public String subject() {
            return "record-fix#" + person();
        }

        @Override
        public WrongRecord as(Instant other, int another) {
            return new WrongRecord(rep, other, what, another);
        }
    }
}
