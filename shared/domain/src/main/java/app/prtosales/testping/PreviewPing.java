package app.prtosales.testping;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.intake.Reading;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmissionReader;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.text.FieldError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows what a given rep would get, using the code that writes the real emails. Nothing is stored
/// or sent.
public final class PreviewPing {

    /// Stands for the submitter, because a preview has none.
    private static final String NOBODY = "preview";

    private final Placements placements;
    private final Directory directory;
    private final MailWriter mails;
    private final InstantSource clock;

    public PreviewPing(
            Placements placements, Directory directory, MailWriter mails, InstantSource clock) {
        this.placements = placements;
        this.directory = directory;
        this.mails = mails;
        this.clock = clock;
    }

    /// The result of a preview.
    public sealed interface Outcome {

        record Shown(OutgoingMail mail) implements Outcome {}

        record Invalid(List<FieldError> errors) implements Outcome {}

        record NoSuchPlacement() implements Outcome {}
    }

    /// @param rep a rep's id, as typed; null for the first rep on the team
    public Outcome preview(PlacementId id, @Nullable String rep) {
        Optional<Placement> placement = placements.find(id);
        return placement.isEmpty() ? new Outcome.NoSuchPlacement() : shown(placement.get(), rep);
    }

    /// Previews a placement that has not been submitted yet.
    public Outcome preview(Submission submission, @Nullable String rep) {
        Instant now = clock.instant();
        return switch (SubmissionReader.read(submission, directory.segmentIds(), now)) {
            case Reading.Invalid(var errors) -> new Outcome.Invalid(with(errors, rep));
            case Reading.Valid valid -> shown(Placement.accepted(valid.draft(), NOBODY, now), rep);
        };
    }

    /// The same as an email to the person who asked for it; empty if there is no preview either.
    Optional<OutgoingMail> test(TestPing test, Person to) {
        Instant now = clock.instant();
        return switch (SubmissionReader.read(test.submission(), directory.segmentIds(), now)) {
            case Reading.Invalid invalid -> Optional.empty();
            case Reading.Valid valid ->
                    rep(directory.roster(), test.rep())
                            .map(rep ->
                                    test(
                                            test.id(),
                                            to,
                                            Placement.accepted(valid.draft(), NOBODY, now),
                                            rep));
        };
    }

    private OutgoingMail test(DeliveryId id, Person to, Placement placement, Rep rep) {
        return mails.write(
                new MailRequest.TestPing(
                        id,
                        to.email(),
                        placement,
                        rep,
                        TargetAccount.worked(
                                directory.accounts(), placement, rep, directory.roster()),
                        directory.agreement()));
    }

    private Outcome shown(Placement placement, @Nullable String id) {
        Roster roster = directory.roster();
        Optional<Rep> rep = typed(roster, id);
        if (rep.isEmpty()) {
            return new Outcome.Invalid(with(List.of(), id));
        }
        return new Outcome.Shown(
                mails.write(
                        new MailRequest.Ping(
                                placement,
                                rep.get(),
                                TargetAccount.worked(
                                        directory.accounts(), placement, rep.get(), roster),
                                directory.agreement(),
                                clock.instant())));
    }

    private List<FieldError> with(List<FieldError> errors, @Nullable String rep) {
        List<FieldError> all = new ArrayList<>(errors);
        if (typed(directory.roster(), rep).isEmpty()) {
            all.add(
                    new FieldError(
                            "rep",
                            rep == null
                                    ? "Add an active rep first: there’s nobody to show it for"
                                    : "Enter the ID of an active rep"));
        }
        return all;
    }

    private Optional<Rep> typed(Roster roster, @Nullable String id) {
        return id == null ? rep(roster, null) : RepId.read(id).flatMap(known -> rep(roster, known));
    }

    private Optional<Rep> rep(Roster roster, @Nullable RepId id) {
        return id != null
                ? roster.find(id).filter(Rep::active)
                : roster.teamAt(clock.instant()).stream().findFirst().flatMap(roster::find);
    }
}
