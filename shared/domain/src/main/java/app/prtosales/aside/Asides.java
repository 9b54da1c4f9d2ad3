package app.prtosales.aside;

import java.util.List;

/// What could not be read and was put aside. Whatever reads the table adds to it; the tick looks at
/// it again.
public interface Asides {

    /// All that lies aside, in the order of where it lies.
    List<Aside> open();

    /// Reads it once more. Where it can be read now, or is gone, it is aside no longer, and what it
    /// was due for is due again.
    ///
    /// @return whether it is aside no longer
    boolean takeUp(Aside aside);

    /// Ops knows of these.
    void told(List<Aside> asides);
}
