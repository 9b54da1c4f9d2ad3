package app.prtosales.delivery;

import java.time.Instant;

/// Why an email that SES accepted did not arrive.
///
/// @param at when it failed, according to SES
/// @param reason in words, without an address
public record Undelivered(Kind kind, Instant at, String reason) {

    /// How it failed. Earlier kinds take precedence over later ones.
    public enum Kind {
        /// A Permanent bounce: the address accepts no email.
        BOUNCED,
        /// SES did not send it: the address is on its list of addresses that bounced or complained.
        SUPPRESSED,
        /// SES has stopped trying, or received a reply that it calls Transient or Undetermined,
        /// such as an out-of-office notice; a Delivery event may still arrive.
        GIVEN_UP
    }
}
