package app.prtosales.local;

import app.prtosales.local.edges.Mail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the functions handed to an endpoint, and what of it has not come back yet: messages,
/// events, and what became of mails.
final class Outbox {

    private final InstantSource real;
    private final List<Mail> mails = new ArrayList<>();
    private final Map<String, Instant> messages = new LinkedHashMap<>();
    private final Map<String, Mail> untold = new LinkedHashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> lacks = new TreeSet<>();
    private int events;

    /// @param real the time by which the endpoint's delays pass
    Outbox(InstantSource real) {
        this.real = real;
    }

    /// A mail that SES took.
    synchronized void mail(Mail mail) {
        mails.add(mail);
        if (!told.contains(mail.messageId())) {
            untold.put(mail.messageId(), mail);
        }
    }

    /// The endpoint has no such operation.
    synchronized void lacks(String operation) {
        lacks.add(operation);
    }

    synchronized Set<String> lacks() {
        return Set.copyOf(lacks);
    }

    /// A message that a queue took.
    synchronized void message(String id, Duration delay) {
        messages.put(id, real.instant().plus(delay));
    }

    /// An event that a bus took and that a rule sends to a queue.
    synchronized void event() {
        events++;
    }

    /// A message came out of a queue.
    synchronized void received(String id) {
        messages.remove(id);
    }

    /// An event came out of a queue.
    synchronized void receivedEvent() {
        events = Math.max(0, events - 1);
    }

    /// SES said how the mail ended.
    synchronized void toldOf(String messageId) {
        told.add(messageId);
        untold.remove(messageId);
    }

    /// Expects nothing of what was taken so far.
    synchronized void forget() {
        messages.clear();
        events = 0;
        untold.clear();
    }

    /// Whether something should be in a queue within this time.
    synchronized boolean expects(Duration within) {
        Instant until = real.instant().plus(within);
        return events > 0 || messages.values().stream().anyMatch(at -> !at.isAfter(until));
    }

    /// How many messages a queue still holds back.
    synchronized int heldBack() {
        return messages.size();
    }

    /// The mails of which SES has not said how they ended.
    synchronized List<Mail> untold() {
        return List.copyOf(untold.values());
    }

    /// Every mail that SES took, with this in its subject.
    synchronized List<Mail> mails(String subject) {
        return mails.stream().filter(each -> each.subject().contains(subject)).toList();
    }

    synchronized int nextMail() {
        return mails.size() + 1;
    }
}
