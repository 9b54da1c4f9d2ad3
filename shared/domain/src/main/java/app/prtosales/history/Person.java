package app.prtosales.history;

import app.prtosales.text.Digest;
import java.util.Locale;

/// Somebody who signed in.
///
/// @param id reveals nothing by itself, and is the same each time this address signs in
public record Person(String id, String email) {

    public static Person withEmail(String email) {
        return new Person(idOf(email), email);
    }

    /// The id that stands for this address in the ledger, the history and links.
    public static String idOf(String email) {
        return "u-" + Digest.of(email.strip().toLowerCase(Locale.ROOT)).substring(0, 16);
    }
}
