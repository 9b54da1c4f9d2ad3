package app.prtosales.response;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.link.Link;
import app.prtosales.placement.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a link in a mail opens.
public sealed interface Opened {

    /// A rep may acknowledge.
    ///
    /// @param said what the rep said before; null where nothing was
    record ToAcknowledge(Placement placement, Rep rep, Response.@Nullable Acknowledged said)
            implements Opened {}

    /// A rep may say where it was used.
    ///
    /// @param accounts the rep's own first, target accounts before the others
    /// @param undoable what the rep recorded and can still take back
    record ToReference(
            Placement placement, Rep rep, List<TargetAccount> accounts, List<Response> undoable)
            implements Opened {}

    /// A rep may read the champion kit, and say to whom it went.
    ///
    /// @param accounts the rep's own, those with an open deal before the others
    /// @param undoable what the rep recorded and can still take back
    record ToSendKit(
            Placement placement, Rep rep, List<TargetAccount> accounts, List<Response> undoable)
            implements Opened {}

    /// A rep may say what is wrong about them.
    record ToFixRecord(Placement placement, Rep rep) implements Opened {}

    /// A sequence owner may say in which stage it is, or where else it belongs.
    ///
    /// @param by who holds the link; null for one from before that was kept
    /// @param answer what was answered before; null where nothing was
    /// @param others the other sequences that run, by their names
    record ToSequence(
            Placement placement,
            Sequence sequence,
            @Nullable Person by,
            Response.@Nullable OfSequence answer,
            List<Sequence> others)
            implements Opened {}

    /// A sequence owner may say that it is taken out.
    ///
    /// @param by who holds the link; null for one from before that was kept
    record ToRemove(Placement placement, Sequence sequence, @Nullable Person by)
            implements Opened {}

    /// Its shelf life has ended: it goes into no sequence any more (R5.3).
    ///
    /// @param inSequence whether the owner had confirmed it
    /// @param prOwner whom to ask where it is still true; null where the agreement names nobody
    record Ended(
            Placement placement, Sequence sequence, boolean inSequence, @Nullable String prOwner)
            implements Opened {}

    /// The placement was withdrawn or retracted; there is nothing to do.
    record TakenBack(Placement placement) implements Opened {}

    /// The kit may not be sent.
    ///
    /// @param why in a sentence
    record NoKit(Placement placement, String why) implements Opened {}

    /// It has expired, and would still open something for the person whom it belongs to: a new one
    /// can be mailed to them.
    ///
    /// @param placement null where it opens the audit
    /// @param link names its holder where it is about a sequence
    record Expired(@Nullable Placement placement, Link link) implements Opened {}

    /// Forged, or about somebody or something that is no more: always the same answer.
    record NotALink() implements Opened {}
}
