package app.prtosales.faults;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.Errand;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/// Simulates AWS and people around the functions: a queue that redelivers failed messages, a tick
/// every minute, an audit every hour, SES's events with their retries, and a person who presses a
/// button again after an error.
final class PretendAws {

    /// How long a failed message stays hidden (`template.yaml`).
    static final Duration HIDDEN = Duration.ofMinutes(12);

    /// Lambda's first retry of an asynchronous call.
    private static final Duration RETRY = Duration.ofMinutes(1);

    /// How soon a person tries again after an error.
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /// The second of each minute at which ticks come.
    private static final int TICK_SECOND = 37;

    private final FaultPlan plan;
    private final Company company;
    private final Function<DeliveryId, List<Report>> ses;
    private final PriorityQueue<Happening> happenings =
            new PriorityQueue<>(
                    Comparator.comparing(Happening::at).thenComparingInt(Happening::number));
    private final List<Instant> acceptedAt = new ArrayList<>();
    private int numbers;
    private int mailsSeen;
    private Instant lastTick = Instant.MIN;

    /// @param ses the events that SES reports for an email that it accepted
    PretendAws(FaultPlan plan, Company company, Function<DeliveryId, List<Report>> ses) {
        this.plan = plan;
        this.company = company;
        this.ses = ses;
    }

    /// An event from SES.
    ///
    /// @param after how long after SES accepted the email the event happens
    /// @param delay how long after that SES reports it
    record Report(Kind kind, Duration after, Duration delay) {

        enum Kind {
            SENT,
            DELIVERED,
            BOUNCED,
            DELAYED,
            COMPLAINED
        }
    }

    private record Happening(
            Instant at, int number, String operation, Duration again, Runnable action) {}

    /// When SES accepted each email.
    List<Instant> acceptedAt() {
        return acceptedAt;
    }

    /// A person does something, and does it again after an error.
    void person(Instant at, String operation, Runnable action) {
        add(at, operation, AGAIN, action);
    }

    void audit(Instant at) {
        add(at, "audit", RETRY, () -> company.runWeeklyAudit.run());
    }

    void run(Instant until) {
        while (true) {
            Instant tick = nextTick();
            Instant next = happenings.isEmpty() ? Instant.MAX : happenings.element().at();
            if (tick.isBefore(next)) {
                if (tick.isAfter(until)) {
                    return;
                }
                company.goTo(tick);
                lastTick = tick;
                plan.within("tick", () -> company.tick());
            } else {
                if (next.isAfter(until)) {
                    return;
                }
                company.goTo(next);
                happen(happenings.remove());
            }
            handOver();
        }
    }

    private void happen(Happening happening) {
        if (!plan.within(happening.operation(), happening.action())) {
            add(
                    happening.at().plus(happening.again()),
                    happening.operation(),
                    happening.again(),
                    happening.action());
        }
    }

    /// The next tick that would find something due; the ticks before it would find nothing.
    private Instant nextTick() {
        return company.placements
                .nextDue()
                .map(due -> due.isBefore(company.now()) ? company.now() : due)
                .map(due -> {
                    Instant tick = due.truncatedTo(ChronoUnit.MINUTES).plusSeconds(TICK_SECOND);
                    Instant first = tick.isBefore(due) ? tick.plusSeconds(60) : tick;
                    return first.isAfter(lastTick) ? first : lastTick.plusSeconds(60);
                })
                .orElse(Instant.MAX);
    }

    /// Continues with what the operation left in the queue and with SES, even if the operation
    /// failed.
    private void handOver() {
        while (!company.queue.messages.isEmpty()) {
            Company.Message message = company.queue.messages.removeFirst();
            String operation =
                    message.followUp()
                            ? "follow-up"
                            : message.reps().isEmpty() ? "planning" : "sending";
            add(company.now().plusSeconds(1), operation, HIDDEN, () -> company.work(message));
        }
        while (!company.queue.errands.isEmpty()) {
            Errand errand = company.queue.errands.removeFirst();
            add(company.now().plusSeconds(30), "errand", HIDDEN, () -> company.run(errand));
        }
        List<OutgoingMail> mails = company.mailbox.mails;
        for (; mailsSeen < mails.size(); mailsSeen++) {
            acceptedAt.add(company.now());
            report(mails.get(mailsSeen).id());
        }
    }

    private void report(DeliveryId id) {
        for (Report each : ses.apply(id)) {
            Instant at = company.now().plus(each.after());
            SesEvent event = event("ses-" + id, at, each.kind());
            add(
                    at.plus(each.delay()),
                    "feedback",
                    RETRY,
                    () -> company.recordFeedback.record(id, event));
        }
    }

    private static SesEvent event(String sesId, Instant at, Report.Kind kind) {
        return switch (kind) {
            case SENT -> new SesEvent.Sent(sesId, at);
            case DELIVERED -> new SesEvent.Delivered(sesId, at);
            case BOUNCED -> new SesEvent.Bounced(sesId, at, true, "550 5.1.1 user unknown", null);
            case DELAYED -> new SesEvent.Delayed(sesId, at);
            case COMPLAINED -> new SesEvent.Complained(sesId, at, null);
        };
    }

    private void add(Instant at, String operation, Duration again, Runnable action) {
        happenings.add(new Happening(at, numbers++, operation, again, action));
    }
}
