package app.prtosales.ping;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.RepId;
import app.prtosales.mailing.ChangeNews;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.RepMail;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.response.Response;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One round of emails to reps at an instant: whether the round should still be sent, to whom, and
/// the data for each rep's email.
final class RepRound {

    private static final String LATER_CHANGE = "replaced by a later change";

    private final Placement placement;
    private final Mailing mailing;
    private final Roster roster;
    private final Map<RepId, List<TargetAccount>> accounts;
    private final Agreement agreement;
    private final List<Response> recorded;
    private final Function<Rep, ChangeNews> news;
    private final Instant now;

    /// @param accounts the accounts by the rep who works them
    /// @param recorded the responses that count, needed only for retractions and kit reminders
    /// @param news what an email about changes tells the rep
    RepRound(
            Placement placement,
            Mailing mailing,
            Roster roster,
            Map<RepId, List<TargetAccount>> accounts,
            Agreement agreement,
            List<Response> recorded,
            Function<Rep, ChangeNews> news,
            Instant now) {
        this.placement = placement;
        this.mailing = mailing;
        this.roster = roster;
        this.accounts = accounts;
        this.agreement = agreement;
        this.recorded = recorded;
        this.news = news;
        this.now = now;
    }

    Optional<Rep> find(RepId rep) {
        return roster.find(rep);
    }

    /// Why the rep does not get the email anymore.
    ///
    /// @param rep null for a rep who is no longer on the list
    Optional<String> whyNotSent(@Nullable Rep rep) {
        Optional<String> toNobody = whyNotSentToAnyone();
        if (toNobody.isPresent()) {
            return toNobody;
        }
        if (rep == null || !mayGetIt(rep)) {
            return Optional.of(Mailing.LEFT);
        }
        return unless(
                mailing.mail() != RepMail.KIT_REMINDER || !unarmedDeals(rep).isEmpty(),
                Mailing.NO_KIT);
    }

    private Optional<String> whyNotSentToAnyone() {
        boolean takenBack = placement.status().isOver();
        return switch (mailing.mail()) {
            case PING -> unless(placement.isPublicAt(now), "the story was withdrawn or retracted");
            case DISTRIBUTOR_PING ->
                    unless(
                            placement.isPublicAt(now)
                                    && placement.forwardabilityAt(now) == Forwardability.GREEN,
                            Mailing.NOT_GREEN);
            case TURN ->
                    unless(
                            !takenBack && placement.changes().turns().size() == mailing.change(),
                            LATER_CHANGE);
            case CORRECTION -> unless(!takenBack, LATER_CHANGE);
            case RETRACTION -> Optional.empty();
            case KIT_REMINDER -> unless(RemindOfKit.isReady(placement, now), Mailing.NO_KIT);
        };
    }

    private static Optional<String> unless(boolean holds, String why) {
        return holds ? Optional.empty() : Optional.of(why);
    }

    /// Whether the rep may still get the email: reps who have left get nothing from that minute on
    /// (R1.11).
    private boolean mayGetIt(Rep rep) {
        return switch (mailing.mail()) {
            case PING, KIT_REMINDER -> rep.isOnTeam();
            case DISTRIBUTOR_PING -> rep.isDistributor();
            case TURN, CORRECTION, RETRACTION -> rep.active();
        };
    }

    /// @param rep the rep, with the address that the email goes to
    MailRequest mailTo(Rep rep) {
        return switch (mailing.mail()) {
            case PING, DISTRIBUTOR_PING ->
                    new MailRequest.Ping(
                            mailing.to(placement.id(), rep.id()),
                            placement,
                            rep,
                            ownTargets(rep),
                            agreement,
                            now);
            case TURN ->
                    new MailRequest.Turn(
                            mailing.to(placement.id(), rep.id()),
                            placement,
                            Objects.requireNonNull(news.apply(rep).turn()),
                            rep,
                            agreement,
                            now);
            case CORRECTION ->
                    new MailRequest.RepCorrection(
                            mailing.to(placement.id(), rep.id()),
                            placement,
                            news.apply(rep),
                            rep,
                            agreement,
                            now);
            case RETRACTION ->
                    new MailRequest.Retraction(
                            mailing.to(placement.id(), rep.id()),
                            placement,
                            Objects.requireNonNull(placement.changes().takenBack()),
                            rep,
                            recordedBy(rep, Referenced.class),
                            recordedBy(rep, KitSent.class),
                            agreement,
                            now);
            case KIT_REMINDER ->
                    new MailRequest.KitReminder(placement, rep, unarmedDeals(rep), agreement, now);
        };
    }

    private List<TargetAccount> unarmedDeals(Rep rep) {
        return new UnarmedDeals(placement, recorded, roster)
                .of(rep, accounts.getOrDefault(rep.id(), List.of()));
    }

    private List<TargetAccount> ownTargets(Rep rep) {
        return TargetAccount.worked(
                accounts.getOrDefault(rep.id(), List.of()), placement, rep, roster);
    }

    private <R extends Response> List<R> recordedBy(Rep rep, Class<R> kind) {
        return recorded.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(response -> roster.isSame(new RepId(response.person()), rep.id()))
                .toList();
    }
}
