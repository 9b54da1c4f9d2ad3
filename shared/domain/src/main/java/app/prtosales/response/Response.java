package app.prtosales.response;

import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.text.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody recorded about a placement from a mail. Nothing that was recorded is changed: who
/// thinks better of it records something else about the same [#subject], and the latest stands.
public sealed interface Response {

    /// For this long what was recorded by mistake can be taken back.
    Duration UNDO = Duration.ofHours(24);

    /// About whom: a rep's id or, for a sequence, the sequence's.
    String person();

    /// The id of the person who said so (R5.12).
    default String saidBy() {
        return person();
    }

    Instant at();

    /// What it is an answer to. Of all answers to the same, the one with the highest number stands.
    String subject();

    /// From 1.
    default int number() {
        return 1;
    }

    /// The same at another time and as another number: what is recorded twice differs in nothing
    /// else.
    Response as(Instant at, int number);

    /// Tells it from the others about the same placement; recording it again has the same key.
    default String key() {
        return number() == 1 ? subject() : "again-%d#%s".formatted(number(), subject());
    }

    /// Whoever says it, and when.
    default boolean saysTheSameAs(Response other) {
        return as(Instant.EPOCH, 1).equals(other.as(Instant.EPOCH, 1));
    }

    /// The latest answer to each subject, in the order in which the subjects came.
    static List<Response> standing(Collection<? extends Response> recorded) {
        Map<String, Response> latest = new LinkedHashMap<>();
        for (Response each : recorded) {
            latest.merge(
                    each.subject(),
                    each,
                    (one, other) -> one.number() > other.number() ? one : other);
        }
        return List.copyOf(latest.values());
    }

    /// Those that stand and say that something was done: references, kits sent, sequences.
    static List<Response> counting(Collection<? extends Response> recorded) {
        List<Response> counting = new ArrayList<>(standing(recorded));
        counting.removeIf(each ->
                switch (each) {
                    case Referenced used -> false;
                    case KitSent sent -> false;
                    case InSequence in -> false;
                    case Acknowledged read -> true;
                    case Undone undone -> true;
                    case Declined declined -> true;
                    case Removed removed -> true;
                    case WrongRecord fix -> true;
                });
        return List.copyOf(counting);
    }

    /// What only a rep can record. Who used a story may also be whoever imported that.
    sealed interface OfRep extends Response {

        RepId rep();

        /// The rep's id.
        @Override
        default String person() {
            return rep().value();
        }
    }

    /// *Got it.*
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
    /// @param account an account's id from the directory; null when it was typed
    /// @param accountName its name, as it was when this was recorded
    /// @param how in which way it was used
    /// @param champion who at the customer uses it; null where the rep names nobody
    record Referenced(
            String person,
            Instant at,
            @Nullable AccountId account,
            String accountName,
            How how,
            @Nullable String champion,
            int number)
            implements Response {

        public Referenced(
                String person,
                Instant at,
                @Nullable AccountId account,
                String accountName,
                How how) {
            this(person, at, account, accountName, how, null, 1);
        }

        @Override
        public String subject() {
            return "referenced#%s#%s"
                    .formatted(person, account == null ? accountName : account.value());
        }

        @Override
        public Referenced as(Instant other, int another) {
            return new Referenced(person, other, account, accountName, how, champion, another);
        }
    }

    /// A rep gave the champion kit to a champion (R3.4).
    ///
    /// @param account an account's id from the directory; null when it was typed
    /// @param openDeal whether the directory knew of an open deal there when this was recorded
    /// @param champion the name of who got it
    record KitSent(
            RepId rep,
            Instant at,
            @Nullable AccountId account,
            String accountName,
            boolean openDeal,
            String champion,
            int number)
            implements OfRep {

        /// The champion is a person: the key tells a fingerprint only.
        @Override
        public String subject() {
            return "kit-sent#%s#%s#%s"
                    .formatted(
                            person(),
                            account == null ? accountName : account.value(),
                            Digest.of(champion.toLowerCase(Locale.ROOT)).substring(0, 16));
        }

        @Override
        public KitSent as(Instant other, int another) {
            return new KitSent(rep, other, account, accountName, openDeal, champion, another);
        }
    }

    /// A rep took back what was recorded about a subject.
    record Undone(String person, Instant at, String subject, int number) implements Response {

        @Override
        public Undone as(Instant other, int another) {
            return new Undone(person, other, subject, another);
        }
    }

    /// What the owner of a sequence answers to the question whether a placement is in it. A
    /// sequence has one answer at a time.
    sealed interface OfSequence extends Response {

        SequenceId sequence();

        /// The sequence's id.

        @Override
        default String person() {
            return sequence().value();
        }

        /// The id of the person who answered; null for what was recorded before that was kept.
        @Nullable String by();

        OfSequence answeredBy(@Nullable String who);

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

    /// The owner put it into a stage of the sequence (R2.2).
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

    /// The owner does not put it into the sequence.
    ///
    /// @param elsewhere where it belongs, as the owner says; null where the owner names nothing
    record Declined(
            SequenceId sequence,
            Instant at,
            String reason,
            @Nullable Elsewhere elsewhere,
            int number,
            @Nullable String by)
            implements OfSequence {

        public Declined(
                SequenceId sequence,
                Instant at,
                String reason,
                @Nullable Elsewhere elsewhere,
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

    /// The owner took it out of the sequence (R5.6).
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

    /// A rep says that what we know about them is wrong. It counts for nothing: ops is mailed.
    ///
    /// @param what in the rep's words
    record WrongRecord(RepId rep, Instant at, String what, int number) implements OfRep {

        private static final String FORGOTTEN = "(deleted together with the person)";

        /// The same without the rep's words.
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
