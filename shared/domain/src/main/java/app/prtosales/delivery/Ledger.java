package app.prtosales.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every email to every person, with its state. Rows are never deleted.
public interface Ledger {

    /// Adds a planned row.
    ///
    /// @return false if the row already exists, in any state; nothing is written in that case
    boolean add(Delivery planned);

    /// The current row, read consistently.
    Optional<Delivery> find(DeliveryId id);

    /// All rows about a subject, of every recipient and kind.
    List<Delivery> about(String subject);

    /// The emails of one subject, kind and number to the recipients from one id to another,
    /// inclusive.
    ///
    /// @param last differs from `first` only in its recipient
    List<Delivery> between(DeliveryId first, DeliveryId last);

    /// The rows in [#about] that count for rule 1.
    default List<Delivery> pingsAbout(String subject) {
        return about(subject).stream().filter(row -> row.id().kind().isPing()).toList();
    }

    /// Stores changes to a row that are due to time alone.
    ///
    /// @return the current row; the row as it was read if someone else changed it first
    default Delivery settle(Delivery row, Instant now) {
        Delivery settled = row.settled(now);
        return settled.version() == row.version() || replace(row, settled) ? settled : row;
    }

    /// Plans an email again that was canceled for a reason that has passed.
    ///
    /// @return the current row; the row as it was read if it was canceled for another reason or not
    ///   at all, or if someone else changed it first
    default Delivery planAgain(Delivery row, String passed) {
        return passed.equals(row.reason()) ? planAgain(row) : row;
    }

    /// Plans an email again that was canceled for whatever reason.
    ///
    /// @return the current row; the row as it was read if it was not canceled, or if someone else
    ///   changed it first
    default Delivery planAgain(Delivery row) {
        Delivery planned = row.plannedAgain();
        return planned.version() != row.version() && replace(row, planned) ? planned : row;
    }

    /// Replaces a row with its changed version.
    ///
    /// @param changed its version must be greater than `before`'s, which must be the stored one
    /// @return false if someone else changed it first; nothing is written in that case
    boolean replace(Delivery before, Delivery changed);
}
