package app.prtosales.change;

import app.prtosales.directory.Directory;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.response.Responses;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Changes a placement after it was accepted (R1.12, R1.13, R2.1, R2.5, R5.3 to R5.6): every change
/// that there is, each by the class of its name. Asked for twice, a change happens once.
public final class ChangePlacement {

    private final WithdrawPlacement withdrawPlacement;
    private final RetractPlacement retractPlacement;
    private final MovePublication movePublication;
    private final ExemptFromQuestion exemptFromQuestion;
    private final TurnColor turnColor;
    private final CorrectPlacement correctPlacement;
    private final AttachCopy attachCopy;
    private final RenewShelfLife renewShelfLife;
    private final ResendPing resendPing;
    private final ChooseSequence chooseSequence;

    public ChangePlacement(
            Placements placements,
            People people,
            Directory directory,
            Announcements announcements,
            JudgePlacement judge,
            Responses responses,
            InstantSource clock) {
        ApplyChange changes = new ApplyChange(placements, people, announcements, clock);
        EarlierStories earlier = new EarlierStories(placements);
        withdrawPlacement = new WithdrawPlacement(changes);
        retractPlacement = new RetractPlacement(changes);
        movePublication = new MovePublication(changes, judge, clock);
        exemptFromQuestion = new ExemptFromQuestion(changes);
        turnColor = new TurnColor(changes);
        correctPlacement = new CorrectPlacement(changes, earlier, directory, movePublication);
        attachCopy = new AttachCopy(changes, earlier);
        renewShelfLife = new RenewShelfLife(changes);
        resendPing = new ResendPing(changes, judge);
        chooseSequence = new ChooseSequence(changes, directory, responses);
    }

    /// Takes it back before anybody heard of it (R1.13).
    public ChangeOutcome withdraw(PlacementId id, @Nullable String reason, Person by) {
        return withdrawPlacement.withdraw(id, reason, by);
    }

    /// Says "stop using" to everybody who was told of it (R5.6).
    public ChangeOutcome retract(PlacementId id, @Nullable String reason, Person by) {
        return retractPlacement.retract(id, reason, by);
    }

    /// Moves `P`, and with it everything that hangs on it; both versions are kept (R1.13).
    ///
    /// @param reason needed once the deadline has passed
    public ChangeOutcome move(
            PlacementId id,
            @Nullable String publishedAt,
            @Nullable String zone,
            @Nullable String reason,
            Person by) {
        return movePublication.move(id, publishedAt, zone, reason, by);
    }

    /// Says that a question does not apply, with a reason and a name (R2.5).
    ///
    /// @param name on whose word; null where it is the person's own
    public ChangeOutcome exempt(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by) {
        return exemptFromQuestion.exempt(id, question, reason, name, by);
    }

    /// Chooses a sequence and a stage by hand, and has its owner asked (R2.1, R2.2).
    ///
    /// @param sequence the id of an active one
    public ChangeOutcome choose(
            PlacementId id,
            @Nullable String sequence,
            @Nullable String stage,
            @Nullable String reason,
            Person by) {
        return chooseSequence.choose(id, sequence, stage, reason, by);
    }

    /// Turns what a rep may do with it (R5.5).
    ///
    /// @param seen what whoever turns it takes it for: where somebody else has turned it meanwhile,
    ///   nothing happens; null turns it whatever it is
    public ChangeOutcome turn(
            PlacementId id,
            @Nullable String forwardability,
            @Nullable String seen,
            @Nullable String reason,
            Person by) {
        return turnColor.turn(id, forwardability, seen, reason, by);
    }

    /// Puts right what was told of it (R5.6).
    public ChangeOutcome correct(PlacementId id, CorrectionRequest request, Person by) {
        return correctPlacement.correct(id, request, by);
    }

    /// Attaches the same story elsewhere; the clock stays with the first publication (R5.4). One
    /// that was submitted as a placement of its own is folded into the first: nothing more is sent
    /// of it.
    public ChangeOutcome attachCopy(
            PlacementId id,
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String reason,
            Person by) {
        return attachCopy.attach(id, url, outlet, reason, by);
    }

    /// Moves the end of its shelf life: it is still true, or no longer (R5.3).
    ///
    /// @param until the last day on which it may be used, in the zone of its publication
    public ChangeOutcome renew(
            PlacementId id, @Nullable String until, @Nullable String reason, Person by) {
        return renewShelfLife.renew(id, until, reason, by);
    }

    /// Sends the ping once more, to those not reached only (R1.12).
    public ChangeOutcome resend(PlacementId id, @Nullable String reason, Person by) {
        return resendPing.resend(id, reason, by);
    }
}
