package app.prtosales.mail;

import app.prtosales.audit.Facts;
import app.prtosales.audit.Finding;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.Question;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import app.prtosales.id.RepId;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The placements on a week's page, with the evidence for each answer.
final class AuditedPlacements {

    private static final int MAXIMUM_NAMED = 20;

    /// Relative to `/r/audit/{token}`.
    private static final String HOME = "../..";

    private final WeeklyReport week;
    private final ReaderClock reader;
    private final Agreement agreement;
    private final Map<RepId, String> reps;
    private final Map<String, String> owners;

    /// @param reps the reps' names
    /// @param owners the sequences' owners, by the sequence's name
    AuditedPlacements(
            WeeklyReport week,
            ReaderClock reader,
            Agreement agreement,
            Map<RepId, String> reps,
            Map<String, String> owners) {
        this.week = week;
        this.reader = reader;
        this.agreement = agreement;
        this.reps = reps;
        this.owners = owners;
    }

    AuditPageView.Placement of(PlacementAnswers placement) {
        String group =
                week.late().contains(placement)
                        ? "Late addition"
                        : week.pending().contains(placement) ? "Pending" : "";
        return new AuditPageView.Placement(
                AuditPage.anchor(placement),
                placement.outlet(),
                Shorten.to(300, placement.headline()),
                placement.url(),
                group,
                "Deadline %s%s"
                        .formatted(
                                placement.pending() ? "" : "was ",
                                reader.time(placement.deadline())),
                List.of(
                        answer(
                                Question.REACHED_IN_24H,
                                placement.reachedIn24h(),
                                reached(placement)),
                        answer(
                                Question.IN_ACTIVE_SEQUENCE,
                                placement.inActiveSequence(),
                                confirmed(placement.facts())),
                        answer(
                                Question.REFERENCED_IN_DEAL,
                                placement.referencedInDeal(),
                                used(placement.facts()))),
                AuditEntries.next(placement.next(), agreement, owners),
                AuditEntries.nextUrl(placement, HOME));
    }

    private AuditPageView.Answer answer(Question question, Finding finding, List<String> evidence) {
        Instant at = finding.at();
        return new AuditPageView.Answer(
                number(question),
                question.inFull(),
                AuditView.Badge.of(finding.answer()),
                finding.evidence(),
                at == null ? "" : reader.time(at),
                evidence);
    }

    private static String number(Question question) {
        return switch (question) {
            case REACHED_IN_24H -> "1";
            case IN_ACTIVE_SEQUENCE -> "2";
            case REFERENCED_IN_DEAL -> "3";
        };
    }

    private List<String> reached(PlacementAnswers placement) {
        List<String> lines = new ArrayList<>();
        if (placement.facts().backfill()) {
            return lines;
        }
        lines.add(
                "%d of %d reached so far, %d in time; %d acknowledged."
                        .formatted(
                                placement.reached().count(),
                                placement.reached().of(),
                                placement.reached().inTime(),
                                placement.facts().acknowledged()));
        List<String> named =
                Stream.concat(
                                placement.reached().missing().stream()
                                        .map(each -> named(each.rep(), each.reason().words())),
                                placement.reached().late().stream()
                                        .map(rep -> named(rep, "reached after the 24 hours")))
                        .toList();
        named.stream().limit(MAXIMUM_NAMED).forEach(lines::add);
        if (named.size() > MAXIMUM_NAMED) {
            lines.add("and %d more".formatted(named.size() - MAXIMUM_NAMED));
        }
        Instant restated = placement.facts().restatedAt();
        if (restated != null) {
            lines.add("Corrected %s".formatted(reader.time(restated)));
        }
        return lines;
    }

    private String named(RepId rep, String what) {
        return "%s: %s".formatted(LeadershipFacts.rep(rep, reps), what);
    }

    private List<String> confirmed(Facts facts) {
        return facts.confirmed().stream()
                .limit(MAXIMUM_NAMED)
                .map(each ->
                        "%s, stage “%s”, confirmed %s. The sequence is %s%s"
                                .formatted(
                                        each.name(),
                                        each.stage(),
                                        reader.time(each.at()),
                                        each.state(),
                                        each.hasStage() ? "" : " and no longer has that stage"))
                .toList();
    }

    private List<String> used(Facts facts) {
        return facts.uses().stream()
                .limit(MAXIMUM_NAMED)
                .map(each ->
                        "%s (%s): %s, recorded %s"
                                .formatted(
                                        each.accountName(),
                                        each.target() ? "target account" : "not a target account",
                                        Phrases.spoken(each.how().word()),
                                        reader.time(each.at())))
                .toList();
    }
}
