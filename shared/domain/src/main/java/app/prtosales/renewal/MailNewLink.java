package app.prtosales.renewal;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Emails a new link to the person an expired link belongs to, at the address the lists have now,
/// no matter who opened the link; and to nobody if its owner has left (R5.12). Repeated requests on
/// the same day cause one email.
public final class MailNewLink {

    private final Placements placements;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    public MailNewLink(
            Placements placements,
            Directory directory,
            HoldMailbox mailboxes,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.placements = placements;
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// The person a link belongs to.
    private record Owner(String email, ZoneId zone) {}

    public void mail(Errand.NewLink asked) {
        Optional<Owner> owner = owner(asked);
        Optional<Placement> placement = placements.find(asked.placement());
        boolean isAudit = asked.purpose() == Purpose.AUDIT;
        if (owner.isPresent() && (isAudit || placement.isPresent())) {
            send(asked, placement.orElse(null), owner.get());
        }
    }

    private void send(Errand.NewLink asked, @Nullable Placement placement, Owner owner) {
        Instant now = clock.instant();
        Result sent =
                sendOne.planAndSend(
                        asked.mail(),
                        () ->
                                mails.write(
                                        new MailRequest.NewLink(
                                                asked.mail(),
                                                asked.link(now),
                                                placement,
                                                owner.email(),
                                                owner.zone(),
                                                now)));
        sent.lookAgainAfter().ifPresent(after -> queue.errand(asked, after));
    }

    private Optional<Owner> owner(Errand.NewLink asked) {
        ZoneId agreed = directory.agreement().zone();
        return switch (asked.purpose()) {
            case ACKNOWLEDGE, REFERENCE, KIT, RECORD ->
                    directory
                            .roster()
                            .find(new RepId(asked.person()))
                            .filter(Rep::active)
                            .flatMap(rep ->
                                    firstNotOnHold(rep.email(), rep.secondEmail())
                                            .map(email -> new Owner(email, rep.zone())));
            case SEQUENCE, REMOVAL ->
                    Optional.ofNullable(directory.sequences().get(new SequenceId(asked.person())))
                            .flatMap(sequence ->
                                    sequence.answerable(asked.holder(), directory.agreement()))
                            .flatMap(person -> firstNotOnHold(person.email(), null))
                            .map(email -> new Owner(email, agreed));
            case AUDIT ->
                    directory
                            .agreement()
                            .leader(asked.person())
                            .flatMap(person -> firstNotOnHold(person.email(), null))
                            .map(email -> new Owner(email, agreed));
            case AUDIT_VISIT -> Optional.empty();
        };
    }

    /// The first of the two addresses that is not on hold after a permanent bounce or a spam
    /// complaint.
    private Optional<String> firstNotOnHold(String address, @Nullable String second) {
        Map<String, Mailbox> held = mailboxes.held();
        return Stream.of(Optional.of(address), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .filter(each -> !held.containsKey(Mailbox.idOf(each)))
                .findFirst();
    }
}
