package app.prtosales.audit;

import app.prtosales.audit.ComputeWeek.Audited;
import app.prtosales.audit.ReportWeek.Full;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Segment;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The export's rows about the directory's lists: everything that a week's figures depend on.
final class ListRows {

    private final Directory directory;

    ListRows(Directory directory) {
        this.directory = directory;
    }

    List<Map<String, String>> of(Full full) {
        Directory lists =
                directory.with(Set.of(ListName.SEQUENCES, ListName.ACCOUNTS, ListName.SEGMENTS));
        List<Map<String, String>> rows = new ArrayList<>();
        for (Segment segment : lists.segments()) {
            ExportRow row = new ExportRow("segment");
            row.put("id", segment.id());
            row.put("name", segment.name());
            rows.add(row.cells());
        }
        for (Sequence sequence : new TreeMap<>(lists.sequences()).values()) {
            ExportRow row = new ExportRow("sequence");
            row.put("sequence", sequence.id().value());
            row.put("name", sequence.name());
            row.put("state", sequence.status().word());
            row.put("stages", String.join(";", sequence.stages()));
            row.put("personas", String.join(";", sequence.personas()));
            rows.add(row.cells());
        }
        Set<AccountId> used = new TreeSet<>();
        full.computed().quarter().forEach(each -> used.addAll(accounts(each)));
        full.computed().late().forEach(each -> used.addAll(accounts(each)));
        for (TargetAccount account : lists.accounts()) {
            if (used.contains(account.id())) {
                ExportRow row = new ExportRow("account");
                row.put("account", account.id().value());
                row.put("accountName", account.name());
                row.put("target", account.target());
                rows.add(row.cells());
            }
        }
        return rows;
    }

    private static List<AccountId> accounts(Audited each) {
        List<AccountId> accounts = new ArrayList<>();
        for (Facts.Used used : each.audit().facts().uses()) {
            if (used.account() != null) {
                accounts.add(used.account());
            }
        }
        return accounts;
    }
}
