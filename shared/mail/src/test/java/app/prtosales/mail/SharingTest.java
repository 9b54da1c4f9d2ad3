package app.prtosales.mail;

import static app.prtosales.mail.Samples.AGREEMENT;
import static app.prtosales.mail.Samples.NOW;
import static app.prtosales.mail.Samples.REP;
import static app.prtosales.mail.Samples.STORY;
import static app.prtosales.mail.Samples.green;
import static app.prtosales.mail.Samples.placement;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Rep;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.response.Response;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a rep or a distributor passes on of a story, and what not.
class SharingTest {

    private static final String NOT_ITSELF = "Please don’t forward this email itself";

    private static final Rep DISTRIBUTOR =
            new Rep(
                    REP.id(),
                    REP.name(),
                    REP.email(),
                    null,
                    REP.zone(),
                    REP.segments(),
                    null,
                    Rep.Employment.DISTRIBUTOR,
                    true);

    @Test
    void r5_12_every_email_with_a_reps_links_asks_not_to_forward_the_email_itself() {
        ColorChange turn =
                new ColorChange(1, Forwardability.AMBER, Forwardability.GREEN, NOW, "u-1", "ok");
        Correction correction = new Correction(1, List.of(), NOW, "u-1", "the name was wrong");

        assertThat(
                        List.of(
                                write(new MailRequest.Turn(green(), turn, REP, AGREEMENT, NOW)),
                                write(
                                        new MailRequest.RepCorrection(
                                                green(), correction, REP, AGREEMENT, NOW)),
                                write(
                                        new MailRequest.KitReminder(
                                                green(), REP, Samples.ACCOUNTS, AGREEMENT, NOW))))
                .allSatisfy(mail -> assertThat(MailLint.problems(mail, NOT_ITSELF)).isEmpty());
    }

    @Test
    void r5_12_an_email_that_has_only_a_link_does_not_speak_of_buttons() {
        ColorChange turn =
                new ColorChange(1, Forwardability.GREEN, Forwardability.RED, NOW, "u-1", "no");
        OutgoingMail red =
                write(
                        new MailRequest.Turn(
                                Samples.placement(STORY, Forwardability.RED),
                                turn,
                                REP,
                                AGREEMENT,
                                NOW));

        assertThat(
                        MailLint.problems(
                                red,
                                NOT_ITSELF
                                        + ": its link works for anyone who has it, and records the answer under your name."))
                .isEmpty();
        assertThat(red.text()).doesNotContain("buttons");
    }

    @Test
    void r5_12_an_email_that_has_only_one_button_does_not_speak_of_buttons() {
        ColorChange turn =
                new ColorChange(1, Forwardability.AMBER, Forwardability.GREEN, NOW, "u-1", "ok");

        assertThat(
                        List.of(
                                write(
                                        new MailRequest.Ping(
                                                placement(STORY, Forwardability.RED),
                                                REP,
                                                List.of(),
                                                AGREEMENT,
                                                NOW)),
                                write(new MailRequest.Turn(green(), turn, REP, AGREEMENT, NOW))))
                .allSatisfy(mail ->
                        assertThat(
                                        MailLint.problems(
                                                mail,
                                                NOT_ITSELF
                                                        + ": its button works for anyone who has it, and records the answer under your name."))
                                .isEmpty());
        assertThat(
                        MailLint.problems(
                                ping(STORY, REP),
                                NOT_ITSELF
                                        + ": its buttons work for anyone who has it, and record their answers under your name."))
                .isEmpty();
    }

    @Test
    void r5_5_a_distributor_is_never_told_that_a_story_was_amber() {
        ColorChange red =
                new ColorChange(1, Forwardability.AMBER, Forwardability.RED, NOW, "u-1", "no");
        ColorChange green =
                new ColorChange(1, Forwardability.AMBER, Forwardability.GREEN, NOW, "u-1", "ok");

        assertThat(
                        write(
                                        new MailRequest.Turn(
                                                Samples.placement(STORY, Forwardability.RED),
                                                red,
                                                DISTRIBUTOR,
                                                AGREEMENT,
                                                NOW))
                                .text())
                .contains("It’s still Red.")
                .doesNotContain("Amber");
        assertThat(write(new MailRequest.Turn(green(), green, DISTRIBUTOR, AGREEMENT, NOW)).text())
                .contains("It was Red and is now Green.")
                .doesNotContain("Amber");
    }

    @Test
    void an_email_to_a_sequences_owner_says_nothing_about_a_reps_links() {
        assertThat(Samples.removal(green(), "retracted").text()).doesNotContain(NOT_ITSELF);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void r5_13_a_distributors_pitch_names_the_company_and_never_says_our_or_us(Format format) {
        for (@Nullable String speaker : new String[] {"Mike Kijewski, CEO", null}) {
            assertThat(pitch(story(format, speaker, "Uptime"), DISTRIBUTOR))
                    .doesNotContainPattern("(?i)\\b(our|us|we)\\b")
                    .contains("Northwind Devices");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ann Lee             | Our colleague Ann Lee appeared on
                    Ann Lee and Bob Ray | Our colleagues Ann Lee and Bob Ray appeared on
                    Ann Lee; Bob Ray    | Our colleagues Ann Lee; Bob Ray appeared on
                    Ann Lee, our CEO    | Our CEO, Ann Lee, appeared on
                    Jo Doe of Mercy Health         | Jo Doe of Mercy Health appeared on
                    Jo Doe, CFO of Mercy Health    | Jo Doe, CFO of Mercy Health, appeared on
                    Ann Lee, VP of Sales           | Our VP of Sales, Ann Lee, appeared on
                    """)
    void a_reps_pitch_reads_like_a_sentence_however_pr_names_the_speakers(
            String speakers, String pitch) {
        assertThat(pitch(story(Format.PODCAST, speakers, "Uptime"), REP))
                .startsWith("10-second pitch: %s MedCity News: ".formatted(pitch));
    }

    @Test
    void r5_13_a_distributors_pitch_reads_like_a_sentence() {
        assertThat(pitch(STORY, DISTRIBUTOR))
                .startsWith(
                        "10-second pitch: Mike Kijewski, CEO of Northwind Devices, wrote an article in MedCity News: “");
    }

    @Test
    void r5_5_a_distributor_outside_the_segments_is_not_told_that_every_rep_gets_every_story() {
        assertThat(ping(STORY, Samples.DISTRIBUTOR).text())
                .contains(
                        "Not your segment, but distributors get every story that can be forwarded.");
    }

    @Test
    void r5_5_a_distributor_is_never_asked_to_talk_about_what_is_internal() {
        Placement amber = Samples.placement(STORY, Forwardability.AMBER);
        ColorChange turn =
                new ColorChange(
                        1, Forwardability.GREEN, Forwardability.AMBER, NOW, "u-1", "rights");
        Correction correction = new Correction(1, List.of(), NOW, "u-1", "the name was wrong");

        assertThat(
                        List.of(
                                write(
                                        new MailRequest.Turn(
                                                amber, turn, DISTRIBUTOR, AGREEMENT, NOW)),
                                write(
                                        new MailRequest.RepCorrection(
                                                amber, correction, DISTRIBUTOR, AGREEMENT, NOW))))
                .extracting(OutgoingMail::text)
                .allSatisfy(text ->
                        assertThat(text)
                                .contains("Red: Do not use.", "Don’t bring it up")
                                .doesNotContain("talk about it", "Amber", "in conversation"));
        assertThat(write(new MailRequest.Turn(amber, turn, DISTRIBUTOR, AGREEMENT, NOW)).text())
                .startsWith("Stop using this story.")
                .contains(
                        "It’s internal only for now, so don’t use it until we email you that you can.",
                        "Why: rights");
    }

    @Test
    void r5_5_a_distributors_page_about_what_is_internal_says_not_to_use_it() {
        assertThat(
                        new ResponsePages(Samples.BRAND, () -> NOW)
                                .acknowledge(
                                        Samples.placement(STORY, Forwardability.AMBER),
                                        DISTRIBUTOR,
                                        ResponsePages.Form.EMPTY))
                .contains("<strong>Red</strong> · Do not use.")
                .doesNotContain("talk about it");
        assertThat(
                        new ClosedPages(Samples.BRAND, () -> NOW)
                                .noKit(
                                        Samples.placement(STORY, Forwardability.AMBER),
                                        DISTRIBUTOR,
                                        "It’s internal only for now."))
                .contains("<strong>Red</strong> · Do not use.")
                .doesNotContain("talk about it");
    }

    @Test
    void r5_5_a_distributors_page_after_an_answer_says_not_to_use_what_is_internal() {
        Placement amber = Samples.placement(STORY, Forwardability.AMBER);
        ResponsePages pages = new ResponsePages(Samples.BRAND, () -> NOW);
        Response read = new Response.Acknowledged(DISTRIBUTOR.id(), NOW);

        assertThat(
                        List.of(
                                pages.done(amber, DISTRIBUTOR, read, REP.zone(), List.of()),
                                pages.alreadyRecorded(
                                        amber, DISTRIBUTOR, read, REP.zone(), List.of()),
                                pages.notYet(amber, DISTRIBUTOR),
                                new ClosedPages(Samples.BRAND, () -> NOW)
                                        .expired(amber, DISTRIBUTOR, "")))
                .allSatisfy(page ->
                        assertThat(page)
                                .contains("<strong>Red</strong> · Do not use.")
                                .doesNotContain("Amber", "talk about it"));
    }

    @Test
    void r5_5_a_green_story_without_a_link_offers_no_link() {
        Story print =
                new Story(
                        null,
                        "Daily",
                        "Uptime pays",
                        Format.NEWS_MENTION,
                        STORY.tone(),
                        null,
                        null,
                        null,
                        null,
                        null);

        assertThat(
                        MailLint.problems(
                                ping(print, REP),
                                "You may share this story.",
                                "paste the paragraph below into your own email"))
                .isEmpty();
        assertThat(ping(print, REP).text()).doesNotContain("the link");
    }

    @Test
    void r5_3_an_email_about_an_expired_story_says_why_it_is_red() {
        Instant end = green().expiresAt();
        Correction correction = new Correction(1, List.of(), NOW, "u-1", "the name was wrong");

        assertThat(
                        List.of(
                                write(
                                        new MailRequest.Ping(
                                                green(), REP, List.of(), AGREEMENT, end)),
                                write(
                                        new MailRequest.RepCorrection(
                                                green(), correction, REP, AGREEMENT, end))))
                .allSatisfy(mail ->
                        assertThat(
                                        MailLint.problems(
                                                mail,
                                                "It expired on %s. Don’t bring it up"
                                                        .formatted(
                                                                new ReaderClock(REP.zone(), end)
                                                                        .day(end))))
                                .isEmpty());
    }

    @Test
    void a_quote_that_came_with_its_marks_is_quoted_once() {
        Story quoted =
                new Story(
                        STORY.url(),
                        STORY.outlet(),
                        "“It pays back”",
                        STORY.format(),
                        STORY.tone(),
                        null,
                        STORY.spokesperson(),
                        "\"It pays back in a year.\"",
                        null,
                        null);

        assertThat(MailLint.problems(ping(quoted, REP), "“It pays back in a year.”")).isEmpty();
        assertThat(ping(quoted, REP).text()).doesNotContain("““", "”.”", "””", "“\"");
    }

    private static Story story(Format format, @Nullable String speaker, String headline) {
        return new Story(
                STORY.url(),
                STORY.outlet(),
                headline,
                format,
                STORY.tone(),
                null,
                speaker,
                null,
                null,
                null);
    }

    private static String pitch(Story story, Rep rep) {
        return ping(story, rep)
                .text()
                .lines()
                .filter(line -> line.startsWith("10-second pitch"))
                .findFirst()
                .orElseThrow();
    }

    private static OutgoingMail ping(Story story, Rep rep) {
        return write(
                new MailRequest.Ping(
                        placement(story, Forwardability.GREEN), rep, List.of(), AGREEMENT, NOW));
    }

    private static OutgoingMail write(MailRequest request) {
        return Samples.MAIL_ROOM.write(request);
    }
}
