package app.prtosales.faults;

/// One outside call in a scenario.
///
/// @param operation the product's operation that made the call
/// @param call the port and the method
/// @param about the email or list that the call is about; empty if it is about neither
/// @param number distinguishes identical calls of one operation, from 1
record CallSite(String operation, String call, String about, int number) {

    @Override
    public String toString() {
        return "%s: %s(%s) #%d".formatted(operation, call, about, number);
    }
}
