package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Rep;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.ChangeNews;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.RepMail;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Tone;
import app.prtosales.response.How;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// R5.5, R5.6 and R5.7: the emails that follow a ping, in its thread and in its style.
class ChangeMailTest {

    private static final String REASON = "promotional review cleared it";

    @Test
    void r5_5_when_it_turns_green_the_rep_is_told_that_they_may_forward_it_and_what() {
        OutgoingMail mail = turned(Forwardability.AMBER, Forwardability.GREEN);

        assertThat(
                        MailLint.problems(
                                mail,
                                "You may forward this now.",
                                "Green",
                                "You may forward the link.",
                                "It was Amber and is now Green.",
                                "Why: " + REASON,
                                "Forward this to your champion",
                                "I used it in a deal"))
                .isEmpty();
        assertThat(mail.id().value()).endsWith(".turn");
    }

    @ParameterizedTest
    @EnumSource(Forwardability.class)
    void r5_5_every_color_change_is_described_in_words(Forwardability to) {
        Forwardability from =
                to == Forwardability.AMBER ? Forwardability.GREEN : Forwardability.AMBER;

        assertThat(MailLint.problems(turned(from, to), Signal.of(to).rule("https://x.example")))
                .isEmpty();
    }

    @Test
    void r5_3_r5_5_no_email_allows_forwarding_an_ended_placement() {
        Placement green = Samples.green();
        Instant ended = green.expiresAt();
        ColorChange turn =
                new ColorChange(
                        1, Forwardability.AMBER, Forwardability.GREEN, Samples.NOW, "u-1", REASON);
        Correction correction =
                new Correction(1, List.of(), Samples.NOW, "u-1", "the name was wrong");
        MailRoom room = Samples.MAIL_ROOM;

        assertThat(
                        List.of(
                                room.write(
                                        new MailRequest.Ping(
                                                green,
                                                Samples.REP,
                                                List.of(),
                                                Samples.AGREEMENT,
                                                ended)),
                                room.write(
                                        new MailRequest.Turn(
                                                green,
                                                turn,
                                                Samples.REP,
                                                Samples.AGREEMENT,
                                                ended)),
                                room.write(
                                        new MailRequest.RepCorrection(
                                                green,
                                                correction,
                                                Samples.REP,
                                                Samples.AGREEMENT,
                                                ended)),
                                room.write(
                                        new MailRequest.SequenceCorrection(
                                                green,
                                                correction,
                                                Samples.SEQUENCE,
                                                "decision",
                                                Asking.FIRST,
                                                Samples.SEQUENCE.ownerEmail(),
                                                Samples.CHICAGO,
                                                ended))))
                .allSatisfy(mail ->
                        assertThat(mail.text())
                                .contains("Red: Do not use.")
                                .doesNotContain("You may forward"));
    }

    @Test
    void r5_5_an_email_about_turning_red_has_nothing_to_forward_and_no_button() {
        OutgoingMail mail = turned(Forwardability.GREEN, Forwardability.RED);

        assertThat(mail.text())
                .doesNotContain("Forward this")
                .doesNotContain("I used it in a deal");
        assertThat(mail.html())
                .doesNotContain("Forward this")
                .doesNotContain("I used it in a deal");
    }

    @Test
    void r5_6_a_correction_shows_what_was_wrong_and_what_is_right() {
        assertThat(
                        MailLint.problems(
                                correction(),
                                "Correction: something we told you about this story was wrong.",
                                "Why: the name was wrong",
                                "Headline: The right headline (was: The wrong headline)",
                                "Quote: removed.",
                                "Topic: margins",
                                "Segments: Insurers (was: Insurers and day clinics)",
                                "Time zone: Eastern (was: Berlin)"))
                .isEmpty();
    }

    @Test
    void r5_6_a_correction_keeps_the_thread_and_subject_of_the_ping() {
        Placement placement = Samples.green().dispatched(Samples.NOW, Samples.NOW, null);
        OutgoingMail ping =
                Samples.MAIL_ROOM.write(
                        new MailRequest.Ping(
                                placement, Samples.REP, List.of(), Samples.AGREEMENT, Samples.NOW));
        Correction correction =
                new Correction(
                        1,
                        List.of(
                                new Amendment(
                                        "headline", placement.story().headline(), "Another one")),
                        Samples.NOW.plusSeconds(60),
                        "u-1",
                        "the name was wrong");
        Story right = headline(placement.story(), "Another one");
        Placement corrected = placement.corrected(right, placement.note(), correction);

        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.RepCorrection(
                                corrected,
                                correction,
                                Samples.REP,
                                Samples.AGREEMENT,
                                Samples.NOW));

        assertThat(mail.thread()).isEqualTo(ping.thread()).isNotNull();
        assertThat(mail.subject()).isEqualTo("Re: " + ping.subject());
        assertThat(mail.html()).contains("Another one");
    }

    @Test
    void r5_6_a_retraction_says_stop_using_and_where_the_rep_used_it() {
        OutgoingMail mail = retraction(used());

        assertThat(
                        MailLint.problems(
                                mail,
                                "Stop using this story. It has been retracted.",
                                "Red",
                                "Why: a false figure",
                                "You recorded using it here. Tell them not to use it anymore",
                                "Northwind Health Plan: Sent to the customer"))
                .isEmpty();
        assertThat(
                        MailLint.problems(
                                retraction(List.of()), "You haven’t recorded using it in a deal."))
                .isEmpty();
    }

    @Test
    void r5_6_the_owner_of_a_sequence_is_asked_to_take_it_out() {
        OutgoingMail mail = Samples.removal(Samples.green().retracted(back()), "a false figure");

        assertThat(
                        MailLint.problems(
                                mail,
                                "Take this story out of",
                                Samples.SEQUENCE.name(),
                                "Why: a false figure",
                                "Remove it from every step"))
                .isEmpty();
        assertThat(mail.to()).isEqualTo(Samples.SEQUENCE.ownerEmail());
    }

    @Test
    void r5_6_a_removal_of_an_amber_placement_does_not_call_it_retracted() {
        OutgoingMail mail =
                Samples.removal(
                        Samples.placement(Samples.STORY, Forwardability.AMBER), "legal asked");

        assertThat(MailLint.problems(mail, "It can’t go to customers anymore.", "Amber")).isEmpty();
        assertThat(mail.text()).doesNotContain("retracted");
    }

    @Test
    void r5_5_an_expired_placement_may_not_be_forwarded_even_if_it_was_green() {
        Placement green = Samples.green();
        OutgoingMail mail =
                Samples.removal(green, "It has expired.", Asking.FIRST, green.expiresAt());

        assertThat(MailLint.problems(mail, "Red", "Do not use.", "It has expired.")).isEmpty();
        assertThat(mail.text()).doesNotContain("You may forward the link");
    }

    @Test
    void r2_6_an_unconfirmed_removal_says_which_request_it_is_and_who_is_asked_next() {
        Placement amber = Samples.placement(Samples.STORY, Forwardability.AMBER);
        OutgoingMail again = Samples.removal(amber, "legal asked", Asking.AGAIN, Samples.NOW);
        OutgoingMail handedOver =
                Samples.removal(amber, "legal asked", Asking.HANDED_OVER, Samples.NOW);

        assertThat(
                        MailLint.problems(
                                again,
                                "Reminder: take this story out of “CFO outreach, health systems”",
                                "First asked Tue, Nov 24.",
                                "If we don’t hear back in 2 days, we’ll ask the person in charge of sequences.",
                                "I took it out"))
                .isEmpty();
        assertThat(
                        MailLint.problems(
                                handedOver,
                                "Please step in: nobody has confirmed that this story is out of",
                                "Sent to you as the person in charge of sequences",
                                "I took it out"))
                .isEmpty();
        assertThat(handedOver.subject()).startsWith("[Sequence, not answered] ");
        assertThat(again.thread()).isEqualTo(handedOver.thread());
    }

    @Test
    void r5_6_emails_after_a_task_keep_its_thread_and_subject() {
        Instant sent = Samples.NOW;
        Story first = headline(Samples.STORY, Samples.STORY.headline() + ", and what it cost");
        Placement placement =
                Samples.placement(
                                headline(first, "The headline that the ping had"),
                                Forwardability.AMBER)
                        .dispatched(sent, sent, null);
        Correction before =
                correction(
                        "The headline that the ping had", first.headline(), sent.plusSeconds(60));
        placement =
                placement
                        .corrected(first, placement.note(), before)
                        .turned(
                                new ColorChange(
                                        1,
                                        Forwardability.AMBER,
                                        Forwardability.GREEN,
                                        sent.plusSeconds(120),
                                        "u-1",
                                        "cleared"));
        OutgoingMail task =
                Samples.MAIL_ROOM.write(
                        Samples.task(placement, Asking.FIRST, sent.plusSeconds(180)));
        Correction correction = correction(first.headline(), "Another one", sent.plusSeconds(240));
        Placement later =
                placement.corrected(headline(first, "Another one"), placement.note(), correction);

        OutgoingMail told =
                Samples.MAIL_ROOM.write(
                        new MailRequest.SequenceCorrection(
                                later,
                                correction,
                                Samples.SEQUENCE,
                                "decision",
                                Asking.FIRST,
                                Samples.SEQUENCE.ownerEmail(),
                                Samples.CHICAGO,
                                sent));
        MailRequest.SequenceTask reminder = Samples.task(later, Asking.AGAIN);
        OutgoingMail again =
                Samples.MAIL_ROOM.write(
                        new MailRequest.SequenceTask(
                                reminder.id(),
                                later,
                                reminder.suggestion(),
                                reminder.to(),
                                reminder.asking(),
                                reminder.usableAgain(),
                                sent.plusSeconds(180),
                                reminder.zone(),
                                sent.plusSeconds(300)));
        OutgoingMail removal = Samples.removal(later, "a false figure");

        assertThat(List.of(told, again, removal))
                .allSatisfy(mail -> {
                    assertThat(mail.subject()).isEqualTo("Re: " + task.subject());
                    assertThat(mail.thread()).isEqualTo(task.thread());
                });
    }

    @Test
    void r5_6_an_owner_of_a_sequence_that_nothing_suggests_anymore_reads_no_stage() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.SequenceCorrection(
                                Samples.green(),
                                correction("Wrong", "Right", Samples.NOW),
                                Samples.SEQUENCE,
                                "",
                                Asking.FIRST,
                                Samples.SEQUENCE.ownerEmail(),
                                Samples.CHICAGO,
                                Samples.NOW));

        assertThat(mail.text())
                .contains(
                        "Correction: if you added this story to “",
                        "”, replace the text.",
                        "What to do: If you haven’t added it, there’s nothing to do.")
                .doesNotContain("stage “”");
    }

    @Test
    void r5_6_a_sequence_owner_gets_the_corrected_text_to_paste() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.SequenceCorrection(
                                Samples.green(),
                                new Correction(
                                        1,
                                        List.of(new Amendment("headline", "Wrong", "Right")),
                                        Samples.NOW,
                                        "u-1",
                                        "a typo"),
                                Samples.SEQUENCE,
                                "decision",
                                Asking.FIRST,
                                Samples.SEQUENCE.ownerEmail(),
                                Samples.CHICAGO,
                                Samples.NOW));

        assertThat(
                        MailLint.problems(
                                mail,
                                "Correction: replace the text in “CFO outreach, health systems”",
                                "Headline: Right (was: Wrong)",
                                "Paste this",
                                Samples.STORY.headline()))
                .isEmpty();
    }

    @Test
    void r5_6_champions_who_do_not_fit_are_counted() {
        List<KitSent> sent =
                IntStream.rangeClosed(1, 23)
                        .mapToObj(i -> sent("Champion %d".formatted(i)).getFirst())
                        .toList();

        OutgoingMail mail = retracted(sent);

        assertThat(
                        MailLint.problems(
                                mail,
                                "Champion 20, Mercy Valley Health",
                                "and 3 more. Reply to this email, and PR will send you the whole list."))
                .isEmpty();
        assertThat(mail.text()).doesNotContain("Champion 21");
    }

    @Test
    void r5_6_a_headline_with_marks_of_its_own_is_quoted_once_to_champions() {
        Story story =
                new Story(
                        Samples.STORY.url(),
                        Samples.STORY.outlet(),
                        "“It pays back” says CFO",
                        Samples.STORY.format(),
                        Samples.STORY.tone(),
                        null,
                        null,
                        null,
                        null,
                        null);
        Placement quoted = Samples.placement(story, Forwardability.GREEN);

        assertThat(
                        Samples.MAIL_ROOM
                                .write(
                                        new MailRequest.Retraction(
                                                quoted.retracted(back()),
                                                back(),
                                                Samples.REP,
                                                List.of(),
                                                sent("Jo Sample"),
                                                Samples.AGREEMENT,
                                                Samples.NOW))
                                .text())
                .contains("Please don’t use “‘It pays back’ says CFO” (");
    }

    @Test
    void r5_6_the_champions_it_went_to_are_listed_with_a_line_to_send_them() {
        OutgoingMail mail = retracted(sent("Jo Sample"));

        assertThat(
                        MailLint.problems(
                                mail,
                                "You named these champions. Send each of them the text below",
                                "Jo Sample, Mercy Valley Health",
                                "anymore. It was withdrawn.",
                                "Paste this"))
                .isEmpty();
        String line = mail.text().substring(mail.text().indexOf("Please don’t use"));
        assertThat(line.lines().findFirst().orElseThrow())
                .as("our internal reason is not shown")
                .doesNotContain("a false figure");
    }

    @Test
    void r5_6_a_champion_at_an_account_with_two_ids_is_listed_once() {
        KitSent first = sent("Jo Sample").getFirst();
        KitSent again =
                new KitSent(
                        new RepId("rep-07"),
                        Samples.NOW,
                        new AccountId("crm-1"),
                        first.accountName(),
                        true,
                        "Jo Sample",
                        1);

        OutgoingMail mail = retracted(List.of(first, again));

        assertThat(mail.text()).containsOnlyOnce("Jo Sample, Mercy Valley Health");
    }

    @Test
    void r3_5_a_reminder_names_the_open_deals_and_carries_the_kit() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.KitReminder(
                                Samples.green(),
                                Samples.REP,
                                List.of(Samples.ACCOUNTS.getFirst()),
                                Samples.AGREEMENT,
                                Samples.NOW));

        assertThat(
                        MailLint.problems(
                                mail,
                                "Mercy Valley Health",
                                "This is the only reminder.",
                                "Forward this to your champion",
                                "I sent it to my champion"))
                .isEmpty();
    }

    private static List<KitSent> sent(String champion) {
        return List.of(
                new KitSent(
                        new RepId("rep-07"),
                        Samples.NOW,
                        new AccountId("a1"),
                        "Mercy Valley Health",
                        true,
                        champion,
                        1));
    }

    @Test
    void hostile_text_is_shown_as_text_in_each_email() {
        String hostile = "<script>alert(1)</script> \"quoted\" \u202Bعربي 🚑 " + "x".repeat(900);
        Placement placement = Samples.placement(Samples.everywhere(hostile), Forwardability.GREEN);
        Correction correction =
                new Correction(
                        1,
                        List.of(new Amendment("headline", hostile, hostile)),
                        Samples.NOW,
                        "u-1",
                        hostile);
        TakenBack back = new TakenBack(Samples.NOW, "u-1", hostile, null);
        ColorChange turn =
                new ColorChange(
                        1, Forwardability.AMBER, Forwardability.GREEN, Samples.NOW, "u-1", hostile);
        List<Referenced> used =
                List.of(new Referenced("rep-07", Samples.NOW, null, hostile, How.TALKED_ABOUT));

        for (OutgoingMail mail :
                List.of(
                        Samples.MAIL_ROOM.write(
                                new MailRequest.Turn(
                                        placement,
                                        turn,
                                        Samples.REP,
                                        Samples.AGREEMENT,
                                        Samples.NOW)),
                        Samples.MAIL_ROOM.write(
                                new MailRequest.RepCorrection(
                                        placement,
                                        correction,
                                        Samples.REP,
                                        Samples.AGREEMENT,
                                        Samples.NOW)),
                        Samples.MAIL_ROOM.write(
                                new MailRequest.Retraction(
                                        placement,
                                        back,
                                        Samples.REP,
                                        used,
                                        sent(hostile),
                                        Samples.AGREEMENT,
                                        Samples.NOW)),
                        Samples.MAIL_ROOM.write(
                                new MailRequest.SequenceCorrection(
                                        placement,
                                        correction,
                                        Samples.SEQUENCE,
                                        "decision",
                                        Asking.FIRST,
                                        Samples.SEQUENCE.ownerEmail(),
                                        Samples.CHICAGO,
                                        Samples.NOW)),
                        Samples.MAIL_ROOM.write(
                                new MailRequest.KitReminder(
                                        placement,
                                        Samples.REP,
                                        Samples.ACCOUNTS,
                                        Samples.AGREEMENT,
                                        Samples.NOW)),
                        Samples.removal(placement, hostile))) {
            assertThat(MailLint.problems(mail)).as(mail.id().value()).isEmpty();
            assertThat(mail.html()).doesNotContain("<script>");
        }
    }

    @Test
    void r5_7_negative_coverage_without_a_holding_line_asks_reps_not_to_comment() {
        Placement negative = negative("We deny it all.");
        OutgoingMail mail = ping(negative, Samples.REP);

        assertThat(
                        MailLint.problems(
                                mail,
                                "Red",
                                "Do not use.",
                                "Heads-up: this is negative coverage.",
                                "If a customer asks",
                                "Please don’t comment. Send the question to PR."))
                .isEmpty();
        assertThat(mail.text())
                .doesNotContain("I used it in a deal")
                .doesNotContain("say only this")
                .doesNotContain("We deny it all.");
    }

    @Test
    void r5_7_prs_holding_line_is_used_whatever_was_quoted() {
        OutgoingMail mail =
                ping(negative("We deny it all.", "The fix has been out since May."), Samples.REP);

        assertThat(
                        MailLint.problems(
                                mail,
                                "If a customer asks, say only this",
                                "“The fix has been out since May.”"))
                .isEmpty();
        assertThat(mail.text()).doesNotContain("We deny it all.");
    }

    @Test
    void r5_5_a_distributors_email_says_why_they_get_it() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.Ping(
                                new DeliveryId("p1", "partner-1", MailKind.DISTRIBUTOR_PING),
                                Samples.green(),
                                Samples.DISTRIBUTOR,
                                List.of(),
                                Samples.AGREEMENT,
                                Samples.NOW));

        assertThat(MailLint.problems(mail, "Distributors get every story that can be forwarded."))
                .isEmpty();
        assertThat(mail.text()).doesNotContain("sales team");
        assertThat(mail.id()).hasToString("p1.partner-1.distributor-ping");
    }

    static OutgoingMail turned(Forwardability from, Forwardability to) {
        return Samples.MAIL_ROOM.write(
                new MailRequest.Turn(
                        Samples.placement(Samples.STORY, to),
                        new ColorChange(1, from, to, Samples.NOW, "u-1", REASON),
                        Samples.REP,
                        Samples.AGREEMENT,
                        Samples.NOW));
    }

    @Test
    void
            r5_9_a_corrected_publication_is_told_in_the_readers_zone_and_a_day_as_it_was_at_the_outlet() {
        Amendment published =
                new Amendment(
                        "publishedAt",
                        new Correction.Text("2026-11-23"),
                        new Correction.Time(Samples.PUBLISHED));

        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.RepCorrection(
                                Samples.green(),
                                new Correction(
                                        1, List.of(published), Samples.NOW, "u-1", "a wrong date"),
                                Samples.REP,
                                Samples.AGREEMENT,
                                Samples.NOW));

        assertThat(mail.text()).contains("Published: Tue, Nov 24, 8:00 AM CT (was: Mon, Nov 23)");
    }

    @Test
    void r5_6_a_correction_made_with_a_change_of_color_says_both() {
        ColorChange turn =
                new ColorChange(
                        1, Forwardability.GREEN, Forwardability.RED, Samples.NOW, "u-1", REASON, 5);
        Amendment headline = new Amendment("headline", "The wrong headline", "The right headline");
        Amendment color = new Amendment("forwardability", "green", "red");

        OutgoingMail mail =
                correction(
                        turn,
                        new Correction(
                                1,
                                List.of(headline, color),
                                Samples.NOW,
                                "u-1",
                                "a wrong name",
                                5));

        assertThat(
                        MailLint.problems(
                                mail,
                                "Stop using this story. And a correction: something we told you about it was wrong.",
                                "It was Green and is now Red.",
                                "Why: a wrong name",
                                "Headline: The right headline (was: The wrong headline)"))
                .isEmpty();
        assertThat(mail.text()).doesNotContain("What you may do with it");
    }

    @Test
    void r5_6_a_rep_who_missed_several_changes_reads_what_changed_altogether() {
        ColorChange turn =
                new ColorChange(
                        1, Forwardability.GREEN, Forwardability.RED, Samples.NOW, "u-1", REASON, 6);

        OutgoingMail mail =
                correction(
                        turn,
                        headline(1, "The wrong headline", "A better headline", "a wrong name"),
                        headline(2, "A better headline", "The right headline", "a wrong figure"));

        assertThat(mail.text())
                .contains(
                        "It was Green and is now Red.",
                        "Why: " + REASON,
                        "Why: a wrong name",
                        "Why: a wrong figure",
                        "Headline: The right headline (was: The wrong headline)")
                .doesNotContain("A better headline");
        assertThat(mail.id().value()).endsWith(".rep-07.correction-1002");
    }

    private static Correction headline(int number, String before, String after, String reason) {
        return new Correction(
                number,
                List.of(new Amendment("headline", before, after)),
                Samples.NOW,
                "u-1",
                reason,
                number);
    }

    private static OutgoingMail correction(ColorChange turn, Correction... corrections) {
        Placement placement = Samples.placement(Samples.STORY, Forwardability.RED);
        return Samples.MAIL_ROOM.write(
                new MailRequest.RepCorrection(
                        new Mailing(RepMail.CORRECTION, corrections.length)
                                .again(1)
                                .to(placement.id(), Samples.REP.id()),
                        placement,
                        new ChangeNews(List.of(corrections), turn),
                        Samples.REP,
                        Samples.AGREEMENT,
                        Samples.NOW));
    }

    static OutgoingMail correction() {
        return Samples.MAIL_ROOM.write(
                new MailRequest.RepCorrection(
                        Samples.green(),
                        new Correction(
                                1,
                                List.of(
                                        new Amendment(
                                                "headline",
                                                "The wrong headline",
                                                "The right headline"),
                                        new Amendment("quote", "Said", null),
                                        new Amendment("topic", null, "margins"),
                                        new Amendment("segments", "payers, ascs", "payers"),
                                        new Amendment("zone", "Europe/Berlin", "America/New_York")),
                                Samples.NOW,
                                "u-1",
                                "the name was wrong"),
                        Samples.REP,
                        Samples.AGREEMENT,
                        Samples.NOW));
    }

    private static OutgoingMail retracted(List<KitSent> sent) {
        return Samples.MAIL_ROOM.write(
                new MailRequest.Retraction(
                        Samples.green().retracted(back()),
                        back(),
                        Samples.REP,
                        List.of(),
                        sent,
                        Samples.AGREEMENT,
                        Samples.NOW));
    }

    static OutgoingMail retraction(List<Referenced> used) {
        return Samples.MAIL_ROOM.write(
                new MailRequest.Retraction(
                        Samples.placement(Samples.STORY, Forwardability.RED),
                        back(),
                        Samples.REP,
                        used,
                        List.of(),
                        Samples.AGREEMENT,
                        Samples.NOW));
    }

    static List<Referenced> used() {
        return List.of(
                new Referenced(
                        "rep-07",
                        Samples.NOW,
                        new AccountId("a1"),
                        "Northwind Health Plan",
                        How.SENT_TO_THE_CUSTOMER));
    }

    static Placement negative(@Nullable String statement) {
        return negative(statement, null);
    }

    static Placement negative(@Nullable String statement, @Nullable String line) {
        Story story = Samples.STORY;
        return Samples.placement(
                new Story(
                        story.url(),
                        story.outlet(),
                        "Recall widens",
                        story.format(),
                        Tone.NEGATIVE,
                        story.topic(),
                        story.spokesperson(),
                        statement,
                        null,
                        line),
                Forwardability.RED);
    }

    static OutgoingMail ping(Placement placement, Rep rep) {
        return Samples.MAIL_ROOM.write(
                new MailRequest.Ping(placement, rep, List.of(), Samples.AGREEMENT, Samples.NOW));
    }

    private static TakenBack back() {
        return new TakenBack(Samples.NOW, "u-1", "a false figure", null);
    }

    private static Correction correction(String before, String after, Instant at) {
        return new Correction(
                1, List.of(new Amendment("headline", before, after)), at, "u-1", "it was wrong");
    }

    private static Story headline(Story story, String headline) {
        return new Story(
                story.url(),
                story.outlet(),
                headline,
                story.format(),
                story.tone(),
                story.topic(),
                story.spokesperson(),
                story.quote(),
                story.whyItMatters(),
                story.holdingLine());
    }
}
