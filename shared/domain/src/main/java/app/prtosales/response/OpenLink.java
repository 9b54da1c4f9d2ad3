package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.kit.ChampionKit;
import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.response.BetterPlace.OtherSequence;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.OfSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Removed;
import app.prtosales.text.ReaderClock;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an email's link and finds the page it opens (R5.8). It never writes anything, however
/// often it is called and whoever calls it.
final class OpenLink {

    private final Placements placements;
    private final Directory directory;
    private final Responses responses;
    private final LinkTokens tokens;
    private final InstantSource clock;

    OpenLink(
            Placements placements,
            Directory directory,
            Responses responses,
            LinkTokens tokens,
            InstantSource clock) {
        this.placements = placements;
        this.directory = directory;
        this.responses = responses;
        this.tokens = tokens;
        this.clock = clock;
    }

    Opened open(String token) {
        Optional<Link> signed = tokens.signed(token);
        if (signed.isEmpty()) {
            return new Opened.NotALink();
        }
        Link link = signed.get();
        return link.isExpiredAt(clock.instant()) ? expired(link) : open(link);
    }

    /// If the link would not open anything that can be answered, no new link is offered.
    private Opened expired(Link link) {
        if (link.purpose() == Purpose.AUDIT) {
            return directory.agreement().leader(link.person()).isPresent()
                    ? new Opened.Expired(null, null, link)
                    : new Opened.NotALink();
        }
        return switch (open(link)) {
            case Opened.ToAcknowledge page ->
                    new Opened.Expired(page.placement(), page.rep(), link);
            case Opened.ToReference page -> new Opened.Expired(page.placement(), page.rep(), link);
            case Opened.ToSendKit page -> new Opened.Expired(page.placement(), page.rep(), link);
            case Opened.ToFixRecord page -> new Opened.Expired(page.placement(), page.rep(), link);
            case Opened.ToSequence page ->
                    new Opened.Expired(
                            page.placement(), null, held(link, page.sequence(), page.by()));
            case Opened.ToRemove page ->
                    new Opened.Expired(
                            page.placement(), null, held(link, page.sequence(), page.by()));
            case Opened.Ended page -> page;
            case Opened.TakenBack page -> page;
            case Opened.NoKit page -> page;
            case Opened.Expired page -> page;
            case Opened.NotALink page -> page;
        };
    }

    private static Link held(Link link, Sequence sequence, @Nullable Person by) {
        return link.heldBy(by == null ? Person.idOf(sequence.ownerEmail()) : by.id());
    }

    private Opened open(Link link) {
        // A removal is about the copy itself, because that is what is taken out of the sequence.
        boolean itself = link.purpose() == Purpose.REMOVAL;
        Optional<Placement> found =
                placements
                        .find(link.placement())
                        .map(placement -> itself ? placement : firstOf(placement));
        if (found.isEmpty()) {
            return new Opened.NotALink();
        }
        Placement placement = found.get();
        return switch (link.purpose()) {
            case AUDIT, AUDIT_VISIT -> new Opened.NotALink();
            case SEQUENCE, REMOVAL -> ofSequence(link, placement);
            case ACKNOWLEDGE, REFERENCE, KIT, RECORD ->
                    directory
                            .roster()
                            .find(new RepId(link.person()))
                            .filter(Rep::active)
                            .map(rep -> ofRep(link.purpose(), placement, rep))
                            .orElseGet(Opened.NotALink::new);
        };
    }

    private Opened ofSequence(Link link, Placement placement) {
        Map<SequenceId, Sequence> sequences = directory.sequences();
        Sequence sequence = sequences.get(new SequenceId(link.person()));
        if (sequence == null) {
            return new Opened.NotALink();
        }
        @Nullable Person by =
                sequence.answerable(link.holder(), directory.agreement()).orElse(null);
        if (by == null && !isOwnersOlderLink(link, sequence)) {
            return new Opened.NotALink();
        }
        Map<SequenceId, OfSequence> answers = answers(placement);
        @Nullable OfSequence answer = answers.get(sequence.id());
        if (link.purpose() == Purpose.REMOVAL && !ChampionKit.isReady(placement, clock.instant())) {
            return new Opened.ToRemove(placement, sequence, by, removed(placement, answer));
        }
        if (placement.status().isOver()) {
            return new Opened.TakenBack(placement);
        }
        if (placement.isExpiredAt(clock.instant())) {
            return new Opened.Ended(
                    placement,
                    sequence,
                    answer instanceof InSequence,
                    directory.agreement().actingPrOwner().orElse(null));
        }
        List<Sequence> others =
                sequences.values().stream()
                        .filter(each -> !each.id().equals(sequence.id()))
                        .filter(each -> isOffered(each, answers, answer))
                        .sorted(Comparator.comparing(Sequence::name))
                        .toList();
        return new Opened.ToSequence(placement, sequence, by, answer, others);
    }

    /// The confirmation, unless the owner may have added the placement again since.
    private static @Nullable Removed removed(Placement placement, @Nullable OfSequence answer) {
        return answer instanceof Removed removed && removed.outdatedBy(placement).isEmpty()
                ? removed
                : null;
    }

    /// Whether the owner may say that the placement belongs there: it is active, and its own owner
    /// has not declined, unless this owner named it before.
    private static boolean isOffered(
            Sequence other, Map<SequenceId, OfSequence> answers, @Nullable OfSequence answer) {
        return other.status() == Sequence.Status.ACTIVE
                && (!(answers.get(other.id()) instanceof Declined) || isNamed(other.id(), answer));
    }

    /// Older links do not name their holder. They are accepted from the owner as long as the
    /// sequence has not changed owners since the link was written.
    private static boolean isOwnersOlderLink(Link link, Sequence sequence) {
        return link.holder() == null && sequence.hadItsOwnerAt(link.writtenAt());
    }

    private Map<SequenceId, OfSequence> answers(Placement placement) {
        Map<SequenceId, OfSequence> answers = new HashMap<>();
        for (Response each : responses.standing(placement)) {
            if (each instanceof OfSequence answer) {
                answers.put(answer.sequence(), answer);
            }
        }
        return answers;
    }

    /// Whether the answer says that the placement belongs in this sequence.
    private static boolean isNamed(SequenceId sequence, @Nullable OfSequence answer) {
        return answer instanceof Declined declined
                && declined.elsewhere() instanceof OtherSequence(var other)
                && other.equals(sequence);
    }

    private Opened ofRep(Purpose purpose, Placement placement, Rep rep) {
        if (purpose == Purpose.RECORD) {
            return new Opened.ToFixRecord(placement, rep);
        }
        if (placement.status().isOver()) {
            return new Opened.TakenBack(placement);
        }
        if (purpose == Purpose.ACKNOWLEDGE) {
            // Stored under the rep's first id, so that it counts once whichever link the rep used.
            RepId first = directory.roster().firstId(rep.id());
            return new Opened.ToAcknowledge(
                    placement, rep, responses.acknowledged(placement, first).orElse(null));
        }
        List<TargetAccount> accounts = accounts(rep);
        if (purpose == Purpose.REFERENCE) {
            return new Opened.ToReference(
                    placement, rep, accounts, standing(placement, rep, Referenced.class));
        }
        Optional<String> whyNot =
                ChampionKit.whyNot(placement, new ReaderClock(rep.zone(), clock.instant()), rep);
        return whyNot.isPresent()
                ? new Opened.NoKit(placement, rep, whyNot.get())
                : new Opened.ToSendKit(
                        placement, rep, accounts, standing(placement, rep, KitSent.class));
    }

    /// Responses about a copy are recorded for the original (R5.4).
    private Placement firstOf(Placement placement) {
        return placement.changes().copyOf().flatMap(placements::find).orElse(placement);
    }

    private List<TargetAccount> accounts(Rep rep) {
        Roster roster = directory.roster();
        return directory.accounts().stream()
                .filter(account -> account.isWorkedBy(rep, roster))
                .sorted(
                        Comparator.comparing((TargetAccount account) -> !account.target())
                                .thenComparing(TargetAccount::name))
                .toList();
    }

    private List<Response> standing(Placement placement, Rep rep, Class<? extends Response> kind) {
        Roster roster = directory.roster();
        return responses.standing(placement).stream()
                .filter(kind::isInstance)
                .filter(each -> roster.isSame(new RepId(each.person()), rep.id()))
                .toList();
    }
}
