package app.prtosales.directory;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
import app.prtosales.id.RepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which of the reps' addresses get no email (R1.12). They are shown in the roster's column
/// `mailHealth`; entering `ok` there releases them.
final class RosterHealth {

    private static final List<String> ADDRESSES = List.of("email", "secondEmail");

    private final HoldMailbox mailboxes;

    RosterHealth(HoldMailbox mailboxes) {
        this.mailboxes = mailboxes;
    }

    /// The held addresses in the order of the rows.
    List<HeldAddress> of(List<Row> reps) {
        Map<String, Mailbox> held = mailboxes.held();
        return held.isEmpty()
                ? List.of()
                : reps.stream().flatMap(rep -> heldOf(rep, held)).toList();
    }

    private static Stream<HeldAddress> heldOf(Row rep, Map<String, Mailbox> held) {
        RepId id = new RepId(rep.text("id"));
        return ADDRESSES.stream()
                .filter(column -> !rep.text(column).isEmpty())
                .flatMap(column ->
                        Stream.ofNullable(held.get(Mailbox.idOf(rep.text(column))))
                                .map(mailbox -> new HeldAddress(id, column, mailbox)));
    }

    /// The rows with their held addresses in words, for whoever fixes the list.
    static List<Row> shown(List<Row> reps, List<HeldAddress> held) {
        if (held.isEmpty()) {
            return reps;
        }
        Map<RepId, String> words =
                held.stream()
                        .collect(
                                Collectors.groupingBy(
                                        HeldAddress::rep,
                                        Collectors.mapping(
                                                HeldAddress::words, Collectors.joining("; "))));
        return reps.stream()
                .map(rep ->
                        rep.with(
                                RosterColumns.MAIL_HEALTH,
                                words.getOrDefault(new RepId(rep.text("id")), "")))
                .toList();
    }

    /// The row as it is stored.
    static Row hidden(Row row) {
        return row.with(RosterColumns.MAIL_HEALTH, "");
    }

    /// Releases the addresses of reps marked `ok`, which means that they work again.
    boolean releaseWorking(List<Row> reps, Instant now) {
        List<Row> working =
                reps.stream()
                        .filter(rep -> rep.text(RosterColumns.MAIL_HEALTH).equals("ok"))
                        .toList();
        List<HeldAddress> held = of(working);
        held.forEach(address -> mailboxes.release(address.mailbox().id(), now));
        return !held.isEmpty();
    }
}
