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

/// The facts behind the three answers about a placement, and other facts shown in the audit.
///
/// @param zone the outlet's time zone
/// @param acknowledged how many reps confirmed having read it
/// @param endsAt when its shelf life ends; null if that is not known
/// @param restatedAt when its recorded verdict last changed; null if it never did
/// @param confirmed the sequences whose owners added it, as they were at the time of the audit
/// @param uses the deals it was used in
/// @param armed the number of named champions on open deals who received the kit, as recorded by
///   reps
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

    /// For a placement of which only the answers are known.
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

    /// A sequence that its owner put the placement into.
    ///
    /// @param state `active`, `paused` or `archived`; `gone` if it is off the list
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

        /// Whether the placement counts as being in the sequence, which it does only while the
        /// sequence is active (R2.4).
        public boolean counts() {
            return state.equals("active") && hasStage;
        }
    }

    /// A use in a deal.
    ///
    /// @param account the account's id; null if the typed name is not in the directory
    /// @param target whether it is a target account
    public record Used(
            @Nullable AccountId account, String accountName, boolean target, How how, Instant at) {}
}
