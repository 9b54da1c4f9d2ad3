package app.prtosales.mailing;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.id.RepId;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One round of emails about a placement: the kind of email and the number of the round.
///
/// @param number counts from 1; a second correction is a separate mailing from the first
public record Mailing(RepMail mail, int number) {

    /// An order that does not change from run to run.
    public static final Comparator<Mailing> BY_WORD = Comparator.comparing(Mailing::word);

    /// Why a distributor's ping was canceled; it is planned again once the story is Green again.
    public static final String NOT_GREEN = "the story can’t be forwarded anymore";

    /// Why a reminder of the kit was canceled; it is planned again once the kit may be sent again.
    public static final String NO_KIT = "the kit can’t be sent anymore";

    /// Why an email was canceled for a rep who had left; what the rep missed is sent once the rep
    /// is back.
    public static final String LEFT = "no longer an active rep";

    /// The pings of a placement (R1.1).
    public static final Mailing PINGS = new Mailing(RepMail.PING, 1);

    /// From this number on, the round is a ping to a corrected address.
    private static final int CORRECTED = 1_001;

    /// Rounds about the same change are this far apart. A story has far fewer changes of a kind.
    private static final int REPEATED = 1_000;

    /// How many times an email about a change is repeated for a rep who missed it.
    public static final int MAXIMUM_REPEATS = 8;

    /// The pings of a Green placement to the distributors (R5.5).
    public static final Mailing DISTRIBUTOR_PINGS = new Mailing(RepMail.DISTRIBUTOR_PING, 1);

    /// The emails about a retraction (R5.6).
    public static final Mailing RETRACTIONS = new Mailing(RepMail.RETRACTION, 1);

    /// The reminders of the champion kit (R3.5).
    public static final Mailing KIT_REMINDERS = new Mailing(RepMail.KIT_REMINDER, 1);

    /// A repeat of the ping, to a corrected address. Rounds that someone resends by hand are
    /// numbered from 2 and stay far below this range.
    ///
    /// @param time which repeat this is, from 1
    public static Mailing toCorrectedAddress(int time) {
        return new Mailing(RepMail.PING, CORRECTED - 1 + time);
    }

    /// The emails to reps about a change of the story.
    ///
    /// @throws IllegalArgumentException if reps are not told of changes of this kind
    public static Mailing about(PendingChange change) {
        return switch (change.kind()) {
            case TURN -> new Mailing(RepMail.TURN, change.number());
            case CORRECTION -> new Mailing(RepMail.CORRECTION, change.number());
            case RETRACTION -> RETRACTIONS;
            case RESEND, STILL_TRUE, EXPIRY, RENEWAL, FOLDED, CHOICE ->
                    throw new IllegalArgumentException(
                            "reps get no email about %s".formatted(change.kind().word()));
        };
    }

    /// The email about a change to reps who missed it.
    ///
    /// @param time which repeat this is, from 1
    public Mailing again(int time) {
        return new Mailing(mail, REPEATED * time + change());
    }

    /// The number of the change that the emails are about.
    public int change() {
        return mail.isAboutChange() ? number % REPEATED : number;
    }

    /// Which repetition of the email about the change this round is; 0 for the first round.
    public int time() {
        return mail.isAboutChange() ? number / REPEATED : 0;
    }

    /// Whether this round repeats emails about changes for reps who missed them.
    public boolean isRepeat() {
        return time() > 0;
    }

    /// Whether this round repeats the emails of another round.
    public boolean isRepeatOf(Mailing first) {
        return isRepeat() && mail == first.mail && change() == first.change();
    }

    /// Whether this round tells reps of the change, or of a color that the change has replaced.
    public boolean isAbout(PendingChange change) {
        Mailing first = about(change);
        return mail == first.mail && (mail == RepMail.TURN || change() == first.change());
    }

    /// Whether this round makes an earlier one obsolete: the latest color replaces earlier colors,
    /// and a retraction replaces everything.
    ///
    /// @param earlier a round about a change
    public boolean replaces(Mailing earlier) {
        return switch (mail) {
            case RETRACTION -> earlier.mail != mail || time() > earlier.time();
            case TURN ->
                    earlier.mail == mail
                            && (change() > earlier.change() || isLaterRepeatOf(earlier));
            case CORRECTION -> isLaterRepeatOf(earlier);
            case PING, DISTRIBUTOR_PING, KIT_REMINDER -> false;
        };
    }

    private boolean isLaterRepeatOf(Mailing earlier) {
        return isRepeatOf(earlier) && time() > earlier.time();
    }

    /// Whether this is a ping to a corrected address.
    public boolean isToCorrectedAddress() {
        return mail == RepMail.PING && number >= CORRECTED;
    }

    /// The timers at which the tick queues this round's waiting emails again, in case their queue
    /// message was lost.
    public Set<Timer> timers() {
        return switch (mail) {
            case PING ->
                    Set.of(number == 1 || isToCorrectedAddress() ? Timer.SENDS : Timer.FOLLOW_UP);
            case DISTRIBUTOR_PING -> Set.of(Timer.SENDS, Timer.FOLLOW_UP);
            case TURN, CORRECTION, RETRACTION -> Set.of(Timer.FOLLOW_UP);
            case KIT_REMINDER -> Set.of(Timer.KIT_REMINDER);
        };
    }

    /// The mailing as written in a queue message: `correction-2`.
    public String word() {
        String kind = mail.kind().word();
        return number == 1 ? kind : "%s-%d".formatted(kind, number);
    }

    /// Reads the result of [#word]; empty if it names no email that reps get.
    public static Optional<Mailing> read(String word) {
        return DeliveryId.parse("a.b." + word).flatMap(Mailing::of);
    }

    /// The round that an email belongs to; empty if it belongs to none.
    public static Optional<Mailing> of(DeliveryId id) {
        return RepMail.of(id.kind()).map(mail -> new Mailing(mail, id.number()));
    }

    /// The reps whom this round's emails go to, taken from these ids.
    public Set<RepId> reps(Collection<DeliveryId> emails) {
        return emails.stream()
                .filter(id -> id.kind() == mail.kind() && id.number() == number)
                .map(DeliveryId::rep)
                .collect(Collectors.toSet());
    }

    /// The email of this round to one rep.
    public DeliveryId to(PlacementId placement, RepId rep) {
        return new DeliveryId(placement.value(), rep.value(), mail.kind(), number);
    }
}
