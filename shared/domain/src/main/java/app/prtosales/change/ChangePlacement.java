package app.prtosales.change;

import app.prtosales.directory.Directory;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.MergedCopies;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.response.Responses;
import app.prtosales.text.FieldError;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Changes a placement after it was accepted (R1.12, R1.13, R2.1, R2.5, R5.3 to R5.6). Each kind of
/// change has a class of its own. Repeating a request makes the change only once.
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
    private final Supplier<ChangePlacement> deciding;
    private final Function<Seen, ChangePlacement> basedOn;

    public ChangePlacement(
            Placements placements,
            People people,
            Directory directory,
            Announcements announcements,
            JudgePlacement judge,
            Responses responses,
            InstantSource clock) {
        this(
                new ApplyChange(placements, people, announcements, clock),
                placements,
                directory,
                judge,
                responses,
                clock);
    }

    private ChangePlacement(
            ApplyChange changes,
            Placements placements,
            Directory directory,
            JudgePlacement judge,
            Responses responses,
            InstantSource clock) {
        this.deciding =
                () ->
                        new ChangePlacement(
                                changes.withoutWriting(),
                                placements,
                                directory,
                                judge,
                                responses,
                                clock);
        this.basedOn =
                seen ->
                        new ChangePlacement(
                                changes.basedOn(seen),
                                placements,
                                directory,
                                judge,
                                responses,
                                clock);
        EarlierStories earlier = new EarlierStories(placements);
        MergedCopies copies = new MergedCopies(placements);
        withdrawPlacement = new WithdrawPlacement(changes, copies, responses);
        retractPlacement = new RetractPlacement(changes, copies);
        movePublication = new MovePublication(changes, judge, clock);
        exemptFromQuestion = new ExemptFromQuestion(changes);
        turnColor = new TurnColor(changes);
        correctPlacement = new CorrectPlacement(changes, earlier, directory, movePublication);
        attachCopy = new AttachCopy(changes, placements);
        renewShelfLife = new RenewShelfLife(changes);
        resendPing = new ResendPing(changes, judge);
        chooseSequence = new ChooseSequence(changes, directory, responses);
    }

    /// The field errors for which a change would be refused; nothing is stored.
    public List<FieldError> problems(Function<ChangePlacement, ChangeOutcome> change) {
        return change.apply(deciding.get()) instanceof ChangeOutcome.Invalid(var errors)
                ? errors
                : List.of();
    }

    /// The same changes, but each is refused if it would overwrite something newer than what the
    /// person saw.
    public ChangePlacement basedOn(Seen seen) {
        return basedOn.apply(seen);
    }

    /// Withdraws a placement before anyone has been told about it (R1.13).
    public ChangeOutcome withdraw(PlacementId id, @Nullable String reason, Person by) {
        return withdrawPlacement.withdraw(id, reason, by);
    }

    /// Tells everyone who got the story to stop using it (R5.6).
    public ChangeOutcome retract(PlacementId id, @Nullable String reason, Person by) {
        return retractPlacement.retract(id, reason, by);
    }

    /// Moves `P` and everything that depends on it, and keeps both versions (R1.13).
    ///
    /// @param reason required once the deadline has passed
    public ChangeOutcome move(
            PlacementId id,
            @Nullable String publishedAt,
            @Nullable String zone,
            @Nullable String reason,
            Person by) {
        return movePublication.move(id, publishedAt, zone, reason, by);
    }

    /// Exempts a placement from a question, with a reason and a name (R2.5).
    ///
    /// @param name who decided; null if it was the person making the change
    public ChangeOutcome exempt(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by) {
        return exemptFromQuestion.exempt(id, question, reason, name, by);
    }

    /// Undoes an exemption: the question applies after all (R2.5).
    ///
    /// @param name who decided; null if it was the person making the change
    public ChangeOutcome undoExemption(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by) {
        return exemptFromQuestion.undo(id, question, reason, name, by);
    }

    /// Chooses a sequence and a stage by hand, and asks the sequence's owner to confirm (R2.1,
    /// R2.2).
    ///
    /// @param sequence the id of an active sequence
    public ChangeOutcome choose(
            PlacementId id,
            @Nullable String sequence,
            @Nullable String stage,
            @Nullable String reason,
            Person by) {
        return chooseSequence.choose(id, sequence, stage, reason, by);
    }

    /// Changes what reps may do with it (R5.5).
    ///
    /// @param seen the color that the person saw: if someone else has changed it in the meantime,
    ///   the change is refused; null to change it regardless
    public ChangeOutcome turn(
            PlacementId id,
            @Nullable String forwardability,
            @Nullable String seen,
            @Nullable String reason,
            Person by) {
        return turnColor.turn(id, forwardability, seen, reason, by);
    }

    /// Corrects what reps were told about it (R5.6).
    public ChangeOutcome correct(PlacementId id, CorrectionRequest request, Person by) {
        return correctPlacement.correct(id, request, by);
    }

    /// Attaches another publication of the same story; the clock keeps running from the first
    /// publication (R5.4). If it was submitted as a placement of its own, that placement is merged
    /// into the original: nothing more is sent about it.
    public ChangeOutcome attachCopy(
            PlacementId id,
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String reason,
            Person by) {
        return attachCopy.attach(id, url, outlet, reason, by);
    }

    /// Changes the end of its shelf life, because the story is still true, or no longer is (R5.3).
    ///
    /// @param until the last day on which it may be used, in the time zone of its publication
    public ChangeOutcome renew(
            PlacementId id, @Nullable String until, @Nullable String reason, Person by) {
        return renewShelfLife.renew(id, until, reason, by);
    }

    /// Sends the ping again, only to those it did not reach (R1.12).
    public ChangeOutcome resend(PlacementId id, @Nullable String reason, Person by) {
        return resendPing.resend(id, reason, by);
    }
}
