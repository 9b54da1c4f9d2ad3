package app.prtosales.sequence;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.Mailbox;
import app.prtosales.directory.Sequence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which email of a request is for the person who is asked now. A sequence may get another owner
/// while its owner is asked, and a new owner gets emails of their own. Which person an email went
/// to is in its row of the ledger; the emails to later people have higher numbers, so the first one
/// keeps the number that it had in earlier versions.
final class OwnEmail {

    /// Added to an email's number once for each earlier person. The numbers of all emails about a
    /// sequence are smaller than this.
    private static final int PER_PERSON = 3_000;

    /// A further owner gets no email of their own.
    private static final int MAXIMUM_PERSONS = DeliveryId.MAXIMUM_NUMBER / PER_PERSON;

    private OwnEmail() {}

    /// The email for the current person: the one that they got or that still waits; otherwise a new
    /// one.
    ///
    /// @param first the id of the email to the first person
    /// @param isTheirs whether an email that was sent is theirs
    static DeliveryId of(
            DeliveryId first,
            Function<DeliveryId, Optional<Delivery>> rows,
            Predicate<Delivery> isTheirs) {
        List<Delivery> planned = planned(first, rows, isTheirs);
        if (!planned.isEmpty() && isSent(planned.getLast()) && isTheirs.test(planned.getLast())) {
            return planned.getLast().id();
        }
        // Whatever waits is written when it is sent, to whoever is asked then.
        return planned.stream()
                .filter(row -> !isSent(row))
                .map(Delivery::id)
                .findFirst()
                .orElseGet(() -> numbered(first, Math.min(planned.size(), MAXIMUM_PERSONS - 1)));
    }

    /// The latest of the emails to one person after the other.
    static Optional<Delivery> latest(
            DeliveryId first, Function<DeliveryId, Optional<Delivery>> rows) {
        List<Delivery> planned = planned(first, rows, row -> false);
        return planned.isEmpty() ? Optional.empty() : Optional.of(planned.getLast());
    }

    /// The emails to one person after the other, up to the first email that is theirs.
    private static List<Delivery> planned(
            DeliveryId first,
            Function<DeliveryId, Optional<Delivery>> rows,
            Predicate<Delivery> isTheirs) {
        List<Delivery> planned = new ArrayList<>();
        for (int earlier = 0; earlier < MAXIMUM_PERSONS; earlier++) {
            Optional<Delivery> row = rows.apply(numbered(first, earlier));
            if (row.isEmpty()) {
                return planned;
            }
            planned.add(row.get());
            if (isSent(row.get()) && isTheirs.test(row.get())) {
                return planned;
            }
        }
        return planned;
    }

    /// How many other people were asked before the recipient of this email.
    static int earlier(DeliveryId mail) {
        return (mail.number() - 1) / PER_PERSON;
    }

    /// The email of this kind to the first person.
    static DeliveryId toFirst(DeliveryId mail) {
        return mail.numbered(mail.number() - earlier(mail) * PER_PERSON);
    }

    /// The email to the person after this many earlier ones.
    ///
    /// @param first the id of the email to the first person
    static DeliveryId numbered(DeliveryId first, int earlier) {
        return earlier == 0 ? first : first.numbered(first.number() + earlier * PER_PERSON);
    }

    /// Whether an email went to the sequence's current owner. Rows of earlier versions do not say
    /// where it went.
    static boolean isToOwner(Delivery row, Sequence sequence) {
        return row.mailbox() == null
                ? sequence.hadItsOwnerAt(at(row))
                : isTo(row, sequence.ownerEmail());
    }

    static boolean isTo(Delivery row, String address) {
        return row.mailbox() == null || row.mailbox().equals(Mailbox.idOf(address));
    }

    /// When an email was sent or, if it was not, planned.
    static Instant at(Delivery row) {
        @Nullable Instant accepted = row.acceptedAt();
        return Objects.requireNonNullElse(accepted, row.plannedAt());
    }

    private static boolean isSent(Delivery row) {
        return row.state() != DeliveryState.PLANNED;
    }
}
