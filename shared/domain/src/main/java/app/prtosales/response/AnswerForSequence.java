package app.prtosales.response;

import app.prtosales.directory.Sequence;
import app.prtosales.kit.ChampionKit;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The owner of a sequence says in which stage a placement is, or why it does not belong there.
final class AnswerForSequence {

    /// What may be said where no other sequence is meant.
    private static final Set<String> NO_SEQUENCE =
            Set.of("", Declined.PRESS_PAGE, Declined.SOCIAL_MEDIA);

    private final AddResponse records;
    private final ResponseListener followers;
    private final InstantSource clock;

    AnswerForSequence(AddResponse records, ResponseListener followers, InstantSource clock) {
        this.records = records;
        this.followers = followers;
        this.clock = clock;
    }

    Outcome record(Opened.ToSequence page, Map<String, String> form) {
        String stage = form.getOrDefault(FormFields.STAGE, "");
        if (page.sequence().stages().contains(stage)) {
            Outcome outcome =
                    records.record(
                            page,
                            page.placement(),
                            new InSequence(page.sequence().id(), clock.instant(), stage),
                            page.by(),
                            "added to %s, stage %s".formatted(page.sequence().name(), stage),
                            null);
            if (!ChampionKit.isReady(page.placement(), clock.instant())) {
                followers.ownersToAsk(page.placement().id());
            }
            return outcome;
        }
        return stage.equals(FormFields.NOT_HERE)
                ? decline(page, form)
                : Outcome.Invalid.of(
                        page,
                        FormFields.STAGE,
                        "Choose the stage you added it to, or that it doesn’t fit");
    }

    private Outcome decline(Opened.ToSequence page, Map<String, String> form) {
        Problems problems = new Problems();
        String reason =
                PlainText.requiredLine(
                        FormFields.REASON,
                        form.get(FormFields.REASON),
                        FormFields.MAXIMUM_REASON,
                        problems);
        String said = form.getOrDefault(FormFields.ELSEWHERE, "");
        Optional<Sequence> other =
                page.others().stream().filter(each -> each.id().value().equals(said)).findFirst();
        if (other.isEmpty() && !NO_SEQUENCE.contains(said)) {
            problems.add(FormFields.ELSEWHERE, "Choose one of these, or none");
        }
        if (problems.any()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        Declined declined =
                new Declined(
                        page.sequence().id(),
                        clock.instant(),
                        reason,
                        said.isEmpty() ? null : said,
                        1);
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
        if (other.isPresent()) {
            followers.ownersToAsk(page.placement().id());
        }
        return outcome;
    }
}
