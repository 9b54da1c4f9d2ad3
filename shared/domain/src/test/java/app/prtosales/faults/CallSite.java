package app.prtosales.faults;

/// One call to the outside in the life of a placement.
///
/// @param operation which of ours made it
/// @param call the port and the method
/// @param about the mail it is about, or the list; empty where a call is about neither
/// @param number tells equal calls of an operation apart, from 1
record CallSite(String operation, String call, String about, int number) {

    @Override
    public String toString() {
        return "%s: %s(%s) #%d".formatted(operation, call, about, number);
    }
}
