package app.prtosales.local.edges;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A standard SQS queue that runs on the product's clock: delays and visibility timeouts end by
/// that clock.
public final class LocalQueue {

    private final QueueDefinition definition;
    private final InstantSource clock;
    private final @Nullable LocalQueue deadLetters;
    private final MessageFiles files;
    private final Map<String, QueueMessage> messages = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();

    LocalQueue(
            QueueDefinition definition,
            InstantSource clock,
            @Nullable LocalQueue deadLetters,
            MessageFiles files) {
        this.definition = definition;
        this.clock = clock;
        this.deadLetters = deadLetters;
        this.files = files;
        files.left().forEach(message -> messages.put(message.id(), message));
    }

    /// The queue as the template declares it.
    public QueueDefinition definition() {
        return definition;
    }

    /// Registers a listener that is called when a message is added or its visibility changes. It is
    /// not called when a delay ends: see [#nextVisible()].
    public void whenSomethingArrives(Runnable listener) {
        listeners.add(listener);
    }

    /// Adds a message with the queue's default delay.
    public QueueMessage send(String body, Map<String, Object> attributes) {
        return send(body, attributes, definition.delay());
    }

    /// Adds a message that becomes visible after a delay.
    public QueueMessage send(String body, Map<String, Object> attributes, Duration delay) {
        Instant now = clock.instant();
        return add(
                new QueueMessage(
                        UUID.randomUUID().toString(),
                        body,
                        attributes,
                        now,
                        now.plus(delay),
                        0,
                        Instant.EPOCH,
                        ""));
    }

    /// Receives up to `max` visible messages and hides each for the visibility timeout. Messages
    /// past their retention period are dropped, and those received too often go to the dead-letter
    /// queue.
    public List<QueueMessage> receive(int max, Duration visibility) {
        List<QueueMessage> received = new ArrayList<>();
        List<QueueMessage> receivedTooOften = new ArrayList<>();
        lock.lock();
        try {
            Instant now = clock.instant();
            for (QueueMessage message : List.copyOf(messages.values())) {
                if (received.size() == max) {
                    break;
                }
                if (message.sentAt().plus(definition.retention()).isBefore(now)) {
                    forget(message.id());
                } else if (!message.visibleAt().isAfter(now)) {
                    if (deadLetters != null
                            && message.receiveCount() >= definition.maxReceiveCount()) {
                        forget(message.id());
                        receivedTooOften.add(message);
                    } else {
                        QueueMessage taken =
                                message.received(
                                        now, now.plus(visibility), UUID.randomUUID().toString());
                        messages.put(taken.id(), taken);
                        files.save(taken.visibleFrom(now));
                        received.add(taken);
                    }
                }
            }
        } finally {
            lock.unlock();
        }
        LocalQueue next = deadLetters;
        if (next != null) {
            receivedTooOften.forEach(message -> next.add(message.visibleFrom(clock.instant())));
        }
        return received;
    }

    /// Waits in real time until a message is visible, but no longer than `atMost`.
    void awaitVisible(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        lock.lock();
        try {
            while (!anyVisible() && System.nanoTime() < until) {
                long nanos = Math.min(until - System.nanoTime(), 50_000_000L);
                if (nanos > 0) {
                    arrival.awaitNanos(nanos);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// Deletes the message with this receipt handle, if it still exists.
    ///
    /// @return false when no message in the queue has this receipt handle
    public boolean delete(String receipt) {
        lock.lock();
        try {
            Optional<QueueMessage> message = withReceipt(receipt);
            message.ifPresent(found -> forget(found.id()));
            return message.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /// Makes the message visible again after this time, counted from now.
    ///
    /// @return false when no message in the queue has this receipt handle
    public boolean changeVisibility(String receipt, Duration visibility) {
        lock.lock();
        try {
            Optional<QueueMessage> message = withReceipt(receipt);
            message.ifPresent(found ->
                    messages.put(found.id(), found.visibleFrom(clock.instant().plus(visibility))));
            if (message.isEmpty()) {
                return false;
            }
        } finally {
            lock.unlock();
        }
        notifyListeners();
        return true;
    }

    /// When the next message can be received; an instant in the past means now.
    public Optional<Instant> nextVisible() {
        lock.lock();
        try {
            return messages.values().stream().map(QueueMessage::visibleAt).min(Instant::compareTo);
        } finally {
            lock.unlock();
        }
    }

    Instant now() {
        return clock.instant();
    }

    /// Everything in the queue, visible or not.
    public List<QueueMessage> contents() {
        lock.lock();
        try {
            return List.copyOf(messages.values());
        } finally {
            lock.unlock();
        }
    }

    private QueueMessage add(QueueMessage message) {
        lock.lock();
        try {
            messages.put(message.id(), message);
            files.save(message);
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
        notifyListeners();
        return message;
    }

    private void notifyListeners() {
        listeners.forEach(Runnable::run);
    }

    private void forget(String id) {
        messages.remove(id);
        files.remove(id);
    }

    private boolean anyVisible() {
        Instant now = clock.instant();
        return messages.values().stream().anyMatch(each -> !each.visibleAt().isAfter(now));
    }

    private Optional<QueueMessage> withReceipt(String receipt) {
        return messages.values().stream()
                .filter(each -> !receipt.isEmpty() && each.receipt().equals(receipt))
                .findFirst();
    }
}
