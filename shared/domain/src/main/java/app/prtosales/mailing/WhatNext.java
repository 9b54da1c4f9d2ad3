package app.prtosales.mailing;

import app.prtosales.text.ReaderClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happens after a mail did not arrive, and what its reader can do about it.
///
/// @param fix what to do about a wrong address; null where the address is not what is wrong
public record WhatNext(Step step, @Nullable Fix fix) {

    private static final String TALK =
            "They marked it as spam, so they won’t get more emails. Talk to them, then release their address in the list of reps.";

    /// What the product does now.
    public enum Step {
        NOBODY_ELSE("Nobody else got it instead."),
        TALK_TO_THEM(TALK),
        ARRIVED_TALK_TO_THEM("The email arrived. " + TALK),
        NEITHER_WORKS("Neither address works."),
        NO_SECOND("There’s no second address to try."),
        MAY_ARRIVE_LATER(
                "There’s no second address, and delivery attempts have ended. If the email still arrives, they count as reached."),
        SECOND_IS_TRIED("We’re trying their second address now."),
        SECOND_IS_TRIED_SOON(
                "We’ll try their second address in two minutes, unless this email arrives first.");

        private final String words;

        Step(String words) {
            this.words = words;
        }
    }

    /// What the reader can do about a wrong address.
    public sealed interface Fix {

        /// Nothing more follows by itself: it was about no placement.
        record Address() implements Fix {}

        /// A corrected address gets the mail by itself.
        ///
        /// @param until when its 24 hours end
        record InTime(Instant until) implements Fix {}

        /// Its 24 hours are over.
        record ThenSendAgain() implements Fix {}
    }

    public WhatNext(Step step) {
        this(step, null);
    }

    /// As its reader reads it.
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
        };
    }
}
