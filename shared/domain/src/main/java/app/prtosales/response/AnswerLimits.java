package app.prtosales.response;

import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Removed;
import app.prtosales.response.Response.Undone;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.text.FieldError;
import java.util.List;
import java.util.Optional;

/// Limits how much can be recorded from links in emails, so that a leaked link can neither flood a
/// mailbox nor make a placement grow without end (R5.12). Nothing already recorded is lost, and
/// undoing a response or removing a placement from a sequence is never limited. Many simultaneous
/// requests may get a few more responses through.
final class AnswerLimits {

    /// Uses of one placement recorded by one rep; kits sent are counted separately, with the same
    /// limit.
    static final int OF_A_REP = 50;

    /// Uses of one placement and kits sent, recorded by all reps together.
    static final int OF_A_PLACEMENT = 1_000;

    /// Answers for one sequence about one placement.
    static final int OF_A_SEQUENCE = 30;

    /// Reports of a wrong record from one rep about one placement's emails.
    static final int OF_A_RECORD = 5;

    private AnswerLimits() {}

    /// The message to show if the response is refused; empty if it may be recorded.
    ///
    /// @param recorded the responses about the placement so far
    static Optional<FieldError> refusal(Response next, List<Response> recorded) {
        return switch (next) {
            case Referenced used -> ofDeals(next, recorded, FormFields.ACCOUNT, "uses");
            case KitSent sent -> ofDeals(next, recorded, FormFields.CHAMPION, "champions");
            case InSequence in -> ofSequence(next, recorded);
            case Declined declined -> ofSequence(next, recorded);
            case WrongRecord fix ->
                    count(next, recorded, WrongRecord.class) < OF_A_RECORD
                            ? Optional.empty()
                            : refused(
                                    "what",
                                    "You’ve sent %d notes from this email, which is the limit. Sales ops has all of them. Reply to the email to add something"
                                            .formatted(OF_A_RECORD));
            case Acknowledged once -> Optional.empty();
            case Undone back -> Optional.empty();
            case Removed out -> Optional.empty();
        };
    }

    private static Optional<FieldError> ofDeals(
            Response next, List<Response> recorded, String field, String what) {
        if (count(next, recorded, next.getClass()) >= OF_A_REP) {
            return refused(
                    field,
                    "You’ve recorded %d %s for this story, which is the limit. All of them are kept. Tell sales ops about this one"
                            .formatted(OF_A_REP, what));
        }
        long all =
                recorded.stream()
                        .filter(each -> each instanceof Referenced || each instanceof KitSent)
                        .count();
        return all < OF_A_PLACEMENT
                ? Optional.empty()
                : refused(
                        field,
                        "Your team has recorded %,d answers for this story, which is the limit. All of them are kept. Tell sales ops about this one"
                                .formatted(OF_A_PLACEMENT));
    }

    private static Optional<FieldError> ofSequence(Response next, List<Response> recorded) {
        long answered =
                count(next, recorded, InSequence.class) + count(next, recorded, Declined.class);
        return answered < OF_A_SEQUENCE
                ? Optional.empty()
                : refused(
                        "stage",
                        "There are %d answers for this sequence, which is the limit. The last one stands. Tell sales ops about a change"
                                .formatted(OF_A_SEQUENCE));
    }

    private static long count(
            Response next, List<Response> recorded, Class<? extends Response> kind) {
        return recorded.stream()
                .filter(kind::isInstance)
                .filter(each -> each.person().equals(next.person()))
                .count();
    }

    private static Optional<FieldError> refused(String field, String message) {
        return Optional.of(new FieldError(field, message));
    }
}
