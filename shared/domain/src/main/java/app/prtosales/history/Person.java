package app.prtosales.history;

import app.prtosales.text.Digest;
import java.util.Locale;

/// Somebody who signed in.
///
/// @param id tells nothing by itself, and is the same each time this address signs in
public record Person(String id, String email) {

    public static Person withEmail(String email) {
        return new Person(idOf(email), email);
    }

    /// The id under which ledger, history and links know the owner of an address.
    public static String idOf(String email) {
        return "u-" + Digest.of(email.strip().toLowerCase(Locale.ROOT)).substring(0, 16);
    }
}
