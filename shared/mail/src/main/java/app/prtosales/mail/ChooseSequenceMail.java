package app.prtosales.mail;

import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.mailing.NobodyToAsk;
import app.prtosales.mailing.NobodyToAsk.Refusal;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The email that asks the person in charge of sequences to choose one for a placement (R2.6).
final class ChooseSequenceMail {

    private static final String WHY_YOU = "Sent to you as the person in charge of sequences.";

    private ChooseSequenceMail() {}

    /// @param to the reader's address
    /// @param chooseUrl opens the dialog for choosing a sequence
    static AlarmView of(
            String subject,
            Placement placement,
            NobodyToAsk why,
            String to,
            ReaderClock reader,
            String chooseUrl) {
        return new AlarmView(
                Signal.AMBER,
                subject,
                what(why),
                placement.story().outlet(),
                placement.story().headline(),
                facts(why, Person.idOf(to)),
                "Published",
                Phrases.published(placement.publication(), reader),
                "Choose a sequence",
                chooseUrl);
    }

    private static String what(NobodyToAsk why) {
        return switch (why.cause()) {
            case NO_RULE -> "No rule covers this story. Choose a sequence for it.";
            case DECLINED -> "Everyone we asked said this story doesn’t fit.";
            case PAUSED ->
                    "This story belongs in “%s”, which is paused.".formatted(name(why.inactive()));
            case ARCHIVED ->
                    "This story belongs in “%s”, which is archived."
                            .formatted(name(why.inactive()));
        };
    }

    private static List<String> facts(NobodyToAsk why, String reader) {
        List<String> facts = new ArrayList<>();
        why.declined().forEach(each -> facts.add(refusal(each, reader)));
        facts.addAll(
                switch (why.cause()) {
                    case NO_RULE ->
                            List.of(
                                    "Nobody has been asked to add it, so it isn’t in a sequence yet.",
                                    choose("a"),
                                    "To cover stories like it, add a rule to your lists. We’ll then ask the owner of its sequence about this one too.");
                    case DECLINED -> List.of(choose("another"));
                    case PAUSED ->
                            List.of(
                                    "Nobody is asked to add it until “%s” runs again. If its owner, %s, restarts it, we’ll ask within minutes."
                                            .formatted(name(why.inactive()), owner(why.inactive())),
                                    "If that takes too long, " + lowered(choose("another")));
                    case ARCHIVED ->
                            List.of(
                                    "Nobody is asked to add it now, so it isn’t in a sequence yet.",
                                    choose("another"));
                });
        facts.add(WHY_YOU);
        return facts;
    }

    private static String choose(String which) {
        return "Choose %s sequence, and we’ll ask its owner within minutes. If it belongs in none, ask PR to mark it exempt."
                .formatted(which);
    }

    private static String lowered(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /// Names the owner only if they gave the answer themselves: after a handover, the reader or
    /// someone else in charge may have.
    private static String refusal(Refusal refusal, String reader) {
        Sequence sequence = refusal.sequence();
        @Nullable String by = refusal.answer().by();
        boolean isOwners =
                by == null
                        ? sequence.hadItsOwnerAt(refusal.answer().at())
                        : by.equals(Person.idOf(sequence.ownerEmail()));
        String who =
                isOwners
                        ? "“%s” (%s)".formatted(sequence.name(), sequence.owner())
                        : reader.equals(by)
                                ? "“%s” (you)".formatted(sequence.name())
                                : "“%s”".formatted(sequence.name());
        return "%s: “%s”".formatted(who, refusal.answer().reason());
    }

    private static String name(@Nullable Sequence sequence) {
        return sequence == null ? "" : sequence.name();
    }

    private static String owner(@Nullable Sequence sequence) {
        return sequence == null ? "" : sequence.owner();
    }
}
