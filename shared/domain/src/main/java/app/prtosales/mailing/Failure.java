package app.prtosales.mailing;

import app.prtosales.delivery.Audience;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Placement;
import org.jspecify.annotations.Nullable;

/// A mail that did not arrive, as ops is told of it (R1.12).
///
/// @param placement what the mail was about; null for a mail about no placement
/// @param mail what it was, such as `The coverage email`
/// @param audience whose it was: there the address is to be fixed
/// @param who a rep's name, or whose mail it was, in words; never an id or an address
/// @param reason why it did not arrive
/// @param then what happens now
/// @param arrived it did arrive, and was marked as spam
public record Failure(
        @Nullable Placement placement,
        String mail,
        Audience audience,
        String who,
        MailFate reason,
        WhatNext then,
        boolean arrived) {

    /// One to a rep that did not arrive.
    public Failure(
            @Nullable Placement placement,
            String mail,
            String who,
            MailFate reason,
            WhatNext then) {
        this(placement, mail, Audience.REP, who, reason, then, false);
    }
}
