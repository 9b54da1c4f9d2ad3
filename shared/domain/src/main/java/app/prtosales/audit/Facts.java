package app.prtosales.audit;

import app.prtosales.id.AccountId;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.Format;
import app.prtosales.placement.Status;
import app.prtosales.placement.Tone;
import app.prtosales.response.How;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the three answers about a placement rest on, and what else a reader of the audit asks.
///
/// @param zone the outlet's
/// @param acknowledged how many reps said that they read it
/// @param endsAt when its shelf life ends; null where it has no end
/// @param restatedAt when its verdict was last turned by a late event; null where it never was
/// @param confirmed the sequences that their owners put it into, as they were when it was audited
/// @param uses on which deals it was used
/// @param armed named champions on open deals who got the kit, as far as reps recorded it
public record Facts(
        ZoneId zone,
        Format format,
        Tone tone,
        Status status,
        boolean backfill,
        Instant acceptedAt,
        List<String> segments,
        List<String> personas,
        int acknowledged,
        @Nullable Instant endsAt,
        @Nullable Instant restatedAt,
        List<Confirmed> confirmed,
        List<Used> uses,
        int armed) {

    /// Where nothing but the answers is known.
    public static final Facts UNKNOWN =
            new Facts(
                    ZoneOffset.UTC,
                    Format.NEWS_MENTION,
                    Tone.NEUTRAL,
                    Status.JUDGED,
                    false,
                    Instant.EPOCH,
                    List.of(),
                    List.of(),
                    0,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    0);

    public Facts {
        segments = List.copyOf(segments);
        personas = List.copyOf(personas);
        confirmed = List.copyOf(confirmed);
        uses = List.copyOf(uses);
    }

    /// An owner put it into a sequence.
    ///
    /// @param state `active`, `paused` or `archived`; `gone` once it is off the list
    /// @param hasStage whether the sequence still has that stage
    public record Confirmed(
            SequenceId sequence,
            String name,
            String stage,
            Instant at,
            String state,
            boolean hasStage,
            List<String> personas) {

        static final String GONE = "gone";

        public Confirmed {
            personas = List.copyOf(personas);
        }

        /// A placement counts as being in a sequence only while the sequence runs (R2.4).
        public boolean counts() {
            return state.equals("active") && hasStage;
        }
    }

    /// It was used in a deal.
    ///
    /// @param account an account's id; null where a name was typed that is not in the directory
    /// @param target whether it is a target account
    public record Used(
            @Nullable AccountId account, String accountName, boolean target, How how, Instant at) {}
}
