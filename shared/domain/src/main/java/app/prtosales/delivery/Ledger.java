package app.prtosales.delivery;

import java.util.List;
import java.util.Optional;

/// Every mail to every person, and what became of it. Rows are never deleted.
public interface Ledger {

    /// Adds a planned row.
    ///
    /// @return false when the row is there already, in whatever state; then nothing was written
    boolean add(Delivery planned);

    /// As it is at this moment, not as it was a moment ago.
    Optional<Delivery> find(DeliveryId id);

    /// All rows about a subject: every recipient and kind.
    List<Delivery> about(String subject);

    /// The mails of one subject, kind and number to recipients from one id to another, both
    /// included.
    ///
    /// @param last differs from `first` in its recipient only
    List<Delivery> between(DeliveryId first, DeliveryId last);

    /// Those of [#about] that count for rule 1.
    default List<Delivery> pingsAbout(String subject) {
        return about(subject).stream().filter(row -> row.id().kind().isPing()).toList();
    }

    /// Puts a changed row in the place of the one it was made from.
    ///
    /// @param changed its version must be greater than `before`'s, which must be the stored one
    /// @return false when somebody else changed it first; then nothing was written
    boolean replace(Delivery before, Delivery changed);
}
