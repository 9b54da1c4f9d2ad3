package app.prtosales.aside;

import java.util.List;

/// The items that could not be read and were set aside. Every reader of the table adds to them; the
/// tick tries them again.
public interface Asides {

    /// All items set aside, ordered by key.
    List<Aside> open();

    /// Tries to read the item again. If it can be read now, or is gone, it is no longer set aside,
    /// and any work that was due for it becomes due again.
    ///
    /// @return whether the item is no longer set aside
    boolean pickUp(Aside aside);

    /// Records that ops has been notified of these items.
    void told(List<Aside> asides);
}
