package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.history.People;
import app.prtosales.link.LinkTokens;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.text.Digest;
import app.prtosales.text.FieldError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Performs the one action that an email's link is for; each action has a class of its own (R5.8).
/// Opening a link changes nothing.
public final class RecordResponse {

    private final OpenLink openLink;
    private final ResponseListener listener;
    private final InstantSource clock;
    private final AcknowledgePing acknowledgePing;
    private final UseInDeal useInDeal;
    private final RecordKitSent recordKitSent;
    private final UndoResponse undoResponse;
    private final ReportWrongRecord reportWrongRecord;
    private final AnswerForSequence answerForSequence;
    private final TakeOutOfSequence takeOutOfSequence;

    public RecordResponse(
            Placements placements,
            Directory directory,
            Responses responses,
            People people,
            ResponseListener listener,
            LinkTokens tokens,
            InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
        AddResponse records = new AddResponse(responses, people, directory);
        AccountOnForm accounts = new AccountOnForm(directory);
        openLink = new OpenLink(placements, directory, responses, tokens, clock);
        acknowledgePing = new AcknowledgePing(records, directory, clock);
        useInDeal = new UseInDeal(records, accounts, directory, clock);
        recordKitSent = new RecordKitSent(records, accounts, directory, clock);
        undoResponse = new UndoResponse(records, responses, directory, listener, clock);
        reportWrongRecord = new ReportWrongRecord(records, directory, listener, clock);
        answerForSequence = new AnswerForSequence(records, listener, clock);
        takeOutOfSequence = new TakeOutOfSequence(records, clock);
    }

    /// The result of submitting the form.
    public sealed interface Outcome {

        /// @param opened the page it was recorded from
        record Recorded(Opened opened, Placement placement, Response response) implements Outcome {}

        /// The same response was recorded before; it counts once.
        record AlreadyRecorded(Opened opened, Placement placement, Response response)
                implements Outcome {}

        /// The person said that it is still to be done; nothing is recorded.
        record NotYet(Opened opened, Placement placement) implements Outcome {}

        /// Nothing was recorded; the page is shown again with the errors.
        record Invalid(Opened opened, List<FieldError> errors) implements Outcome {

            static Invalid of(Opened opened, String field, String message) {
                return new Invalid(opened, List.of(new FieldError(field, message)));
            }
        }

        record Refused(Opened opened) implements Outcome {}

        /// A new link is emailed to the person the expired one belongs to, unless one was emailed
        /// today.
        record LinkRequested() implements Outcome {}
    }

    /// Reads a link. This never writes anything, however often it is called and whoever calls it.
    public Opened open(String token) {
        return openLink.open(token);
    }

    /// Performs the action the link is for.
    ///
    /// @param form the fields of the form behind the link
    public Outcome record(String token, Map<String, String> form) {
        Opened opened = openLink.open(token);
        return switch (opened) {
            case Opened.ToAcknowledge page -> acknowledgePing.record(page, form);
            case Opened.ToReference page ->
                    form.containsKey(FormFields.UNDO)
                            ? undoResponse.record(
                                    page, page.placement(), page.rep(), page.standing(), form)
                            : useInDeal.record(page, form);
            case Opened.ToSendKit page ->
                    form.containsKey(FormFields.UNDO)
                            ? undoResponse.record(
                                    page, page.placement(), page.rep(), page.standing(), form)
                            : recordKitSent.record(page, form);
            case Opened.ToFixRecord page -> reportWrongRecord.record(page, form);
            case Opened.ToSequence page ->
                    page.asksForRemoval(clock.instant()) && !form.containsKey(FormFields.STAGE)
                            ? takeOutOfSequence.record(
                                    page, page.placement(), page.sequence(), page.by(), form)
                            : answerForSequence.record(page, form);
            case Opened.ToRemove page ->
                    takeOutOfSequence.record(
                            page, page.placement(), page.sequence(), page.by(), form);
            case Opened.Ended refused -> new Outcome.Refused(refused);
            case Opened.TakenBack refused -> new Outcome.Refused(refused);
            case Opened.NoKit refused -> new Outcome.Refused(refused);
            case Opened.NotALink refused -> new Outcome.Refused(refused);
            case Opened.Expired page -> renew(page, form);
        };
    }

    /// Only the button for a new link causes an email, so submitting a page that was left open for
    /// too long does not.
    private Outcome renew(Opened.Expired page, Map<String, String> form) {
        if (!form.containsKey(FormFields.RENEW)) {
            return new Outcome.Refused(page);
        }
        listener.linkToRenew(page.link(), clock.instant());
        return new Outcome.LinkRequested();
    }

    /// The key that identifies a response in a page without revealing anything about it.
    public static String keyOf(Response response) {
        return Digest.of(response.key()).substring(0, 16);
    }
}
