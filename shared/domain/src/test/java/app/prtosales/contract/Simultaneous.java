package app.prtosales.contract;

/// Marks contract tests that need real conditional writes: several callers write the same item at
/// the same moment, and only one of them may succeed.
///
/// An emulator that checks a condition and writes in two separate steps fails these tests. There,
/// `-DexcludedGroups` skips them (docs/testing.md, "Another AWS").
final class Simultaneous {

    /// The JUnit tag.
    static final String TAG = "simultaneous";

    private Simultaneous() {}
}
