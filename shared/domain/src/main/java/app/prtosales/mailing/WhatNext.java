package app.prtosales.mailing;

import app.prtosales.text.ReaderClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happens after an email did not arrive, and what the reader can do about it.
///
/// @param fix how to fix the cause; null if the reader can do nothing about it
public record WhatNext(Step step, @Nullable Fix fix) {

    private static final String TALK =
            "They marked it as spam, so they won’t get more emails. Talk to them, then release their address in the list of reps.";

    /// What the product does next.
    public enum Step {
        TELL_REP_OF_CHANGE(
                "They still rely on our earlier email, so tell them yourself. Once you fix their address in the list of reps, or mark it as working, we’ll send it too."),
        NOTHING_TO_CORRECT(
                "The coverage email didn’t reach them either, so they have nothing to correct."),
        TELL_REP("Fix the address in the list of reps, and tell them yourself."),
        TELL_OWNER("Fix the owner’s address in the list of sequences, and tell them yourself."),
        ASK_OWNER_THERE(
                "Fix the owner’s address in the list of sequences, and we’ll send it there if it’s still needed."),
        ASK_PERSON_IN_CHARGE_THERE(
                "Fix the address in the agreement, and we’ll send it there if it’s still needed."),
        TELL_PERSON_IN_CHARGE("Fix the address in the agreement, and tell them yourself."),
        TELL_THEM("The address is fine. Tell them yourself."),
        ASK_AGAIN("Check their address, and ask them to try again."),
        TALK_TO_THEM(TALK),
        ARRIVED_TALK_TO_THEM("The email arrived. " + TALK),
        NEITHER_WORKS("It arrived at neither address."),
        NO_SECOND("There’s no second address to try."),
        MAY_ARRIVE_LATER(
                "There’s no second address, and delivery attempts have ended. If the email still arrives, they count as reached."),
        SECOND_IS_TRIED("We’re trying their second address now."),
        LISTED_IS_TRIED("We’re trying the address that’s in the list of reps now."),
        SECOND_IS_TRIED_SOON(
                "We’ll try their second address in two minutes, unless this email arrives first.");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    /// How the reader can fix the cause.
    public sealed interface Fix {

        /// Just fix the address: the email was about no placement, so nothing is sent again
        /// automatically.
        record Address() implements Fix {}

        /// Once the address is corrected, the email is sent to it automatically.
        ///
        /// @param until the end of the placement's 24 hours
        record InTime(Instant until) implements Fix {}

        /// The placement's 24 hours are over, so the email has to be resent by hand.
        record ThenSendAgain() implements Fix {}

        /// The mailbox is full.
        record MakeRoom() implements Fix {}

        /// The recipient's mail server does not let the email in.
        record LetIn() implements Fix {}

        /// SES will not send an email with this text.
        record ChangeText() implements Fix {}

        /// Whether the address has to be fixed.
        default boolean isOfAddress() {
            return switch (this) {
                case Address address -> true;
                case InTime inTime -> true;
                case ThenSendAgain again -> true;
                case MakeRoom room -> false;
                case LetIn letIn -> false;
                case ChangeText text -> false;
            };
        }
    }

    public WhatNext(Step step) {
        this(step, null);
    }

    /// The text for the reader.
    public String words(ReaderClock reader) {
        return fix == null ? step.words : "%s %s".formatted(step.words, words(fix, reader));
    }

    private static String words(Fix fix, ReaderClock reader) {
        return switch (fix) {
            case Fix.Address address -> "Fix the address.";
            case Fix.InTime(var until) ->
                    "Fix the address in the list of reps by %s, and we’ll send it automatically."
                            .formatted(reader.time(until));
            case Fix.ThenSendAgain again ->
                    "Its 24 hours are over, so fix the address in the list of reps, then choose “Send again” on the story’s page.";
            case Fix.MakeRoom room ->
                    "The address is fine. Ask them to make room in their mailbox, then choose “Send again” on the story’s page.";
            case Fix.LetIn letIn ->
                    "The address is fine. Ask their IT team to let our emails in, then choose “Send again” on the story’s page.";
            case Fix.ChangeText text ->
                    "The address is fine. Correct the story if its text or link could look harmful, then choose “Send again” on its page.";
        };
    }
}
