package app.prtosales.response;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.kit.ChampionKit;
import app.prtosales.link.Link;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page that an email's link opens.
public sealed interface Opened {

    /// The rep whose link it is; null if it is not a rep's.
    default @Nullable Rep rep() {
        return null;
    }

    /// A rep may acknowledge the ping.
    ///
    /// @param earlier the rep's earlier acknowledgement; null if there is none
    record ToAcknowledge(Placement placement, Rep rep, Response.@Nullable Acknowledged earlier)
            implements Opened {}

    /// A rep may record where the placement was used.
    ///
    /// @param accounts the rep's own accounts, target accounts first
    /// @param standing what the rep recorded and has not undone, first to last
    record ToReference(
            Placement placement, Rep rep, List<TargetAccount> accounts, List<Response> standing)
            implements Opened {}

    /// A rep may read the champion kit and record who received it.
    ///
    /// @param accounts the rep's own accounts, target accounts first
    /// @param standing what the rep recorded and has not undone, first to last
    record ToSendKit(
            Placement placement, Rep rep, List<TargetAccount> accounts, List<Response> standing)
            implements Opened {}

    /// A rep may report what is wrong with their record.
    record ToFixRecord(Placement placement, Rep rep) implements Opened {}

    /// A sequence owner may record the placement's stage, or where it belongs instead.
    ///
    /// @param by the holder of the link; null for older links that do not store it
    /// @param answer the earlier answer; null if there is none
    /// @param others the other active sequences whose owners have not declined, by name; also the
    ///   one that the earlier answer names
    record ToSequence(
            Placement placement,
            Sequence sequence,
            @Nullable Person by,
            Response.@Nullable OfSequence answer,
            List<Sequence> others)
            implements Opened {

        /// Whether the page asks to take it out instead: the owner had added it, and it may not be
        /// used now.
        public boolean asksForRemoval(Instant now) {
            return !ChampionKit.isReady(placement, now)
                    && switch (answer) {
                        case null -> false;
                        case Response.InSequence in -> true;
                        case Response.Removed out -> out.outdatedBy(placement).isEmpty();
                        case Response.Declined declined -> false;
                    };
        }
    }

    /// A sequence owner may confirm that the placement has been taken out.
    ///
    /// @param by the holder of the link; null for older links that do not store it
    /// @param said the confirmation that is recorded already; null if there is none
    record ToRemove(
            Placement placement,
            Sequence sequence,
            @Nullable Person by,
            Response.@Nullable Removed said)
            implements Opened {}

    /// The placement's shelf life has ended, so it can no longer go into a sequence (R5.3).
    ///
    /// @param inSequence whether the owner had confirmed that it was in the sequence
    /// @param prOwner the person to ask if the story is still true; null if the agreement names
    ///   nobody
    record Ended(
            Placement placement, Sequence sequence, boolean inSequence, @Nullable String prOwner)
            implements Opened {}

    /// The placement was withdrawn or retracted; there is nothing left to do.
    record TakenBack(Placement placement) implements Opened {}

    /// The kit may not be sent.
    ///
    /// @param why the reason, as a sentence
    record NoKit(Placement placement, Rep rep, String why) implements Opened {}

    /// The link has expired but would still open something for the person it belongs to, so a new
    /// one can be emailed to them.
    ///
    /// @param placement null if the link opens the audit
    /// @param rep null if it is not a rep's
    /// @param link names its holder if it is about a sequence
    record Expired(@Nullable Placement placement, @Nullable Rep rep, Link link) implements Opened {}

    /// The link is forged, or is about someone or something that no longer exists: the answer is
    /// always the same.
    record NotALink() implements Opened {}
}
