package app.prtosales.notice;

import app.prtosales.delivery.Audience;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.WarningSteps;
import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.MailRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who an email went to, in words that tell ops whose address to look at.
///
/// @param audience decides which list the address is in
record Addressee(String who, Audience audience) {

    private static final String IN_CHARGE_OF_SEQUENCES = "the person in charge of sequences";

    static Addressee of(DeliveryId mail, Directory directory) {
        Agreement agreement = directory.agreement();
        if (mail.kind() == MailKind.SEQUENCE_HANDED_OVER
                || MailRequest.SequenceCorrection.isHandedOver(mail)) {
            @Nullable Sequence sequence = sequence(mail, directory);
            return inAgreement(
                    IN_CHARGE_OF_SEQUENCES,
                    sequence == null ? null : sequence.handedOverTo(agreement));
        }
        return switch (mail.kind().audience()) {
            case REP ->
                    new Addressee(
                            rep(mail, directory).map(Rep::name).orElse("a former rep"),
                            Audience.REP);
            case SEQUENCE_OWNER -> owner(sequence(mail, directory));
            case ESCALATION -> warned(mail, agreement);
            case PR_OWNER -> inAgreement("the PR owner", agreement.actingPrOwner().orElse(null));
            case RULE_OWNER ->
                    inAgreement(
                            IN_CHARGE_OF_SEQUENCES,
                            agreement
                                    .inChargeOfSequences()
                                    .filter(to -> Person.idOf(to).equals(mail.recipient()))
                                    .orElse(null));
            case LEADERSHIP ->
                    agreement
                            .leader(mail.recipient())
                            .map(leader -> inAgreement("the leadership address", leader.email()))
                            .orElseGet(() -> inAgreement("a former leadership address", null));
            case ASKER -> asker(mail, directory);
            case OPS -> inAgreement("sales ops", agreement.actingOps().orElse(null));
        };
    }

    private static Optional<Rep> rep(DeliveryId mail, Directory directory) {
        return directory.roster().find(mail.rep());
    }

    private static @Nullable Sequence sequence(DeliveryId mail, Directory directory) {
        return directory.sequences().get(new SequenceId(mail.recipient()));
    }

    private static Addressee owner(@Nullable Sequence sequence) {
        return new Addressee(
                sequence == null
                        ? "the owner of a deleted sequence"
                        : "the owner of “%s”".formatted(sequence.name()),
                Audience.SEQUENCE_OWNER);
    }

    /// A warning's ledger row names its step in place of a recipient ([WarnBeforeDeadline#id]).
    private static Addressee warned(DeliveryId mail, Agreement agreement) {
        int dot = mail.recipient().lastIndexOf('.');
        String to =
                dot < 0
                        ? null
                        : new WarningSteps(agreement)
                                .recipient(Duration.parse(mail.recipient().substring(0, dot)))
                                .orElse(null);
        return inAgreement("the person warned before the deadline", to);
    }

    /// A rep, the owner of a sequence or a leader may ask for a new link, and PR for a test.
    private static Addressee asker(DeliveryId mail, Directory directory) {
        return rep(mail, directory)
                .map(rep -> new Addressee(rep.name(), Audience.REP))
                .or(() ->
                        directory.sequences().values().stream()
                                .filter(each ->
                                        Person.idOf(each.ownerEmail()).equals(mail.recipient()))
                                .findFirst()
                                .map(Addressee::owner))
                .or(() ->
                        directory
                                .agreement()
                                .leader(mail.recipient())
                                .map(leader ->
                                        inAgreement("the leadership address", leader.email())))
                .orElseGet(() -> new Addressee("the person who asked for it", Audience.ASKER));
    }

    private static Addressee inAgreement(String role, @Nullable String address) {
        return new Addressee(
                address == null ? role : "%s (%s)".formatted(role, address), Audience.LEADERSHIP);
    }
}
