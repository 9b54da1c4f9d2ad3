package app.prtosales.contract;

/// Marks the facts of a contract that only a store with real conditional writes keeps: several
/// callers write the same item at the same moment, and one of them wins.
///
/// An emulator that checks a condition and writes in two steps fails them. `-DexcludedGroups`
/// leaves them out there (docs/testing.md, "Another AWS").
final class Simultaneous {

    /// The JUnit tag.
    static final String TAG = "simultaneous";

    private Simultaneous() {}
}
