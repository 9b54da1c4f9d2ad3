package app.prtosales.audit;

import app.prtosales.audit.ComputeWeek.Audited;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.TakenBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of the export about a placement: its state, what was emailed about it, and the
/// responses.
final class PlacementRows {

    private PlacementRows() {}

    static List<Map<String, String>> placement(
            Audited each,
            String group,
            Map<String, PlacementAnswers> sent,
            Map<String, String> sentGroups) {
        ExportRow row = story(each, group);
        answers(row, each.audit());
        reached(row, each.audit().reached());
        String id = each.audit().id().value();
        asSent(row, sent.get(id), sentGroups.get(id));
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(row.cells());
        rows.addAll(recorded(id, each.audit().facts()));
        return rows;
    }

    private static ExportRow story(Audited each, String group) {
        Placement placement = each.placement();
        PlacementAnswers audit = each.audit();
        Facts facts = audit.facts();
        ExportRow row = new ExportRow("placement");
        row.put("id", audit.id());
        row.put("group", group);
        row.put("outlet", audit.outlet());
        row.put("headline", audit.headline());
        row.put("url", audit.url());
        row.put("format", facts.format().word());
        row.put("tone", facts.tone().word());
        row.put("status", facts.status().word());
        row.put("forwardability", audit.forwardability().word());
        row.put("backfill", facts.backfill());
        row.put("publishedAt", audit.publishedAt());
        row.put("zone", facts.zone().getId());
        row.put("deadline", audit.deadline());
        row.put("acceptedAt", facts.acceptedAt());
        row.put("dispatchedAt", placement.dispatchedAt());
        Judgment judgment = placement.judgment();
        row.put("judgedAt", judgment == null ? null : judgment.judgedAt());
        TakenBack back = placement.changes().takenBack();
        row.put("takenBackAt", back == null ? null : back.at());
        row.put("movedFromFutureAt", placement.changes().movedFromFutureAt().orElse(null));
        row.put("endsAt", facts.endsAt());
        row.put("segments", String.join(";", facts.segments()));
        row.put("personas", String.join(";", facts.personas()));
        row.put(
                "exempt",
                placement.changes().exemptionsThatHold().stream()
                        .map(exemption -> exemption.question().word())
                        .collect(Collectors.joining(";")));
        row.put("acknowledged", facts.acknowledged());
        row.put("armed", facts.armed());
        return row;
    }

    private static void answers(ExportRow row, PlacementAnswers audit) {
        row.put("reachedIn24h", audit.reachedIn24h().answer().word());
        row.put("inActiveSequence", audit.inActiveSequence().answer().word());
        row.put("referencedInDeal", audit.referencedInDeal().answer().word());
        row.put("evidenceReachedIn24h", audit.reachedIn24h().evidence());
        row.put("evidenceInActiveSequence", audit.inActiveSequence().evidence());
        row.put("evidenceReferencedInDeal", audit.referencedInDeal().evidence());
    }

    private static void reached(ExportRow row, Reached reached) {
        row.put("verdict", reached.verdict().word());
        row.put("cause", reached.cause() == null ? null : reached.cause().word());
        row.put("count", reached.count());
        row.put("inTime", reached.inTime());
        row.put("of", reached.of());
        row.put("lastAt", reached.lastAt());
    }

    /// The responses of sequence owners and reps, one row each.
    private static List<Map<String, String>> recorded(String id, Facts facts) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Facts.Confirmed confirmed : facts.confirmed()) {
            ExportRow cells = new ExportRow("confirmed");
            cells.put("id", id);
            cells.put("sequence", confirmed.sequence().value());
            cells.put("stage", confirmed.stage());
            cells.put("at", confirmed.at());
            rows.add(cells.cells());
        }
        for (Facts.Used used : facts.uses()) {
            ExportRow cells = new ExportRow("reference");
            cells.put("id", id);
            cells.put("account", used.account() == null ? null : used.account().value());
            cells.put("accountName", used.accountName());
            cells.put("how", used.how().word());
            cells.put("at", used.at());
            rows.add(cells.cells());
        }
        return rows;
    }

    private static void asSent(
            ExportRow row, @Nullable PlacementAnswers sent, @Nullable String group) {
        if (sent != null) {
            row.put("sentGroup", group);
            row.put("sentReachedIn24h", sent.reachedIn24h().answer().word());
            row.put("sentInActiveSequence", sent.inActiveSequence().answer().word());
            row.put("sentReferencedInDeal", sent.referencedInDeal().answer().word());
            row.put("sentVerdict", sent.reached().verdict().word());
        }
    }

    /// A placement that was in the email but has been withdrawn or moved since.
    static Map<String, String> gone(PlacementAnswers sent, String group) {
        ExportRow row = new ExportRow("placement");
        row.put("id", sent.id());
        row.put("group", "gone");
        row.put("outlet", sent.outlet());
        row.put("headline", sent.headline());
        asSent(row, sent, group);
        return row.cells();
    }
}
