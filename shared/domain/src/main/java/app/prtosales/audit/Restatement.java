package app.prtosales.audit;

import app.prtosales.placement.PlacementId;
import app.prtosales.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure of an emailed week that has changed since (R4.6).
///
/// @param from the value as last reported
/// @param at when the latest of the changes behind it happened
public record Restatement(
        AuditWeek week, Figure figure, Count from, Count to, Instant at, List<Change> why) {

    /// How many changes are listed by name; the figure itself counts all of them.
    public static final int NAMED = 20;

    public Restatement {
        why = List.copyOf(why);
    }

    /// A figure that can change after it was emailed.
    public enum Figure {
        REACHED_IN_24H(Question.REACHED_IN_24H.inFull()),
        IN_ACTIVE_SEQUENCE(Question.IN_ACTIVE_SEQUENCE.inFull()),
        REFERENCED_IN_DEAL(Question.REFERENCED_IN_DEAL.inFull()),
        DEALS_TOUCHED("Deals touched.");

        private final String inFull;

        Figure(String inFull) {
            this.inFull = inFull;
        }

        static Figure of(Question question) {
            return switch (question) {
                case REACHED_IN_24H -> REACHED_IN_24H;
                case IN_ACTIVE_SEQUENCE -> IN_ACTIVE_SEQUENCE;
                case REFERENCED_IN_DEAL -> REFERENCED_IN_DEAL;
            };
        }

        /// The figure's name for readers.
        public String inFull() {
            return inFull;
        }

        public String word() {
            return Words.of(this);
        }

        /// `4 of 5`; for deals, just their number.
        public String said(Count count) {
            return this == DEALS_TOUCHED ? Integer.toString(count.yes()) : count.toString();
        }
    }

    /// One placement's part in the change.
    ///
    /// @param change in words, such as `no → yes: 48 of 48 reps reached within 24 hours`
    /// @param answer the answer since then; null for a deal, and if the placement left the week
    public record Change(
            PlacementId placement, String headline, String change, @Nullable Answer answer) {}

    /// What the emails after the week's own said about a figure.
    ///
    /// @param count the value as last reported
    /// @param at when the latest of these emails was computed
    /// @param changes those that they listed, earliest first
    record Reported(Count count, Instant at, List<Change> changes) {

        Reported then(Reported later) {
            List<Change> all = new ArrayList<>(changes);
            all.addAll(later.changes);
            return new Reported(later.count, later.at, all);
        }
    }
}
