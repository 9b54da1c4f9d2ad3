package app.prtosales.audit;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.SesMessage;
import app.prtosales.directory.Directory;
import app.prtosales.id.RepId;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The export's rows about a placement's pings: one for each SES message, one for each ping that
/// SES has not reported on, and one for each counted rep without a ping.
final class PingRows {

    private final Ledger ledger;
    private final Directory directory;

    PingRows(Ledger ledger, Directory directory) {
        this.ledger = ledger;
        this.directory = directory;
    }

    List<Map<String, String>> of(Placement placement) {
        Instant dispatched = placement.dispatchedAt();
        if (dispatched == null) {
            return List.of();
        }
        Set<RepId> team = new TreeSet<>(directory.roster().teamAt(dispatched));
        Judgment judgment = placement.judgment();
        Set<RepId> left = judgment == null ? Set.of() : Set.copyOf(judgment.reached().left());
        List<Map<String, String>> rows = new ArrayList<>();
        Set<RepId> withoutPing = new TreeSet<>(team);
        for (Delivery ping : ledger.pingsAbout(placement.id().value())) {
            RepId rep = ping.id().rep();
            for (SesMessage message : messages(ping)) {
                ExportRow row = recipient(placement, rep, left);
                row.put("counted", team.contains(rep));
                mailed(row, ping, message);
                rows.add(row.cells());
            }
            withoutPing.remove(rep);
        }
        for (RepId rep : withoutPing) {
            ExportRow row = recipient(placement, rep, left);
            row.put("counted", true);
            rows.add(row.cells());
        }
        return rows;
    }

    private static void mailed(ExportRow row, Delivery ping, SesMessage message) {
        row.put("number", ping.id().number());
        row.put("mail", ping.id().kind().word());
        row.put("state", ping.sending().name().toLowerCase(Locale.ROOT));
        row.put("mailAcceptedAt", ping.acceptedAt());
        row.put("refusedAt", ping.refusedAt());
        row.put("message", message.id());
        row.put("deliveredAt", message.deliveredAt());
        row.put("bouncedAt", at(message.bounced()));
        row.put("suppressedAt", at(message.suppressed()));
        row.put("givenUpAt", at(message.givenUp()));
        row.put("complainedAt", message.complainedAt());
    }

    /// One row per SES message; a single row without a message if SES reported nothing.
    private static List<SesMessage> messages(Delivery ping) {
        return ping.messages().isEmpty()
                ? List.of(SesMessage.nothingKnown(SesMessage.UNKNOWN))
                : ping.messages();
    }

    private static @Nullable Instant at(SesMessage.@Nullable Failed failed) {
        return failed == null ? null : failed.at();
    }

    private static ExportRow recipient(Placement placement, RepId rep, Set<RepId> left) {
        ExportRow row = new ExportRow("ping");
        row.put("id", placement.id());
        row.put("person", rep.value());
        row.put("left", left.contains(rep));
        return row;
    }
}
