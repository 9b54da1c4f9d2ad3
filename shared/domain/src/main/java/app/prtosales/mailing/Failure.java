package app.prtosales.mailing;

import app.prtosales.delivery.Audience;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Placement;
import org.jspecify.annotations.Nullable;

/// An email that did not arrive, as reported to ops (R1.12).
///
/// @param placement the placement the email was about; null if it was about none
/// @param mail the kind of email, such as `The coverage email`
/// @param audience the kind of recipient, which decides where the address is fixed
/// @param who a rep's name, or the recipient's role, with the address if the agreement has it;
///   never an id
/// @param reason why it did not arrive
/// @param then what happens next
/// @param arrived true if it did arrive and was marked as spam
public record Failure(
        @Nullable Placement placement,
        String mail,
        Audience audience,
        String who,
        MailFate reason,
        WhatNext then,
        boolean arrived) {

    /// A failed email to a rep.
    public Failure(
            @Nullable Placement placement,
            String mail,
            String who,
            MailFate reason,
            WhatNext then) {
        this(placement, mail, Audience.REP, who, reason, then, false);
    }
}
