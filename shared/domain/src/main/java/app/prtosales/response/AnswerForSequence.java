package app.prtosales.response;

import app.prtosales.directory.Sequence;
import app.prtosales.kit.ChampionKit;
import app.prtosales.response.BetterPlace.OtherSequence;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records a sequence owner's answer: the stage a placement is in, or why it does not belong in the
/// sequence.
final class AnswerForSequence {

    /// What the owner chose on the form.
    private sealed interface Chosen {

        record Stage(String name) implements Chosen {}

        /// The placement does not fit the sequence.
        record NotHere() implements Chosen {}

        record Nothing() implements Chosen {}

        static Chosen read(Map<String, String> form, Sequence sequence) {
            String stage = form.getOrDefault(FormFields.STAGE, "");
            Optional<String> known = sequence.stage(stage);
            if (known.isPresent()) {
                return new Stage(known.get());
            }
            return stage.equals(FormFields.NOT_HERE) ? new NotHere() : new Nothing();
        }
    }

    private final AddResponse records;
    private final ResponseListener listener;
    private final InstantSource clock;

    AnswerForSequence(AddResponse records, ResponseListener listener, InstantSource clock) {
        this.records = records;
        this.listener = listener;
        this.clock = clock;
    }

    Outcome record(Opened.ToSequence page, Map<String, String> form) {
        return switch (Chosen.read(form, page.sequence())) {
            case Chosen.Stage(var stage) -> add(page, stage);
            case Chosen.NotHere declined -> decline(page, form);
            case Chosen.Nothing nothing ->
                    Outcome.Invalid.of(
                            page,
                            FormFields.STAGE,
                            "Choose the stage you added it to, or that it doesn’t fit");
        };
    }

    private Outcome add(Opened.ToSequence page, String stage) {
        Outcome outcome =
                records.record(
                        page,
                        page.placement(),
                        new InSequence(page.sequence().id(), clock.instant(), stage),
                        page.by(),
                        "added to %s, stage %s".formatted(page.sequence().name(), stage),
                        null);
        if (!ChampionKit.isReady(page.placement(), clock.instant())) {
            listener.ownersToAsk(page.placement().id());
        }
        return outcome;
    }

    private Outcome decline(Opened.ToSequence page, Map<String, String> form) {
        Problems problems = new Problems();
        String reason =
                PlainText.requiredLine(
                        FormFields.REASON,
                        form.get(FormFields.REASON),
                        FormFields.MAXIMUM_REASON,
                        problems);
        String chosen = form.getOrDefault(FormFields.ELSEWHERE, "");
        @Nullable BetterPlace elsewhere = chosen.isBlank() ? null : BetterPlace.read(chosen);
        Optional<Sequence> other = other(elsewhere, page.others());
        if (elsewhere instanceof OtherSequence && other.isEmpty()) {
            problems.add(FormFields.ELSEWHERE, "Choose one of these, or none");
        }
        if (problems.any()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        Declined declined =
                new Declined(page.sequence().id(), clock.instant(), reason, elsewhere, 1);
        Outcome outcome =
                records.record(
                        page,
                        page.placement(),
                        declined,
                        page.by(),
                        "not added to %s%s"
                                .formatted(
                                        page.sequence().name(),
                                        other.map(to -> "; it belongs in " + to.name()).orElse("")),
                        reason);
        if (outcome instanceof Outcome.Recorded || outcome instanceof Outcome.AlreadyRecorded) {
            listener.ownersToAsk(page.placement().id());
        }
        return outcome;
    }

    private static Optional<Sequence> other(
            @Nullable BetterPlace elsewhere, List<Sequence> others) {
        return elsewhere instanceof OtherSequence(var id)
                ? others.stream().filter(each -> each.id().equals(id)).findFirst()
                : Optional.empty();
    }
}
