package app.prtosales.faults;

/// The process died: nothing of the operation continues, on any of its threads.
final class Crash extends Error {

    private static final long serialVersionUID = 1;

    Crash() {
        super("the process died", null, false, false);
    }
}
