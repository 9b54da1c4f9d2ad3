package app.prtosales.mail;

import static app.prtosales.mail.Samples.ACCOUNTS;
import static app.prtosales.mail.Samples.AGREEMENT;
import static app.prtosales.mail.Samples.NOW;
import static app.prtosales.mail.Samples.REP;
import static app.prtosales.mail.Samples.STORY;
import static app.prtosales.mail.Samples.placement;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PingTest {

    private static final String RIGHT_TO_LEFT = "مستشفى جديد يعتمد المراقبة عن بعد";
    private static final String FAMILY = "👩‍👩‍👧‍👦";

    @Test
    void a_ping_has_everything_the_protocol_requires_in_both_parts() {
        OutgoingMail mail = ping(Samples.green());

        assertThat(mail.subject())
                .isEqualTo(
                        "[Coverage] MedCity News: Device uptime is a balance-sheet item, and CFOs have started to…");
        assertThat(
                        MailLint.problems(
                                mail,
                                "Green",
                                "You may forward the link.",
                                "MedCity News",
                                STORY.headline(),
                                "https://www.medcitynews.com/2026/11/device-uptime-is-a-balance-sheet-item/",
                                "Hospital groups and insurers. Your segment: hospital groups.",
                                "Mercy Valley Health (open deal)",
                                "Our CEO, Mike Kijewski, wrote an article in MedCity News: “Device uptime",
                                "A pump that is offline for a day",
                                "It gives a CFO a figure",
                                "Tue, Nov 24, 8:00 AM CT",
                                "Your target accounts",
                                "Forward this to your champion",
                                "An article by Mike Kijewski, CEO of Northwind Devices, in MedCity News (November 24, 2026):",
                                "This is a contributed article: Northwind Devices wrote it",
                                "Versions for other readers",
                                "Got it",
                                "I used it in a deal",
                                "Fix my record"))
                .isEmpty();
        assertThat(mail.replyTo()).isEqualTo("pr.owner@company.example");
        assertThat(mail.to()).isEqualTo("ada@sales.example");
        assertThat(mail.id().kind()).isEqualTo(MailKind.PING);
    }

    @Test
    void a_test_ping_is_marked_as_one_goes_to_the_person_who_asked_and_has_no_working_links() {
        DeliveryId id = new DeliveryId("test-2026-11-24-09", "u-1", MailKind.TEST_PING);

        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.TestPing(
                                id,
                                "pr@company.example",
                                Samples.green(),
                                REP,
                                List.of(),
                                AGREEMENT));

        assertThat(MailLint.problems(mail, PingView.TEST, "Got it", "I used it in a deal"))
                .isEmpty();
        assertThat(mail.subject()).startsWith("[Test] [Coverage] ");
        assertThat(mail.text()).startsWith("This is a test");
        assertThat(mail.to()).isEqualTo("pr@company.example");
        assertThat(mail.thread()).isNull();
        assertThat(mail.html() + mail.text()).contains("/#/test").doesNotContain("/r/");
    }

    @Test
    void the_note_is_the_first_line_of_both_parts() {
        OutgoingMail mail = ping(Samples.green());

        String note = Samples.green().note().text();
        assertThat(mail.text()).startsWith(note + "\n");
        assertThat(MailLint.shown(mail.html())).startsWith(note);
    }

    @Test
    void the_thread_is_named_after_the_placement_and_the_rep() {
        Placement placement = Samples.green();

        assertThat(ping(placement).thread())
                .isEqualTo("<%s.rep-07@mail.example>".formatted(placement.id()));
    }

    @ParameterizedTest
    @EnumSource(Forwardability.class)
    void forwardability_is_stated_in_words(Forwardability forwardability) {
        Signal signal = Signal.of(forwardability);

        assertThat(
                        MailLint.problems(
                                ping(placement(STORY, forwardability)),
                                signal.word(),
                                signal.rule("https://x.example")))
                .isEmpty();
    }

    @Test
    void two_topics_are_joined_into_one_sentence() {
        Story story =
                new Story(
                        STORY.url(),
                        STORY.outlet(),
                        STORY.headline(),
                        STORY.format(),
                        STORY.tone(),
                        "financial integrity; denials and payer take-backs",
                        STORY.spokesperson(),
                        null,
                        null,
                        null);

        assertThat(ping(placement(story, Forwardability.GREEN)).text())
                .contains("It’s about financial integrity, denials and payer take-backs.");
    }

    @Test
    void a_placement_not_to_be_used_has_no_pitch_and_no_deal_to_record() {
        OutgoingMail mail = ping(placement(STORY, Forwardability.RED));

        assertThat(mail.text())
                .contains("Do not use.", "Don’t bring it up")
                .doesNotContain(
                        "10-second pitch", STORY.quote(), "I used it in a deal", "/r/reference");
        assertThat(mail.html()).doesNotContain("/r/reference");
    }

    @Test
    void negative_coverage_is_called_a_heads_up() {
        Story story =
                new Story(
                        null,
                        "Daily",
                        "A recall",
                        Format.FEATURE,
                        Tone.NEGATIVE,
                        null,
                        null,
                        null,
                        null,
                        null);

        assertThat(ping(placement(story, Forwardability.RED)).text())
                .contains("Heads-up: this is negative coverage.");
    }

    @Test
    void a_rep_of_another_segment_gets_the_ping_and_the_ping_says_so() {
        Rep ambulatoryRep = rep("Ambulatory Rep", List.of("ambulatory"), Samples.CHICAGO);

        assertThat(
                        Samples.MAIL_ROOM
                                .write(
                                        new MailRequest.Ping(
                                                Samples.green(),
                                                ambulatoryRep,
                                                List.of(),
                                                AGREEMENT,
                                                NOW))
                                .text())
                .contains(
                        "Hospital groups and insurers. Not your segment, but every rep gets every story.");
    }

    @Test
    void a_rep_without_a_matching_account_is_told_so() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.Ping(Samples.green(), REP, List.of(), AGREEMENT, NOW));

        assertThat(MailLint.problems(mail, "No matching accounts")).isEmpty();
    }

    @Test
    void of_two_hundred_matching_accounts_twelve_are_listed_and_the_rest_are_counted() {
        List<TargetAccount> many =
                IntStream.range(0, 200)
                        .mapToObj(i ->
                                new TargetAccount(
                                        new AccountId("a" + i),
                                        "Account " + i,
                                        "payers",
                                        new RepId("rep-07"),
                                        true,
                                        false))
                        .toList();

        assertThat(
                        Samples.MAIL_ROOM
                                .write(
                                        new MailRequest.Ping(
                                                Samples.green(), REP, many, AGREEMENT, NOW))
                                .text())
                .contains("- Account 11\n- and 188 more");
    }

    @Test
    void a_date_without_a_time_is_shown_as_a_date() {
        Placement placement =
                placement(
                        STORY,
                        Forwardability.AMBER,
                        "A note.",
                        new Publication(
                                Instant.parse("2026-11-24T05:00:00Z"), Samples.NEW_YORK, true));

        assertThat(MailLint.problems(ping(placement), "MedCity News · Byline · Tue, Nov 24"))
                .isEmpty();
    }

    @Test
    void r5_9_the_time_of_publication_appears_once_in_the_reps_own_zone() {
        OutgoingMail mail = ping(Samples.green());

        assertThat(mail.text()).containsOnlyOnce("Tue, Nov 24, 8:00 AM CT").doesNotContain("UTC");
        assertThat(mail.html()).containsOnlyOnce("Tue, Nov 24, 8:00 AM CT").doesNotContain("UTC");
    }

    @Test
    void r3_5_only_a_green_ping_carries_the_paragraph_and_the_kit() {
        assertThat(ping(Samples.green()).text())
                .contains("Forward this to", "?persona=supply-chain");
        for (Forwardability each : List.of(Forwardability.AMBER, Forwardability.RED)) {
            OutgoingMail mail = ping(placement(STORY, each));
            assertThat(mail.text()).doesNotContain("Forward this to", "?persona=");
            assertThat(mail.html()).doesNotContain("Forward this to", "?persona=");
        }
    }

    @Test
    void links_belong_to_the_rep_and_expire_90_days_later() {
        List<Link> made = new ArrayList<>();
        MailRoom room =
                new MailRoom(
                        link -> {
                            made.add(link);
                            return "https://pr.example/r/x";
                        },
                        "https://pr.example",
                        "pr@mail.example",
                        Samples.NAMES,
                        () -> NOW,
                        Samples.BRAND);
        Placement placement = Samples.green();

        room.write(new MailRequest.Ping(placement, REP, List.of(), AGREEMENT, NOW));

        Instant end = NOW.plus(Duration.ofDays(90));
        assertThat(made)
                .containsExactly(
                        new Link(Purpose.ACKNOWLEDGE, placement.id(), "rep-07", end),
                        new Link(Purpose.REFERENCE, placement.id(), "rep-07", end),
                        new Link(Purpose.KIT, placement.id(), "rep-07", end),
                        new Link(Purpose.RECORD, placement.id(), "rep-07", end));
    }

    @Test
    void r5_12_a_ping_says_not_to_forward_it_and_how_to_share_the_story() {
        String never = "Please don’t forward this email itself";
        OutgoingMail green = ping(Samples.green());
        assertThat(green.text()).contains(never, "into your own email.");
        assertThat(green.html()).contains(never, "into your own email.");
        OutgoingMail amber = ping(placement(STORY, Forwardability.AMBER));
        assertThat(amber.text()).contains(never, "Once you can share the story");
        assertThat(amber.text()).doesNotContain("into your own email.");
    }

    @Test
    void r1_11_without_a_pr_owner_replies_go_to_ops() {
        Agreement agreement =
                new Agreement(
                        "2",
                        Samples.AGREEMENT.date(),
                        Samples.AGREEMENT.zone(),
                        List.of(),
                        null,
                        "ops@sample-medtech.example",
                        null,
                        List.of(),
                        List.of(),
                        Samples.AGREEMENT.auditDay(),
                        8,
                        null,
                        null);

        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.Ping(Samples.green(), REP, ACCOUNTS, agreement, NOW));

        assertThat(mail.replyTo()).isEqualTo("ops@sample-medtech.example");
        assertThat(mail.text()).contains("Reply if you have a question.");
    }

    @Test
    void without_an_agreement_no_pr_owner_is_named() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.Ping(Samples.green(), REP, ACCOUNTS, Agreement.NONE, NOW));

        assertThat(mail.replyTo()).isNull();
        assertThat(mail.text()).doesNotContain("mailto:", "Reply to reach PR");
        assertThat(MailLint.problems(mail)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("app.prtosales.mail.RealPlacements#all")
    void every_real_placement_makes_a_good_email(RealPlacements.Real real) {
        Placement placement =
                placement(
                        real.story(),
                        Forwardability.GREEN,
                        real.note(),
                        new Publication(Samples.PUBLISHED, Samples.NEW_YORK, false));

        OutgoingMail mail = ping(placement);

        assertThat(
                        MailLint.problems(
                                mail,
                                real.note(),
                                real.story().headline(),
                                requireNonNull(real.story().url()).value()))
                .isEmpty();
        assertThat(mail.subject()).startsWith("[Coverage] " + real.story().outlet() + ": ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "${7*7} @if(true) $unsafe{x} {{x}}",
                "</title></style><b>bold</b>",
                "<!-- --> ]]> &amp; &lt;",
                "„Die Maschine wird nie den Menschen ersetzen“",
                "「オムロンヘルスケア」荻野勲社長インタビュー",
                RIGHT_TO_LEFT,
                "👩‍👩‍👧‍👦🇩🇪 é"
            })
    void hostile_text_in_every_field_is_shown_unchanged_and_breaks_nothing(String text) {
        Placement placement =
                placement(
                        Samples.everywhere(text),
                        Forwardability.GREEN,
                        text,
                        new Publication(Samples.PUBLISHED, Samples.NEW_YORK, false));
        Rep rep = rep(text, List.of(text), Samples.CHICAGO);
        List<TargetAccount> accounts =
                List.of(
                        new TargetAccount(
                                new AccountId("a"), text, text, new RepId("rep-07"), true, false));

        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.Ping(placement, rep, accounts, AGREEMENT, NOW));

        assertThat(MailLint.problems(mail, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "<", "ま", "😀", FAMILY, "🇩🇪", "é", RIGHT_TO_LEFT + " "})
    void the_longest_possible_headline_makes_a_short_subject(String piece) {
        String headline = piece.repeat(2_000 / piece.codePointCount(0, piece.length()));
        String text = piece.repeat(4_000 / piece.codePointCount(0, piece.length()));
        Story story =
                new Story(
                        STORY.url(),
                        "Outlet",
                        headline.strip(),
                        Format.PODCAST,
                        Tone.NEUTRAL,
                        "topic",
                        "speaker",
                        text,
                        text,
                        null);

        OutgoingMail mail = ping(placement(story, Forwardability.GREEN));

        assertThat(MailLint.problems(mail, headline.strip())).isEmpty();
        assertThat(mail.subject()).hasSizeBetween(70, 90).endsWith("…");
    }

    @Test
    void a_subject_is_never_cut_inside_a_character() {
        for (int before = 0; before < 12; before++) {
            String cut = Shorten.to(30, "x".repeat(20 + before) + FAMILY + "tail of it");

            assertThat(cut).matches("x+(" + FAMILY + "…|…)").hasSizeLessThanOrEqualTo(30);
        }
    }

    @Test
    void a_subject_of_exactly_90_characters_stays_whole() {
        String ninety = "y".repeat(90);

        assertThat(Shorten.to(90, ninety)).isEqualTo(ninety);
        assertThat(Shorten.to(90, ninety + "y")).isEqualTo("y".repeat(89) + "…");
    }

    @Test
    void many_threads_write_the_same_email() {
        OutgoingMail mail = ping(Samples.green());

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> ping(Samples.green())))
                .allMatch(mail::equals);
    }

    private static OutgoingMail ping(Placement placement) {
        return Samples.MAIL_ROOM.write(
                new MailRequest.Ping(placement, REP, ACCOUNTS, AGREEMENT, NOW));
    }

    private static Rep rep(String name, List<String> segments, ZoneId zone) {
        return new Rep(
                new RepId("rep-07"),
                name,
                "ada@sales.example",
                null,
                zone,
                segments,
                null,
                Rep.Employment.EMPLOYEE,
                true);
    }
}
