package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.Finding;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import app.prtosales.mail.AuditView.Badge;
import app.prtosales.mail.AuditView.Entry;
import app.prtosales.mail.AuditView.Group;
import app.prtosales.mail.AuditView.Line;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The placements of a week, one entry each, under their headings.
final class AuditEntries {

    private static final int MAXIMUM_HEADLINE = 120;

    private static final int MAXIMUM_EVIDENCE = 160;

    private AuditEntries() {}

    static List<Group> groups(
            WeeklyReport audit, Agreement agreement, String weekUrl, String baseUrl, int room) {
        List<PlacementAnswers> leaks =
                audit.judged().stream().filter(PlacementAnswers::leaking).toList();
        List<PlacementAnswers> others = audit.judged().stream().filter(p -> !p.leaking()).toList();
        return List.of(
                new Group(
                        "Late additions",
                        "Of an earlier week, and not known when that week’s mail went out.",
                        entries(audit.late(), audit, agreement, weekUrl, baseUrl, room)),
                new Group(
                        "Leaking",
                        "All three answers are No.",
                        entries(leaks, audit, agreement, weekUrl, baseUrl, room)),
                new Group(
                        leaks.isEmpty() ? "The placements" : "The other placements",
                        "",
                        entries(others, audit, agreement, weekUrl, baseUrl, room)),
                new Group(
                        "Pending",
                        "Published, and their 24 hours end later. They count neither as Yes nor as No.",
                        entries(audit.pending(), audit, agreement, weekUrl, baseUrl, room)));
    }

    private static List<Entry> entries(
            List<PlacementAnswers> placements,
            WeeklyReport audit,
            Agreement agreement,
            String weekUrl,
            String baseUrl,
            int room) {
        ReaderClock reader = new ReaderClock(agreement.zone(), audit.computedAt());
        return placements.stream()
                .limit(room)
                .map(p -> entry(p, agreement, weekUrl, baseUrl, reader))
                .toList();
    }

    private static Entry entry(
            PlacementAnswers placement,
            Agreement agreement,
            String weekUrl,
            String baseUrl,
            ReaderClock reader) {
        String url = weekUrl + "#p-" + placement.id();
        return new Entry(
                placement.outlet(),
                Shorten.to(MAXIMUM_HEADLINE, placement.headline()),
                url,
                (placement.pending() ? "24 hours end " : "24 hours ended ")
                        + reader.time(placement.deadline()),
                List.of(
                        line(
                                "Reached within 24 hours?",
                                placement.reachedIn24h(),
                                url + "-1",
                                reader),
                        line("In a sequence?", placement.inActiveSequence(), url + "-2", reader),
                        line("Used in a deal?", placement.referencedInDeal(), url + "-3", reader)),
                next(placement.next(), agreement),
                nextUrl(placement, baseUrl));
    }

    /// `Next: cfo-owner …: Add it at stage awareness`.
    static String next(@Nullable NextStep next, Agreement agreement) {
        return next == null ? "" : "Next, %s: %s".formatted(owner(next, agreement), next.step());
    }

    /// Where a sequence is chosen, for what has none that its owner could be asked about.
    ///
    /// @param baseUrl where the product's pages are, without a slash at its end
    static String nextUrl(PlacementAnswers placement, String baseUrl) {
        NextStep next = placement.next();
        return next != null && next.owner() == NextStep.Owner.RULE_2_OWNER
                ? "%s/#/placements/%s/sequence".formatted(baseUrl, placement.id())
                : "";
    }

    private static String owner(NextStep next, Agreement agreement) {
        return switch (next.owner()) {
            case PR_OWNER -> or(agreement.prOwner(), "the owner of PR");
            case OPS -> or(agreement.ops(), "ops");
            case RULE_1_OWNER -> ruleOwner(agreement, 1);
            case RULE_2_OWNER -> ruleOwner(agreement, 2);
            case RULE_3_OWNER -> ruleOwner(agreement, 3);
            case SEQUENCE_OWNER -> "the owner of “%s”".formatted(Shorten.to(60, next.sequence()));
        };
    }

    private static String ruleOwner(Agreement agreement, int rule) {
        List<String> owners = agreement.ruleOwners();
        return owners.size() < rule ? "the owner of rule " + rule : owners.get(rule - 1);
    }

    private static String or(@Nullable String named, String otherwise) {
        return named == null ? otherwise : named;
    }

    private static Line line(String question, Finding finding, String url, ReaderClock reader) {
        Instant at = finding.at();
        return new Line(
                question,
                Badge.of(finding.answer()),
                Shorten.to(MAXIMUM_EVIDENCE, finding.evidence()),
                finding.answer() == Answer.YES ? url : "",
                at == null ? "" : reader.time(at));
    }
}
