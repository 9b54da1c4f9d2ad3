package app.prtosales.bench;

import app.prtosales.aws.mail.SystemPace;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Postman;
import app.prtosales.delivery.SendingAccount;
import app.prtosales.delivery.SendingTurns;
import app.prtosales.mailing.PingQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/// Simulates in virtual time how fast senders work through a team's emails: the real pacing, with a
/// model of a chunk around it. Eight emails run at once; each is claimed, sent to SES and recorded.
/// When a chunk's last email has ended, the queue delivers the next chunk, which begins with its
/// reads. The duration of each step varies by up to half.
final class VirtualSenders {

    private static final int MAILS_AT_ONCE = 8;
    private static final Duration TABLE_CALL = Duration.ofMillis(6);
    private static final Duration SES_CALL = Duration.ofMillis(80);
    private static final Duration NEXT_MESSAGE = Duration.ofMillis(60);
    private static final Duration CHUNK_START = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Random chance = new Random(20_261_124);
    private final SharedTurns turns = new SharedTurns();
    private final int perSecond;
    private final int senders;

    /// @param perSecond SES's sending rate
    VirtualSenders(int perSecond, int senders) {
        this.perSecond = perSecond;
        this.senders = senders;
    }

    /// @param share the share of SES's rate that was used, over the whole time
    /// @param most the most emails that reached SES within any one second
    record Outcome(double share, int most) {}

    /// Each sender sends its share; turns are granted in the order in which they are requested.
    Outcome send(int mails) {
        List<Sender> sending = new ArrayList<>();
        for (int sender = 0; sender < senders; sender++) {
            sending.add(new Sender(mails / senders));
        }
        List<Long> arrivals = new ArrayList<>();
        while (sending.stream().anyMatch(Sender::hasMails)) {
            Sender next =
                    sending.stream()
                            .filter(Sender::hasMails)
                            .min(Comparator.comparingLong(Sender::asksAt))
                            .orElseThrow();
            arrivals.add(next.mail());
        }
        Collections.sort(arrivals);
        double seconds = (double) (arrivals.getLast() - arrivals.getFirst()) / SECOND;
        return new Outcome((arrivals.size() - 1) / seconds / perSecond, mostInASecond(arrivals));
    }

    /// A function that processes message after message.
    private final class Sender {

        private final Time time = new Time();
        private final SystemPace pace =
                new SystemPace(new Quota(), senders, turns, time::instant, time);
        private final PriorityQueue<Long> free = new PriorityQueue<>();
        private int left;
        private int leftOfChunk;
        private long end;
        private long wentAt;

        Sender(int mails) {
            left = mails;
            beginChunk();
        }

        boolean hasMails() {
            return left > 0;
        }

        /// An email asks for its turn after the previous one got its own.
        long asksAt() {
            return perSecond < senders ? Math.max(wentAt, free.element()) : free.element();
        }

        /// Sends the next email.
        ///
        /// @return when SES receives it
        long mail() {
            time.now = asksAt();
            free.remove();
            if (!pace.await(time.instant().plus(PATIENCE))) {
                throw new IllegalStateException("a turn came later than a sender waits for one");
            }
            wentAt = time.now;
            long claimed = time.now + about(TABLE_CALL);
            long answered = claimed + about(SES_CALL);
            long recorded = answered + about(TABLE_CALL);
            free.add(recorded);
            end = Math.max(end, recorded);
            left--;
            leftOfChunk--;
            if (leftOfChunk == 0) {
                beginChunk();
            }
            return claimed + (answered - claimed) / 2;
        }

        private void beginChunk() {
            long begin = end + about(NEXT_MESSAGE) + about(CHUNK_START);
            free.clear();
            free.addAll(Collections.nCopies(MAILS_AT_ONCE, begin));
            leftOfChunk = PingQueue.CHUNK;
        }
    }

    private long about(Duration time) {
        return (long) (time.toNanos() * (0.5 + chance.nextDouble()));
    }

    private static int mostInASecond(List<Long> arrivals) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < arrivals.size(); last++) {
            while (arrivals.get(last) - arrivals.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static final class Time implements SystemPace.Time {

        private long now;

        Instant instant() {
            return Instant.EPOCH.plusNanos(now);
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void sleepUntil(long then) {
            now = Math.max(now, then);
        }
    }

    /// Nothing races in virtual time, and turns are taken in advance, so the calls take no time.
    private static final class SharedTurns implements SendingTurns {

        private Optional<Instant> last = Optional.empty();

        @Override
        public Optional<Instant> last() {
            return last;
        }

        @Override
        public boolean take(Optional<Instant> before, Instant turn) {
            last = Optional.of(turn);
            return true;
        }
    }

    /// Reports SES's quota; nothing is actually sent.
    private final class Quota implements Postman {

        @Override
        public Handover send(OutgoingMail mail) {
            throw new IllegalStateException("nothing is sent in virtual time");
        }

        @Override
        public SendingAccount account() {
            return new SendingAccount(perSecond, Long.MAX_VALUE, 0);
        }
    }
}
