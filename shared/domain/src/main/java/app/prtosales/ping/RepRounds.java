package app.prtosales.ping;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Roster;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.Placement;
import app.prtosales.response.Responses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the data that all emails of a chunk share, once for the whole chunk.
final class RepRounds {

    private static final Set<ListName> LISTS =
            Set.of(ListName.REPS, ListName.ACCOUNTS, ListName.AGREEMENT);

    private final Ledger ledger;
    private final Directory directory;
    private final Responses responses;
    private final HoldMailbox mailboxes;
    private final InstantSource clock;

    RepRounds(
            Ledger ledger,
            Directory directory,
            Responses responses,
            HoldMailbox mailboxes,
            InstantSource clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.responses = responses;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    RepRound read(Placement placement, Mailing mailing, Set<RepId> reps, Instant now) {
        Directory lists = directory.with(LISTS);
        Roster roster = lists.roster();
        return new RepRound(
                placement,
                mailing,
                roster,
                accountsOf(reps, lists, roster),
                lists.agreement(),
                mailing.mail().needsResponses() ? responses.standing(placement) : List.of(),
                new MissedChanges(ledger, lists, mailboxes, clock).news(placement, mailing),
                now);
    }

    /// The accounts of these reps, in a single pass over the list.
    private static Map<RepId, List<TargetAccount>> accountsOf(
            Set<RepId> reps, Directory lists, Roster roster) {
        return lists.accounts().stream()
                .filter(account -> worker(account, reps, roster).isPresent())
                .collect(
                        Collectors.groupingBy(
                                account -> worker(account, reps, roster).orElseThrow()));
    }

    /// The rep who works an account, under whichever of the rep's ids is in the set; empty if that
    /// rep is not in it.
    private static Optional<RepId> worker(TargetAccount account, Set<RepId> reps, Roster roster) {
        return Optional.ofNullable(account.rep())
                .map(rep -> roster.idAmong(rep, reps))
                .filter(reps::contains);
    }
}
