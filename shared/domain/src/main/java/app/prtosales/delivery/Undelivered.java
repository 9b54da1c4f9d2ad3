package app.prtosales.delivery;

import java.time.Instant;

/// Why a mail that SES took did not arrive.
///
/// @param at when SES says that it failed
/// @param reason in words, without an address
public record Undelivered(Kind kind, Instant at, String reason) {

    /// How it failed. The first kinds outweigh the later ones.
    public enum Kind {
        /// A Permanent bounce: the address takes no mail.
        BOUNCED,
        /// SES did not send it: the address is on a list of addresses that bounced or complained.
        SUPPRESSED,
        /// SES has stopped trying, or got an answer that it calls Transient or Undetermined, such
        /// as an out-of-office notice: a Delivery may still come.
        GIVEN_UP
    }
}
