package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import app.prtosales.mail.AuditView.Badge;
import app.prtosales.mail.AuditView.Cell;
import app.prtosales.mail.AuditView.Entry;
import app.prtosales.mail.AuditView.Group;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The placements of a week, one entry each, under their headings.
final class AuditEntries {

    private static final int MAXIMUM_HEADLINE = 70;

    private AuditEntries() {}

    static List<Group> groups(WeeklyReport audit, String weekUrl, int room) {
        List<PlacementAnswers> leaks =
                audit.judged().stream().filter(PlacementAnswers::leaking).toList();
        List<PlacementAnswers> others = audit.judged().stream().filter(p -> !p.leaking()).toList();
        boolean alone = leaks.isEmpty() && audit.late().isEmpty() && audit.pending().isEmpty();
        return List.of(
                new Group(
                        "Late additions",
                        "From an earlier week, and in no email so far.",
                        entries(audit.late(), audit, weekUrl, room)),
                new Group("Leaking", "No to all three.", entries(leaks, audit, weekUrl, room)),
                new Group(
                        alone ? "" : leaks.isEmpty() ? "The placements" : "The other placements",
                        "",
                        entries(others, audit, weekUrl, room)),
                new Group(
                        "Pending",
                        "Their 24 hours end after this week, so they count in the next email.",
                        entries(audit.pending(), audit, weekUrl, room)));
    }

    private static List<Entry> entries(
            List<PlacementAnswers> placements, WeeklyReport audit, String weekUrl, int room) {
        List<PlacementAnswers> all = audit.all().toList();
        return placements.stream()
                .limit(room)
                .map(placement ->
                        entry(
                                placement,
                                AuditPage.addressOf(placement, all.indexOf(placement), weekUrl),
                                audit.pending().contains(placement)))
                .toList();
    }

    /// @param isPending whether its 24 hours end after the week; they have no answer yet, even if
    ///   they end before the email goes out (R4.5)
    private static Entry entry(PlacementAnswers placement, String url, boolean isPending) {
        Answer reached = isPending ? Answer.PENDING : placement.reachedIn24h().answer();
        return new Entry(
                placement.outlet(),
                Shorten.to(MAXIMUM_HEADLINE, placement.headline()),
                url,
                List.of(
                        cell("24 hours", reached, url + "-1"),
                        cell("Sequence", placement.inActiveSequence().answer(), url + "-2"),
                        cell("Deal", placement.referencedInDeal().answer(), url + "-3")));
    }

    /// The next step as a line: `Next: Owner of “CFO outreach”: Add it at stage “awareness” …`
    static String next(@Nullable NextStep next, Agreement agreement, Map<String, String> owners) {
        return next == null
                ? ""
                : "Next: %s. %s".formatted(owner(next, agreement, owners), next.step());
    }

    /// The URL for choosing a sequence, if the placement has none whose owner could be asked;
    /// otherwise empty.
    ///
    /// @param baseUrl the URL of the product's pages, without a trailing slash
    static String nextUrl(PlacementAnswers placement, String baseUrl) {
        NextStep next = placement.next();
        return next != null && next.owner() == NextStep.Owner.RULE_2_OWNER
                ? "%s/#/placements/%s/sequence".formatted(baseUrl, placement.id())
                : "";
    }

    /// The owner of the step, for the start of a line.
    ///
    /// @param owners the sequences' owners, by the sequence's name
    static String owner(NextStep next, Agreement agreement, Map<String, String> owners) {
        return switch (next.owner()) {
            case PR_OWNER -> named("PR", agreement.prOwner());
            case OPS -> named("Sales ops", agreement.ops());
            case RULE_1_OWNER -> ruleOwner(agreement, 1);
            case RULE_2_OWNER -> ruleOwner(agreement, 2);
            case RULE_3_OWNER -> ruleOwner(agreement, 3);
            case SEQUENCE_OWNER -> sequenceOwner(next.sequence(), owners.get(next.sequence()));
        };
    }

    private static String sequenceOwner(String sequence, @Nullable String name) {
        String shown = Shorten.to(60, sequence);
        return name == null
                ? "Owner of “%s”".formatted(shown)
                : "%s, owner of “%s”".formatted(Shorten.to(Shorten.NAME, name), shown);
    }

    private static String named(String team, @Nullable String address) {
        return address == null ? team : "%s (%s)".formatted(team, address);
    }

    private static String ruleOwner(Agreement agreement, int rule) {
        List<String> owners = agreement.ruleOwners();
        String what = AgreementInWords.IN_CHARGE_OF.get(rule - 1);
        return owners.size() < rule
                ? "Whoever is in charge of " + what
                : "In charge of %s (%s)".formatted(what, owners.get(rule - 1));
    }

    private static Cell cell(String question, Answer answer, String url) {
        return new Cell(question, Badge.of(answer), answer == Answer.YES ? url : "");
    }
}
