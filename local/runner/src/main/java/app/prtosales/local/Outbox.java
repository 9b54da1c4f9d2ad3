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

/// The messages, events and emails that an endpoint accepted from the functions, and those that are
/// still to be delivered.
final class Outbox {

    private final InstantSource real;
    private final List<Mail> mails = new ArrayList<>();
    private final Map<String, Instant> messages = new LinkedHashMap<>();
    private final Map<String, Mail> unreported = new LinkedHashMap<>();
    private final Set<String> reported = new HashSet<>();
    private final Set<String> unsupported = new TreeSet<>();
    private int events;

    /// @param real the time source for the endpoint's delays
    Outbox(InstantSource real) {
        this.real = real;
    }

    /// SES accepted an email.
    synchronized void mail(Mail mail) {
        mails.add(mail);
        if (!reported.contains(mail.messageId())) {
            unreported.put(mail.messageId(), mail);
        }
    }

    /// The endpoint does not support this operation.
    synchronized void noteUnsupported(String operation) {
        unsupported.add(operation);
    }

    synchronized Set<String> unsupported() {
        return Set.copyOf(unsupported);
    }

    /// A queue accepted a message.
    synchronized void message(String id, Duration delay) {
        messages.put(id, real.instant().plus(delay));
    }

    /// The bus accepted an event that a rule sends to a queue.
    synchronized void event() {
        events++;
    }

    /// A message was received from a queue.
    synchronized void received(String id) {
        messages.remove(id);
    }

    /// An event was received from a queue.
    synchronized void receivedEvent() {
        events = Math.max(0, events - 1);
    }

    /// SES reported the final outcome of the email.
    synchronized void reported(String messageId) {
        reported.add(messageId);
        unreported.remove(messageId);
    }

    /// Drops everything that is still outstanding.
    synchronized void forget() {
        messages.clear();
        events = 0;
        unreported.clear();
    }

    /// Whether something should arrive in a queue within this time.
    synchronized boolean expects(Duration within) {
        Instant until = real.instant().plus(within);
        return events > 0 || messages.values().stream().anyMatch(at -> !at.isAfter(until));
    }

    /// The number of messages that a queue still delays.
    synchronized int heldBack() {
        return messages.size();
    }

    /// The emails whose final outcome SES has not reported.
    synchronized List<Mail> unreported() {
        return List.copyOf(unreported.values());
    }

    /// Every email that SES accepted with this text in its subject.
    synchronized List<Mail> mails(String subject) {
        return mails.stream().filter(each -> each.subject().contains(subject)).toList();
    }

    synchronized int nextMail() {
        return mails.size() + 1;
    }
}
