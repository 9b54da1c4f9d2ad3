package app.prtosales.change;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Roster;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Champion;
import app.prtosales.response.Responses;
import app.prtosales.response.SameUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// After a retraction, emails the PR owner the champions whose rep has left: each other rep is
/// asked to tell their own (R5.6).
final class ChampionsToTell {

    private static final Set<ListName> LISTS =
            Set.of(ListName.REPS, ListName.ACCOUNTS, ListName.AGREEMENT);

    private final Directory directory;
    private final Responses responses;
    private final SendOne sendOne;
    private final MailWriter mails;

    ChampionsToTell(Directory directory, Responses responses, SendOne sendOne, MailWriter mails) {
        this.directory = directory;
        this.responses = responses;
        this.sendOne = sendOne;
        this.mails = mails;
    }

    /// Sends the email, unless it was already sent.
    ///
    /// @return its id; empty if there is no such champion, or nobody to tell
    Optional<DeliveryId> send(Placement placement, PendingChange followUp) {
        Directory lists = directory.with(LISTS);
        Agreement agreement = lists.agreement();
        Optional<String> owner = agreement.actingPrOwner();
        @Nullable TakenBack why = placement.changes().takenBack();
        List<Champion> champions = withoutRep(placement, lists);
        if (owner.isEmpty() || why == null || champions.isEmpty()) {
            return Optional.empty();
        }
        DeliveryId id =
                new DeliveryId(
                        placement.id().value(),
                        Person.idOf(owner.get()),
                        MailKind.CHAMPIONS_TO_TELL,
                        followUp.number());
        sendOne.planAndSend(
                id,
                () ->
                        mails.write(
                                new MailRequest.ChampionsToTell(
                                        id, placement, why, champions, agreement, owner.get())));
        return Optional.of(id);
    }

    private List<Champion> withoutRep(Placement placement, Directory lists) {
        Roster roster = lists.roster();
        return new SameUse(lists)
                .champions(responses.recorded(placement)).stream()
                        .filter(champion -> roster.hasLeft(new RepId(champion.person())))
                        .toList();
    }
}
