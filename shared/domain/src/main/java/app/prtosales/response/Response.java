package app.prtosales.response;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody recorded about a placement from a mail.
public sealed interface Response {

    /// Who: a rep's id or, for a sequence, the sequence's.
    String person();

    Instant at();

    /// Tells it from the others about the same placement; recording it again has the same key.
    String key();

    /// *Got it.*
    record Acknowledged(String person, Instant at) implements Response {
        @Override
        public String key() {
            return "acknowledged#" + person;
        }
    }

    /// The placement was used on a deal (protocol, "reference").
    ///
    /// @param account an account's id from the directory; null when it was typed
    /// @param accountName its name, as it was when this was recorded
    /// @param how in which way it was used
    record Referenced(
            String person, Instant at, @Nullable String account, String accountName, How how)
            implements Response {
        @Override
        public String key() {
            return "referenced#%s#%s".formatted(person, account == null ? accountName : account);
        }
    }

    /// The owner put it into a stage of the sequence (R2.2).
    ///
    /// @param person the sequence's id
    record InSequence(String person, Instant at, String stage) implements Response {
        @Override
        public String key() {
            return "in-sequence#" + person;
        }
    }
}
