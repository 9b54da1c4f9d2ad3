package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A restored table has lost an hour's emails; SES's events report them again.
class MailsWithoutARowTest {

    private static final int TEAM = 6;
    private static final Instant START = Samples.WEDNESDAY.plus(Duration.ofHours(1));

    @Test
    void sent_pings_are_not_repeated_if_a_restore_lost_the_placement_itself() {
        Company before = new Company(START);
        before.reps(TEAM);
        before.distribute(Samples.submission(Samples.numbered(1)));
        assertThat(before.mailbox.mails).hasSize(TEAM);

        Company after = new Company(START.plus(Duration.ofHours(1)));
        after.reps(TEAM);
        for (int time = 0; time < 2; time++) {
            before.mailbox.mails.forEach(mail -> replay(after, mail));
        }
        PlacementId id = after.distribute(Samples.submission(Samples.numbered(1))).id();
        after.runUntil(START.plus(Duration.ofHours(3)));

        assertThat(after.mailbox.mails).isEmpty();
        assertThat(after.pings(id))
                .hasSize(TEAM)
                .allMatch(ping -> ping.state() == DeliveryState.DELIVERED);
        assertThat(after.reached(id).count()).isEqualTo(TEAM);
    }

    private static void replay(Company company, OutgoingMail mail) {
        company.recordFeedback.record(mail.id(), new SesEvent.Sent("ses-" + mail.id(), START));
        company.recordFeedback.record(
                mail.id(), new SesEvent.Delivered("ses-" + mail.id(), START.plusSeconds(60)));
    }
}
