package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aside.Aside;
import app.prtosales.audit.AuditMail;
import app.prtosales.audit.AuditWeek;
import app.prtosales.delivery.Audience;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Stop;
import app.prtosales.id.RepId;
import app.prtosales.kit.Attribution;
import app.prtosales.kit.Persona;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.WhatNext;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskAndAlarmTest {

    @Test
    void the_owner_of_a_sequence_gets_the_stage_the_reason_and_text_to_paste() {
        OutgoingMail mail = task(Samples.STORY);

        assertThat(mail.to()).isEqualTo("grace@ops.example");
        assertThat(mail.id().kind()).isEqualTo(MailKind.SEQUENCE_TASK);
        assertThat(
                        MailLint.problems(
                                mail,
                                "Add this story to “CFO outreach, health systems”, stage “decision”.",
                                "It is a byline for the CFO.",
                                "Paste this into the “decision” stage",
                                "For your business case, here’s something about financial integrity of device fleets",
                                "An article by Mike Kijewski, CEO of Northwind Devices, in MedCity News (November 24, 2026):",
                                "This is a contributed article: Northwind Devices wrote it, not the outlet’s reporters.",
                                "Tue, Nov 24, 8:00 AM CT",
                                "https://www.medcitynews.com/2026/11/device-uptime-is-a-balance-sheet-item/",
                                "It counts only after you confirm. If it doesn’t fit, say so on the same page."))
                .isEmpty();
        assertThat(MailLint.addresses(mail.html()))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("https://pr.example/r/sequence-");
    }

    @Test
    void r2_6_the_reminder_and_the_email_to_the_rule_owner_say_what_they_are() {
        OutgoingMail again = task(Samples.STORY, Asking.AGAIN);
        OutgoingMail handedOver = task(Samples.STORY, Asking.HANDED_OVER);

        assertThat(
                        MailLint.problems(
                                again,
                                "Reminder: add this story to",
                                "First asked Tue, Nov 24.",
                                "If we don’t hear back in 2 days, we’ll ask the person in charge of sequences."))
                .isEmpty();
        assertThat(MailLint.problems(handedOver, "Please step in:", "because nobody has answered."))
                .isEmpty();
        assertThat(again.thread()).isEqualTo(handedOver.thread());
    }

    @Test
    void each_stage_has_its_own_wording() {
        Set<String> openings = new HashSet<>();
        for (String stage : Samples.SEQUENCE.stages()) {
            openings.add(Forward.touch(Samples.green(), stage, Persona.CFO, null).getFirst());
        }
        assertThat(openings).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "podcast,a podcast episode",
        "webinar,a webinar",
        "tv-radio,a broadcast",
        "analyst-report,an analyst report",
        "byline,a quick read"
    })
    void what_cannot_be_read_quickly_is_not_called_a_quick_read(String format, String kind) {
        Story story = story(Words.read(Format.class, format).orElseThrow());

        assertThat(
                        Forward.touch(
                                        Samples.placement(story, Forwardability.GREEN),
                                        "awareness",
                                        Persona.CFO,
                                        null)
                                .getFirst())
                .startsWith("Here’s %s about ".formatted(kind));
    }

    private static Story story(Format format) {
        Story from = Samples.STORY;
        return new Story(
                from.url(),
                from.outlet(),
                from.headline(),
                format,
                from.tone(),
                from.topic(),
                from.spokesperson(),
                from.quote(),
                from.whyItMatters(),
                from.holdingLine());
    }

    @Test
    void a_reps_report_is_quoted_to_ops_next_to_the_current_record() {
        WrongRecord fix =
                new WrongRecord(new RepId("rep-07"), Samples.NOW, "I work <payers> now.", 1);
        WrongRecord more =
                new WrongRecord(new RepId("rep-07"), Samples.NOW, "And my zone is wrong.", 2);
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.WrongRecord(
                                new DeliveryId("p1", "rep-07", MailKind.RECORD_FIX),
                                Samples.green(),
                                Optional.of(Samples.REP),
                                List.of(fix, more),
                                Samples.AGREEMENT,
                                "ops@company.example"));

        assertThat(mail.subject()).isEqualTo("[Fix my record] Ada Lovelace");
        assertThat(mail.replyTo()).isEqualTo("ada@sales.example");
        assertThat(
                        MailLint.problems(
                                mail,
                                "I work <payers> now.",
                                "And my zone is wrong.",
                                "Time zone: Central",
                                "Tue, Nov 24, 9:30 AM CT"))
                .isEmpty();
    }

    @Test
    void
            a_new_link_email_says_what_the_link_opens_when_it_expires_and_what_to_do_if_you_did_not_ask() {
        OutgoingMail mail = Samples.MAIL_ROOM.write(newLink(Samples.green()));

        assertThat(mail.subject()).startsWith("[New link] ");
        assertThat(mail.to()).isEqualTo("ada@sales.example");
        assertThat(mail.thread()).isNull();
        assertThat(
                        MailLint.problems(
                                mail,
                                "Here’s your new link",
                                "Record where you used it",
                                "Feb 22, 2027",
                                "Didn’t ask for it?"))
                .isEmpty();
    }

    @Test
    void a_new_link_to_the_audit_belongs_to_no_placement() {
        OutgoingMail mail = Samples.MAIL_ROOM.write(newLink(null));

        assertThat(mail.subject()).isEqualTo("[New link] The audit");
        assertThat(MailLint.problems(mail, "Open the audit")).isEmpty();
    }

    /// @param placement null for a link to the audit
    static MailRequest.NewLink newLink(@Nullable Placement placement) {
        Purpose purpose = placement == null ? Purpose.AUDIT : Purpose.REFERENCE;
        return new MailRequest.NewLink(
                new DeliveryId("link-2026-11-24-0123", "rep-07", MailKind.NEW_LINK),
                new Link(
                        purpose,
                        new PlacementId(placement == null ? "audit-2026-w48" : "p1"),
                        "rep-07",
                        Samples.NOW.plus(Link.LASTS)),
                placement,
                "ada@sales.example",
                Samples.CHICAGO,
                Samples.NOW);
    }

    @Test
    void the_text_to_paste_has_no_internal_note() {
        OutgoingMail mail = task(Samples.STORY);

        assertThat(mail.text()).doesNotContain(Samples.green().note().text());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void coverage_is_never_called_independent(Format format) {
        Story story =
                new Story(
                        null,
                        "Outlet",
                        "H",
                        format,
                        Tone.NEUTRAL,
                        null,
                        "Jo Li, CEO",
                        null,
                        null,
                        null);

        String said = Attribution.of(story, "Acme");

        assertThat(said).contains("Outlet").doesNotContain("independent");
        if (EnumSet.of(Format.BYLINE, Format.PODCAST, Format.INTERVIEW, Format.WEBINAR)
                .contains(format)) {
            assertThat(said).contains("Jo Li, CEO of Acme,");
        }
    }

    @Test
    void hostile_text_stays_text_in_a_task_and_an_alarm() {
        String text = "<script>\"'&</script>";

        assertThat(MailLint.problems(task(Samples.everywhere(text)), text)).isEmpty();
        assertThat(
                        MailLint.problems(
                                Samples.MAIL_ROOM.write(
                                        new MailRequest.NoActiveRep(
                                                Samples.placement(
                                                        Samples.everywhere(text),
                                                        Forwardability.GREEN),
                                                0,
                                                Samples.AGREEMENT,
                                                "ops@company.example")),
                                text))
                .isEmpty();
    }

    @Test
    void a_placement_that_reached_nobody_causes_an_alarm_and_is_never_100_percent() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.NoActiveRep(
                                Samples.green(), 0, Samples.AGREEMENT, "ops@company.example"));

        assertThat(mail.subject()).startsWith("[Alarm] No active reps: MedCity News");
        assertThat(mail.id().recipient()).doesNotContain("@");
        assertThat(
                        MailLint.problems(
                                mail,
                                "This story reached nobody: there are no active reps on your list.",
                                "Its 24 hours count as neither met nor missed, and never as 100%.",
                                "The weekly email says “No”: it reached nobody.",
                                "Wed, Nov 25, 8:00 AM CT"))
                .isEmpty();
    }

    @Test
    void r1_12_a_ping_that_did_not_arrive_names_rep_reason_and_placement() {
        OutgoingMail mail =
                undelivered(
                        List.of(
                                new Failure(
                                        Samples.green(),
                                        "The coverage email",
                                        "Ada Lovelace",
                                        new MailFate(
                                                MailFate.Kind.BOUNCED, "mailbox does not exist"),
                                        new WhatNext(WhatNext.Step.SECOND_IS_TRIED))));

        assertThat(mail.subject()).startsWith("[Not delivered] MedCity News");
        assertThat(
                        MailLint.problems(
                                mail,
                                "The coverage email to Ada Lovelace wasn’t delivered.",
                                "bounced: mailbox does not exist",
                                "We’re trying their second address now.",
                                "Device uptime is a balance-sheet item",
                                "Wed, Nov 25, 8:00 AM CT"))
                .isEmpty();
    }

    @Test
    void r1_12_a_thousand_bouncing_addresses_make_one_email_that_counts_those_not_listed() {
        List<Failure> failures =
                IntStream.range(0, 1_000)
                        .mapToObj(i ->
                                new Failure(
                                        Samples.green(),
                                        "The coverage email",
                                        "Sample rep %d (rep-%d)".formatted(i, i),
                                        new MailFate(
                                                MailFate.Kind.NOT_SENT,
                                                "the address is bouncing (mailbox is full)"),
                                        new WhatNext(WhatNext.Step.NO_SECOND)))
                        .toList();
        OutgoingMail mail = undelivered(failures);

        assertThat(
                        MailLint.problems(
                                mail,
                                "1000 emails weren’t delivered.",
                                "not sent: the address is bouncing (mailbox is full)",
                                "And 960 more. The story’s page lists them all."))
                .isEmpty();
    }

    @Test
    void an_email_marked_as_spam_is_not_reported_as_undelivered() {
        OutgoingMail mail =
                undelivered(
                        List.of(
                                new Failure(
                                        Samples.green(),
                                        "The coverage email",
                                        Audience.REP,
                                        "Ada Lovelace",
                                        new MailFate(MailFate.Kind.MARKED_AS_SPAM),
                                        new WhatNext(WhatNext.Step.TALK_TO_THEM),
                                        true)));

        assertThat(mail.subject()).startsWith("[Marked as spam] MedCity News");
        assertThat(mail.text() + mail.html()).doesNotContain("delivered");
        assertThat(
                        MailLint.problems(
                                mail, "The coverage email to Ada Lovelace was marked as spam."))
                .isEmpty();
    }

    @Test
    void the_time_to_fix_an_address_is_in_the_readers_zone() {
        OutgoingMail mail =
                undelivered(
                        List.of(
                                new Failure(
                                        Samples.green(),
                                        "The coverage email",
                                        "Ada Lovelace",
                                        new MailFate(MailFate.Kind.BOUNCED, "mailbox is full"),
                                        new WhatNext(
                                                WhatNext.Step.NO_SECOND,
                                                new WhatNext.Fix.InTime(
                                                        Instant.parse("2026-11-25T14:00:00Z"))))));

        assertThat(
                        MailLint.problems(
                                mail,
                                "There’s no second address to try. Fix the address in the list of"
                                        + " reps by Wed, Nov 25, 8:00 AM CT, and we’ll send it"
                                        + " automatically."))
                .isEmpty();
    }

    @Test
    void r1_12_an_email_about_a_fine_address_leads_to_the_story_and_not_to_the_list_of_reps() {
        OutgoingMail mail =
                undelivered(
                        List.of(
                                new Failure(
                                        Samples.green(),
                                        "The coverage email",
                                        "Ada Lovelace",
                                        new MailFate(MailFate.Kind.BOUNCED, "mailbox is full"),
                                        new WhatNext(
                                                WhatNext.Step.NO_SECOND,
                                                new WhatNext.Fix.MakeRoom()))));

        assertThat(mail.text())
                .contains("Ask them to make room in their mailbox")
                .contains("Open the story: ")
                .doesNotContain("Fix the address", "#/directory/reps");
    }

    @Test
    void r1_12_failures_of_several_kinds_are_named_and_lead_to_each_list_after_the_deadline() {
        MailFate bounced = new MailFate(MailFate.Kind.BOUNCED, "mailbox does not exist");
        Placement old =
                Samples.placement(
                        Samples.STORY,
                        Forwardability.GREEN,
                        "A note",
                        new Publication(
                                Samples.NOW.minus(Duration.ofDays(8)), Samples.NEW_YORK, false));
        OutgoingMail mail =
                undelivered(
                        List.of(
                                new Failure(
                                        old,
                                        "The champion kit reminder",
                                        "Ada Lovelace",
                                        bounced,
                                        new WhatNext(WhatNext.Step.TELL_REP)),
                                new Failure(
                                        old,
                                        "The sequence email",
                                        Audience.SEQUENCE_OWNER,
                                        "the owner of “CFO”",
                                        bounced,
                                        new WhatNext(WhatNext.Step.TELL_OWNER),
                                        false)));

        assertThat(
                        MailLint.problems(
                                mail,
                                "Ada Lovelace · The champion kit reminder",
                                "the owner of “CFO” · The sequence email"))
                .isEmpty();
        assertThat(mail.text())
                .contains("#/directory/reps", "#/directory/sequences")
                .doesNotContain("Deadline:");
    }

    @Test
    void text_that_only_looks_like_an_instant_is_quoted_unchanged() {
        OutgoingMail mail =
                undelivered(
                        List.of(
                                new Failure(
                                        Samples.green(),
                                        "The coverage email",
                                        "Ada Lovelace",
                                        new MailFate(
                                                MailFate.Kind.BOUNCED,
                                                "$1 try after 2026-99-99T99:99:99Z"),
                                        new WhatNext(WhatNext.Step.NO_SECOND))));

        assertThat(MailLint.problems(mail, "bounced: $1 try after 2026-99-99T99:99:99Z")).isEmpty();
    }

    @Test
    void a_failed_weekly_email_is_reported_without_a_placement() {
        OutgoingMail mail =
                undelivered(
                        List.of(
                                new Failure(
                                        null,
                                        "The weekly audit email",
                                        Audience.LEADERSHIP,
                                        "a leadership address",
                                        new MailFate(MailFate.Kind.REFUSED, "SES: rejected"),
                                        new WhatNext(WhatNext.Step.TELL_PERSON_IN_CHARGE),
                                        false)));

        assertThat(mail.subject()).isEqualTo("[Not delivered] The weekly audit email");
        assertThat(
                        MailLint.problems(
                                mail,
                                "The weekly audit email to a leadership address wasn’t delivered.",
                                "SES: rejected"))
                .isEmpty();
    }

    private static OutgoingMail undelivered(List<Failure> failures) {
        return Samples.MAIL_ROOM.write(
                new MailRequest.Undelivered(
                        new DeliveryId("p1", "rep-07", MailKind.FAILED_PING),
                        failures,
                        Samples.AGREEMENT,
                        "ops@company.example"));
    }

    @Test
    void r1_9_a_warning_says_who_is_missing_why_and_how_much_time_is_left() {
        OutgoingMail mail = warning(Samples.STORY, 1);

        assertThat(mail.to()).isEqualTo("leader@company.example");
        assertThat(
                        MailLint.problems(
                                mail,
                                "4 h left: 47 of 48 reps have it.",
                                "Ada Lovelace: bounced: mailbox does not exist",
                                "Wed, Nov 25, 8:00 AM CT"))
                .isEmpty();
    }

    @Test
    void r1_9_a_warning_that_waited_past_the_deadline_says_that_it_is_late() {
        Placement placement = Samples.placement(Samples.STORY, Forwardability.AMBER);

        OutgoingMail late = Samples.warning(placement, 47, 48, 1, Duration.ofHours(2).negated());
        assertThat(
                        MailLint.problems(
                                late,
                                "The 24 hours are over, and 47 of 48 reps have it. We couldn’t send this warning in time.",
                                "Ada Lovelace: bounced: mailbox does not exist",
                                "After that, choose “Send again to reps who missed it” on the story’s page."))
                .isEmpty();
        assertThat(late.text())
                .doesNotContain("automatically", "send anything again", "first, then");
    }

    @Test
    void r1_9_a_warning_about_10_000_reps_with_hostile_text_is_still_a_valid_email() {
        assertThat(
                        MailLint.problems(
                                warning(Samples.everywhere("<script>\"'&</script>"), 10_000),
                                "<script>\"'&</script>",
                                "And 9960 more. The story’s page lists them all."))
                .isEmpty();
    }

    @Test
    void the_email_about_a_small_quota_says_how_much_is_left() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.QuotaShort(
                                Samples.green(),
                                "Amazon SES lets you send 20 more emails right now, and 48 reps need this one by the deadline",
                                Samples.AGREEMENT,
                                "ops@company.example"));

        assertThat(mail.subject()).startsWith("[Alarm] Email quota too small: MedCity News");
        assertThat(
                        MailLint.problems(
                                mail,
                                "Your email quota may be too small to reach the team in time.",
                                "Amazon SES lets you send 20 more emails right now, and 48 reps need this one by the deadline.",
                                "Nothing is lost",
                                "Wed, Nov 25, 8:00 AM CT"))
                .isEmpty();
    }

    @Test
    void r5_13_an_alarm_about_spam_reports_does_not_ask_to_fix_addresses_that_bounced() {
        Stop stop =
                new Stop(
                        1,
                        Samples.NOW,
                        "2 of 250 emails in 7 days were marked as spam (0.80%; the limit is 0.08%)",
                        null,
                        null,
                        null);
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.SendingStopped(
                                stop, Samples.AGREEMENT, "ops@company.example"));

        assertThat(mail.subject())
                .isEqualTo("[Alarm] Emails to reps have stopped: too many marked as spam");
        assertThat(mail.text())
                .contains("talk to the reps who marked our emails as spam")
                .doesNotContain("addresses that bounced");
    }

    @Test
    void the_email_about_a_stop_says_why_and_how_to_resume() {
        Stop stop =
                new Stop(
                        1,
                        Samples.NOW,
                        "10 of 250 emails in 7 days bounced (4.00%; the limit is 4%)",
                        null,
                        null,
                        null);
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.SendingStopped(
                                stop, Samples.AGREEMENT, "ops@company.example"));

        assertThat(mail.subject())
                .isEqualTo("[Alarm] Emails to reps have stopped: too many bounced");
        assertThat(
                        MailLint.problems(
                                mail,
                                "We stopped sending emails to reps.",
                                "10 of 250 emails in 7 days bounced (4.00%; the limit is 4%).",
                                "Nothing is lost",
                                "Resume emails",
                                "Tue, Nov 24, 9:30 AM CT"))
                .isEmpty();
    }

    @Test
    void i12_unreadable_items_are_listed_with_how_to_fix_them() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.ItemsAside(
                                List.of(
                                        new Aside(
                                                "PLACEMENT#abc",
                                                "PLACEMENT",
                                                "No enum constant Status.SHELVED",
                                                false)),
                                Samples.AGREEMENT,
                                "ops@company.example",
                                Samples.NOW));

        assertThat(mail.subject()).isEqualTo("[Alarm] A record can’t be read");
        assertThat(
                        MailLint.problems(
                                mail,
                                "Everything else keeps working.",
                                "PLACEMENT#abc / PLACEMENT: No enum constant Status.SHELVED",
                                "docs/operations.md"))
                .isEmpty();
    }

    @Test
    void r5_3_the_owner_is_asked_whether_it_is_still_true() {
        DeliveryId id = new DeliveryId("placement-1", "u-1", MailKind.STILL_TRUE);
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.StillTrue(
                                id,
                                Samples.green(),
                                List.of("CFO outreach, health systems"),
                                Samples.AGREEMENT,
                                "pr@company.example"));

        assertThat(mail.subject()).startsWith("[Still true?] ");
        assertThat(mail.to()).isEqualTo("pr@company.example");
        assertThat(
                        MailLint.problems(
                                mail,
                                "Is this story still true?",
                                "It is in: CFO outreach, health systems.",
                                "Expires"))
                .isEmpty();
    }

    @Test
    void r4_7_the_email_about_a_late_weekly_email_says_when_it_was_due() {
        OutgoingMail mail =
                Samples.AUDIT_ROOM.write(
                        new AuditMail.Late(
                                AuditWeek.read("2026-W26").orElseThrow(),
                                Samples.NOW,
                                Samples.AGREEMENT,
                                "ops@company.example"));

        assertThat(mail.subject())
                .isEqualTo("[Alarm] The weekly audit email hasn’t gone out: week 26 of 2026");
        assertThat(
                        MailLint.problems(
                                mail,
                                "The weekly audit email hasn’t reached everyone in leadership.",
                                "It covers week 26 of 2026 and is more than half an hour late.",
                                "We try again every hour for three days"))
                .isEmpty();
        assertThat(MailLint.addresses(mail.html())).containsExactly("https://pr.example/#/audit");
    }

    private static OutgoingMail warning(Story story, int missing) {
        return Samples.warning(
                Samples.placement(story, Forwardability.AMBER), 47, 47 + missing, missing);
    }

    private static OutgoingMail task(Story story) {
        return task(story, Asking.FIRST);
    }

    private static OutgoingMail task(Story story, Asking asking) {
        return Samples.MAIL_ROOM.write(
                Samples.task(Samples.placement(story, Forwardability.GREEN), asking, Samples.NOW));
    }
}
