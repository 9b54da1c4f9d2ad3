package app.prtosales.local.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every email that SES accepted, in order: the content of the web inbox. With a folder, emails
/// survive a restart.
public final class MailStore {

    private final @Nullable Path folder;
    private final TreeMap<Integer, Mail> mails = new TreeMap<>();

    /// @param folder the folder for the emails, or null to keep them in memory
    MailStore(@Nullable Path folder) {
        this.folder = folder;
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                    Mail mail = Mail.from(Json.object(Files.readString(file)));
                    mails.put(mail.n(), mail);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (Json.MalformedJson broken) {
            throw new UncheckedIOException(
                    new IOException("an email in " + folder + " cannot be parsed", broken));
        }
    }

    /// Numbers the email and stores it.
    synchronized Mail add(IntFunction<Mail> numbered) {
        Mail mail = numbered.apply(mails.isEmpty() ? 1 : mails.lastKey() + 1);
        mails.put(mail.n(), mail);
        save(mail);
        if (folder != null) {
            write(mail.n() + ".eml", eml(mail));
        }
        return mail;
    }

    /// Records that all of the email's events were delivered.
    synchronized void settle(Mail mail) {
        if (mails.containsKey(mail.n())) {
            Mail settled = mail.nowSettled();
            mails.put(settled.n(), settled);
            save(settled);
        }
    }

    /// All emails, in order.
    public synchronized List<Mail> all() {
        return List.copyOf(mails.values());
    }

    /// The email with this number.
    public synchronized Optional<Mail> find(int n) {
        return Optional.ofNullable(mails.get(n));
    }

    /// Emails to one address whose subject contains a text; an empty argument matches all.
    public synchronized List<Mail> find(String to, String subject) {
        List<Mail> found = new ArrayList<>();
        Collection<Mail> all = mails.values();
        for (Mail mail : all) {
            boolean addressed =
                    to.isEmpty()
                            || mail.to().stream()
                                    .anyMatch(each -> Addresses.bare(each).equalsIgnoreCase(to));
            if (addressed && mail.subject().contains(subject)) {
                found.add(mail);
            }
        }
        return found;
    }

    /// The email in MIME format.
    public String eml(Mail mail) {
        return MimeWriter.write(
                mail.headers(),
                mail.text(),
                mail.html(),
                mail.attachments(),
                "=_part_" + mail.messageId());
    }

    synchronized long sentSince(Instant instant) {
        return mails.values().stream().filter(each -> each.sentAt().isAfter(instant)).count();
    }

    private void save(Mail mail) {
        write(mail.n() + ".json", Json.text(mail.saved()));
    }

    private void write(String name, String content) {
        if (folder == null) {
            return;
        }
        try {
            Path draft = folder.resolve(name + ".draft");
            Files.writeString(draft, content, StandardCharsets.UTF_8);
            Files.move(
                    draft,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
