package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.SesEvent.Bounced;
import app.prtosales.delivery.SesEvent.Complained;
import app.prtosales.delivery.SesEvent.Delayed;
import app.prtosales.delivery.SesEvent.Delivered;
import app.prtosales.delivery.SesEvent.Rejected;
import app.prtosales.delivery.SesEvent.Sent;
import app.prtosales.ping.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final DeliveryId ID =
            new DeliveryId("sample-placement", "rep-01", MailKind.PING);
    private static final Delivery PLANNED = Delivery.planned(ID, NOON);
    private static final Delivery CLAIMED = PLANNED.claimed(NOON, LEASE).orElseThrow();

    @Test
    void a_planned_email_is_claimed_once() {
        assertThat(CLAIMED.state()).isEqualTo(DeliveryState.SENDING);
        assertThat(CLAIMED.claimed(NOON, LEASE)).isEmpty();
    }

    @Test
    void a_sent_email_is_not_yet_reached() {
        assertThat(CLAIMED.accepted("ses-1", NOON).isReached()).isFalse();
    }

    @Test
    void a_delivery_event_means_reached() {
        Delivery delivered = CLAIMED.accepted("ses-1", NOON).with(delivered(5));

        assertThat(delivered.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(delivered.isReachedBy(NOON.plusSeconds(5))).isTrue();
        assertThat(delivered.isReachedBy(NOON.plusSeconds(4))).isFalse();
    }

    @Test
    void a_permanent_bounce_after_the_delivery_undoes_it() {
        Delivery bounced = CLAIMED.accepted("ses-1", NOON).with(delivered(5)).with(bounced(9));

        assertThat(bounced.state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(bounced.isReached()).isFalse();
    }

    @Test
    void r1_11_a_transient_bounce_after_the_delivery_does_not_undo_it() {
        Delivery delivered = CLAIMED.accepted("ses-1", NOON).with(delivered(5));
        SesEvent outOfOffice =
                new Bounced("ses-1", NOON.plusSeconds(9), false, "out of office", null);

        assertThat(delivered.with(outOfOffice).isReached()).isTrue();
    }

    @Test
    void i3_events_twice_late_or_in_any_order_leave_the_same_row() {
        List<SesEvent> events =
                List.of(
                        new Sent("ses-1", NOON.plusSeconds(1)),
                        new Delayed("ses-1", NOON.plusSeconds(3)),
                        delivered(5),
                        delivered(7),
                        bounced(9),
                        new Bounced("ses-1", NOON.plusSeconds(4), true, "an earlier one", null),
                        new Complained("ses-1", NOON.plusSeconds(11), null));
        Set<Delivery> ends = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            List<SesEvent> order = new ArrayList<>(events);
            order.addAll(events.subList(0, random.nextInt(events.size())));
            Collections.shuffle(order, random);
            Delivery row = CLAIMED;
            int acceptedAfter = random.nextInt(order.size());
            for (int e = 0; e < order.size(); e++) {
                row = row.with(order.get(e));
                row = e == acceptedAfter ? row.accepted("ses-1", NOON) : row;
            }
            ends.add(withoutVersion(row));
        }
        assertThat(ends).hasSize(1);
    }

    @Test
    void a_rejection_by_ses_stays_a_rejection_whatever_comes_later() {
        Rejected rejected = new Rejected("ses-1", NOON.plusSeconds(2), "Bad content");
        Sent sent = new Sent("ses-1", NOON.plusSeconds(1));

        assertThat(CLAIMED.with(rejected).with(sent).state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(CLAIMED.with(sent).with(rejected).state()).isEqualTo(DeliveryState.REJECTED);
    }

    @Test
    void a_repeated_delivery_event_changes_nothing_not_even_the_version() {
        Delivery delivered = CLAIMED.with(delivered(5));

        assertThat(delivered.with(delivered(5))).isSameAs(delivered);
        assertThat(delivered.with(delivered(6)).version()).isEqualTo(delivered.version());
    }

    @Test
    void after_a_sender_dies_the_email_is_unknown_and_sent_once_more_after_the_grace_period() {
        Instant leaseOver = NOON.plus(LEASE);
        Delivery unknown = CLAIMED.settled(leaseOver);
        Delivery again = unknown.settled(leaseOver.plus(Delivery.GRACE));

        assertThat(CLAIMED.settled(leaseOver.minusMillis(1))).isSameAs(CLAIMED);
        assertThat(unknown.state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(unknown.claimed(leaseOver, LEASE)).isEmpty();
        assertThat(again.state()).isEqualTo(DeliveryState.PLANNED);
        assertThat(again.possibleDuplicate()).isTrue();

        Delivery twice = again.claimed(NOON, LEASE).orElseThrow().unknown(NOON);
        assertThat(twice.settled(NOON.plus(Delivery.GRACE)).state())
                .isEqualTo(DeliveryState.REJECTED);
    }

    @Test
    void a_send_event_from_ses_settles_an_unknown_email() {
        Delivery unknown = CLAIMED.unknown(NOON);

        assertThat(unknown.with(new Sent("ses-1", NOON)).state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void a_result_recorded_after_the_events_undoes_nothing() {
        Delivery delivered = CLAIMED.with(delivered(5));

        assertThat(delivered.accepted("ses-1", NOON).state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(delivered.putBack()).isSameAs(delivered);
        assertThat(delivered.unknown(NOON)).isSameAs(delivered);
        assertThat(delivered.rejected("late", NOON)).isSameAs(delivered);
    }

    @Test
    void a_refusal_has_a_time_until_an_event_proves_that_ses_accepted_the_email() {
        Delivery refused = CLAIMED.rejected("SES: MessageRejected", NOON.plusSeconds(3));

        assertThat(refused.refusedAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(PLANNED.withheld("on hold", NOON).refusedAt()).isEqualTo(NOON);
        assertThat(refused.refusedWithOthers("SES: Throttling").refusedAt()).isNull();
        assertThat(refused.with(delivered(5)).refusedAt()).isNull();
    }

    @Test
    void a_reason_holds_until_the_next_attempt() {
        Delivery barred = CLAIMED.barred("SES takes no mail from us: AccountSuspended");
        Delivery again = barred.claimed(NOON, LEASE).orElseThrow();
        Instant leaseOver = NOON.plus(LEASE);
        Delivery unknown = again.settled(leaseOver);

        assertThat(barred.reason()).isEqualTo("SES takes no mail from us: AccountSuspended");
        assertThat(again.putBack().reason()).isNull();
        assertThat(unknown.reason()).isNull();
        assertThat(unknown.settled(leaseOver.plus(Delivery.GRACE)).reason()).isNull();
        assertThat(again.accepted("ses-1", NOON).reason()).isNull();
        assertThat(again.barred("SES takes no mail from us: MailFromDomainNotVerified").reason())
                .isEqualTo("SES takes no mail from us: MailFromDomainNotVerified");
    }

    @Test
    void a_canceled_email_that_is_planned_again_has_no_reason_left() {
        Delivery tried = CLAIMED.putBack().cancelled("no longer an active rep");

        assertThat(tried.plannedAgain().reason()).isNull();
        assertThat(Reach.fate(tried.plannedAgain()).words()).isEqualTo("waiting to be sent again");
    }

    @Test
    void a_permanent_bounce_of_the_message_undoes_the_delivery_whatever_the_clocks_say() {
        Delivery delivered = CLAIMED.accepted("ses-1", NOON).with(delivered(300));

        Delivery bounced = delivered.with(bounced(120));

        assertThat(bounced.isReached()).isFalse();
        assertThat(bounced.state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(CLAIMED.accepted("ses-1", NOON).with(bounced(120)).with(delivered(300)))
                .isEqualTo(bounced);
    }

    @Test
    void two_messages_of_one_email_are_kept_separate() {
        Delivery both =
                CLAIMED.accepted("ses-1", NOON)
                        .with(delivered(5))
                        .with(new Bounced("ses-2", NOON.plusSeconds(9), true, "gone", null));

        assertThat(both.isReached()).isTrue();
        assertThat(both.with(bounced(1)).isReached()).isFalse();
    }

    @Test
    void a_transient_bounce_is_a_failure_before_a_delivery_and_ignored_after_one() {
        Bounced bounced = new Bounced("ses-1", NOON.plusSeconds(9), false, "mailbox is full", null);
        Delivery failed = CLAIMED.accepted("ses-1", NOON).with(bounced);

        assertThat(failed.state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(Reach.fate(failed).words()).isEqualTo("not delivered: mailbox is full");
        assertThat(failed.with(delivered(5)).isReached()).isTrue();
        assertThat(failed.with(delivered(5)))
                .isEqualTo(CLAIMED.accepted("ses-1", NOON).with(delivered(5)).with(bounced));
    }

    @Test
    void facts_stored_without_a_message_id_are_compared_by_time() {
        assertThat(earlier(5, 9).isReached()).isFalse();
        assertThat(earlier(9, 5).isReached()).isTrue();
        assertThat(earlier(9, 5).state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void facts_stored_without_a_message_id_belong_to_the_only_message() {
        Delivery delivered = earlier(9, null);

        assertThat(delivered.with(bounced(5)).isReached()).isFalse();
        assertThat(delivered.with(delivered(9)).with(delivered(9)).isReached()).isTrue();
    }

    /// A row as an earlier version stored it.
    private static Delivery earlier(int deliveredAfter, @Nullable Integer bouncedAfter) {
        Delivery row = CLAIMED.accepted("ses-1", NOON);
        SesMessage facts =
                new SesMessage(
                        SesMessage.UNKNOWN,
                        NOON.plusSeconds(deliveredAfter),
                        bouncedAfter == null
                                ? null
                                : new SesMessage.Failed(NOON.plusSeconds(bouncedAfter), "gone"),
                        null,
                        null,
                        null,
                        null);
        return new Delivery(
                row.id(),
                row.sending(),
                row.attempt(),
                row.plannedAt(),
                row.leaseUntil(),
                row.acceptedAt(),
                row.refusedAt(),
                row.sesId(),
                List.of(facts),
                null,
                null,
                row.placementVersion(),
                false,
                row.version());
    }

    @Test
    void each_change_increases_the_version_by_one() {
        assertThat(PLANNED.version()).isEqualTo(1);
        assertThat(CLAIMED.version()).isEqualTo(2);
        assertThat(CLAIMED.putBack().version()).isEqualTo(3);
        assertThat(CLAIMED.with(delivered(5)).version()).isEqualTo(3);
    }

    @Test
    void emails_to_reps_and_to_sequence_owners_are_threaded() {
        assertThat(Audience.values())
                .filteredOn(Audience::isThreaded)
                .containsExactly(Audience.REP, Audience.SEQUENCE_OWNER);
    }

    @Test
    void i10_an_email_in_a_log_shows_its_id_but_no_address_or_text() {
        OutgoingMail mail =
                new OutgoingMail(
                        ID, "rep@sample-medtech.example", "Subject", "Html", "Text", null, null);

        assertThat(mail).hasToString("mail sample-placement.rep-01.ping");
    }

    @Test
    void the_id_of_a_later_email_of_a_kind_reads_back_from_its_text() {
        DeliveryId second = new DeliveryId("p1", "j.doe-2", MailKind.CORRECTION, 12);

        assertThat(second.value()).isEqualTo("p1.j.doe-2.correction-12");
        assertThat(DeliveryId.parse(second.value())).contains(second);
        assertThat(DeliveryId.parse("p1.j.doe-2.correction-1")).isEmpty();
        assertThat(DeliveryId.parse("p1.j.doe-2.correction-02")).isEmpty();
    }

    @Test
    void a_delivery_id_reads_back_even_with_dots_in_the_recipient() {
        DeliveryId id = new DeliveryId("p1", "j.doe.2", MailKind.SEQUENCE_TASK);

        assertThat(id.value()).isEqualTo("p1.j.doe.2.sequence-task");
        assertThat(DeliveryId.parse(id.value())).contains(id);
        assertThat(DeliveryId.parse("p1.rep.no-such-kind")).isEmpty();
        assertThat(DeliveryId.parse("nothing")).isEmpty();
        assertThat(DeliveryId.parse("p1.ping")).isEmpty();
        assertThat(DeliveryId.parse("p1.'; DROP TABLE.ping")).isEmpty();
    }

    @Test
    void the_tag_of_the_longest_id_is_valid_for_ses_and_reads_back() {
        for (MailKind kind : MailKind.values()) {
            DeliveryId longest = new DeliveryId("p".repeat(60), "a.-_".repeat(16), kind, 9_999);

            assertThat(longest.tag()).matches("[A-Za-z0-9_-]{1,255}");
            assertThat(DeliveryId.readTag(longest.tag())).contains(longest);
        }
    }

    @Test
    void a_tag_in_the_form_of_earlier_versions_is_read_too() {
        DeliveryId id = new DeliveryId("p1", "j.doe.2", MailKind.CORRECTION, 3);

        assertThat(id.tag()).isEqualTo("cDEuai5kb2UuMi5jb3JyZWN0aW9uLTM");
        assertThat(DeliveryId.readTag("p1.j.doe.2.correction-3")).contains(id);
    }

    @Test
    void a_tag_that_is_not_ours_is_not_read() {
        assertThat(DeliveryId.readTag("")).isEmpty();
        assertThat(DeliveryId.readTag("nothing")).isEmpty();
        assertThat(DeliveryId.readTag("cDEuai5kb2UuMi5jb3JyZWN0aW9uLTM=")).isEmpty();
        assertThat(DeliveryId.readTag("p1.'; DROP TABLE.ping")).isEmpty();
        assertThat(DeliveryId.readTag("<script>")).isEmpty();
    }

    @Test
    void only_a_report_of_a_delay_makes_an_email_delayed() {
        Delivery delivered = CLAIMED.accepted("ses-1", NOON).with(delivered(1));

        assertThat(delivered.isDelayed()).isFalse();
        assertThat(delivered.with(new Delayed("ses-1", NOON)).isDelayed()).isTrue();
    }

    private static SesEvent delivered(int seconds) {
        return new Delivered("ses-1", NOON.plusSeconds(seconds));
    }

    private static SesEvent bounced(int seconds) {
        return new Bounced("ses-1", NOON.plusSeconds(seconds), true, "550 user unknown", null);
    }

    private static Delivery withoutVersion(Delivery row) {
        return new Delivery(
                row.id(),
                row.sending(),
                row.attempt(),
                row.plannedAt(),
                row.leaseUntil(),
                row.acceptedAt(),
                row.refusedAt(),
                row.sesId(),
                row.messages(),
                row.reason(),
                row.mailbox(),
                row.placementVersion(),
                row.possibleDuplicate(),
                0);
    }
}
