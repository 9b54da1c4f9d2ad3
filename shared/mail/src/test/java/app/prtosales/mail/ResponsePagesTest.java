package app.prtosales.mail;

import static app.prtosales.mail.Samples.ACCOUNTS;
import static app.prtosales.mail.Samples.REP;
import static app.prtosales.mail.Samples.SEQUENCE;
import static app.prtosales.mail.Samples.green;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.kit.Persona;
import app.prtosales.mail.ResponsePages.Form;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.response.FormFields;
import app.prtosales.response.How;
import app.prtosales.response.Opened;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.Response;
import app.prtosales.text.FieldError;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponsePagesTest {

    private static final ClosedPages CLOSED = new ClosedPages(Samples.BRAND, () -> Samples.NOW);

    private static final ResponsePages PAGES = new ResponsePages(Samples.BRAND, () -> Samples.NOW);

    /// Just after the end of the sample's shelf life.
    private static final ResponsePages AFTER_ITS_END =
            new ResponsePages(Samples.BRAND, () -> green().expiresAt().plusSeconds(1));

    private static final ClosedPages ENDED =
            new ClosedPages(Samples.BRAND, () -> green().expiresAt().plusSeconds(1));

    /// Ends a text, a value in either kind of quotes, or a tag, if it is not escaped there.
    private static final String HOSTILE = "' \" onload=x a='><script>alert('x')</script>&";

    /// A tag as our templates write it: each attribute has its value in double quotes, or none.
    private static final Pattern TAG =
            Pattern.compile("</?[a-z][a-z0-9]*( +[a-z-]+(=\"[^\"<]*\")?)* ?/?>");

    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)(=\"[^\"<]*\")?");

    static Stream<String> everyPage() {
        Placement placement = Samples.placement(Samples.everywhere(HOSTILE), Forwardability.GREEN);
        Form form =
                new Form(
                        Map.of(FormFields.ACCOUNT_NAME, HOSTILE),
                        List.of(new FieldError(FormFields.ACCOUNT_NAME, HOSTILE)));
        List<TargetAccount> accounts =
                List.of(
                        new TargetAccount(
                                new AccountId(HOSTILE), HOSTILE, "s", new RepId("r"), true, true));
        Sequence sequence =
                new Sequence(
                        new SequenceId("s"),
                        HOSTILE,
                        HOSTILE,
                        "o@x.example",
                        List.of(),
                        List.of(),
                        Sequence.Status.ACTIVE,
                        List.of(HOSTILE));
        Response response =
                new Response.Referenced("rep-07", Samples.NOW, null, HOSTILE, How.TALKED_ABOUT);
        return Stream.of(
                PAGES.acknowledge(placement, REP, form),
                PAGES.reference(
                        new Opened.ToReference(placement, REP, accounts, List.of(response)), form),
                PAGES.sequence(
                        new Opened.ToSequence(
                                placement,
                                sequence,
                                null,
                                new Response.Declined(
                                        new SequenceId("s"), Samples.NOW, HOSTILE, null, 1),
                                List.of(sequence)),
                        HOSTILE,
                        HOSTILE,
                        ZoneOffset.UTC,
                        form),
                PAGES.kit(
                        new Opened.ToSendKit(placement, REP, accounts, List.of(response)),
                        Persona.CFO,
                        HOSTILE,
                        form),
                CLOSED.noKit(placement, REP, "It is in review."),
                CLOSED.kitNotRecorded(placement, REP, "It is in review."),
                PAGES.fixRecord(REP, Samples.NAMES.segments(), form),
                PAGES.removal(placement, sequence, null, form),
                PAGES.done(placement, null, response, Samples.CHICAGO, List.of(response)),
                PAGES.alreadyRecorded(placement, null, response, Samples.CHICAGO, List.of()),
                PAGES.notYet(placement, null),
                CLOSED.withdrawn(placement),
                CLOSED.ended(placement, sequence, true, HOSTILE),
                CLOSED.expired(placement, null, ""),
                CLOSED.linkRequested(),
                CLOSED.invalidLink());
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void every_page_is_small_has_no_script_and_shows_hostile_text_as_text(String page) {
        assertThat(page.getBytes(UTF_8).length).isLessThan(30 * 1024);
        assertThat(page)
                .doesNotContain("<script", "javascript:")
                .contains(
                        "<main>", "name=\"viewport\"", "name=\"referrer\" content=\"no-referrer\"");
        assertThat(attributes(page)).contains("content").doesNotContain("style", "a", "onload");
    }

    /// The names of all attributes. Fails if hostile text is part of a tag.
    private static Set<String> attributes(String page) {
        Set<String> names = new TreeSet<>();
        Matcher tag = TAG.matcher(page);
        for (int at = page.indexOf("<html"); at >= 0; at = page.indexOf('<', at + 1)) {
            assertThat(tag.region(at, page.length()).lookingAt())
                    .as(page.substring(at, Math.min(at + 200, page.length())))
                    .isTrue();
            ATTRIBUTE.matcher(tag.group()).results().forEach(each -> names.add(each.group(1)));
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("everyPage")
    void the_policy_allows_the_style_of_every_page_and_nothing_else(String page)
            throws NoSuchAlgorithmException {
        String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));

        assertThat(PAGES.policy().header())
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
                                .formatted(Base64.getEncoder().encodeToString(hash)));
    }

    @Test
    void a_form_preselects_nothing_and_requires_a_choice() {
        assertThat(forms())
                .allSatisfy(page ->
                        assertThat(page)
                                .contains("<form method=\"post\">", "required")
                                .doesNotContain(" checked"));
    }

    @Test
    void my_target_accounts_come_first_and_any_other_can_be_typed() {
        List<TargetAccount> mixed = List.of(ACCOUNTS.get(2), ACCOUNTS.get(1), ACCOUNTS.get(0));

        assertThat(
                        PAGES.reference(
                                new Opened.ToReference(green(), REP, mixed, List.of()), Form.EMPTY))
                .containsSubsequence(
                        "Mercy Valley Health",
                        "Target account, open deal",
                        "Nordlicht Kliniken",
                        "Target account",
                        "Lakeside Clinics",
                        "Another account",
                        "name=\"accountName\"",
                        "Sent to the customer");
    }

    @Test
    void errors_appear_at_their_fields_and_entered_values_are_kept() {
        Form form =
                new Form(
                        Map.of(
                                FormFields.ACCOUNT,
                                FormFields.OTHER,
                                FormFields.ACCOUNT_NAME,
                                "St. Mary’s"),
                        List.of(new FieldError(FormFields.HOW, "Choose how you used it.")));

        assertThat(PAGES.reference(new Opened.ToReference(green(), REP, ACCOUNTS, List.of()), form))
                .contains(
                        "Please fix one thing below. Nothing was recorded yet.",
                        "value=\"~other\" required checked",
                        "value=\"St. Mary’s\"",
                        "aria-describedby=\"how-wrong\"",
                        "id=\"how-wrong\">Choose how you used it.");
    }

    @Test
    void r5_12_a_sequences_page_says_under_whose_name_an_answer_is_saved() {
        Person stepsIn = Person.withEmail("lead@company.example");

        assertThat(PAGES.removal(green(), SEQUENCE, null, Form.EMPTY))
                .contains("saved under %s’s name. Not you?".formatted(SEQUENCE.owner()));
        assertThat(PAGES.removal(green(), SEQUENCE, stepsIn, Form.EMPTY))
                .contains("saved under lead@company.example. Not you?");
        assertThat(
                        PAGES.sequence(
                                task(Person.withEmail(SEQUENCE.ownerEmail())),
                                null,
                                null,
                                ZoneOffset.UTC,
                                Form.EMPTY))
                .contains("saved under %s’s name. Not you?".formatted(SEQUENCE.owner()));
    }

    @Test
    void the_suggested_stage_is_marked_and_not_chosen() {
        assertThat(
                        PAGES.sequence(
                                task(null),
                                "Northwind Devices",
                                "decision",
                                ZoneOffset.UTC,
                                Form.EMPTY))
                .containsSubsequence("Awareness", "Consideration", "Decision", "Suggested")
                .contains(">Confirm</button>")
                .doesNotContain(" checked");
    }

    @Test
    void a_recorded_response_is_shown_with_its_time_in_the_readers_zone() {
        Response read = new Response.Acknowledged(new RepId("rep-07"), Samples.NOW);

        assertThat(PAGES.done(green(), null, read, Samples.CHICAGO, List.of()))
                .contains("Recorded. Thank you.", "Tue, Nov 24, 9:30 AM CT")
                .doesNotContain("<form");
        assertThat(PAGES.alreadyRecorded(green(), null, read, Samples.CHICAGO, List.of()))
                .contains("Already recorded")
                .doesNotContain("<form");
    }

    @Test
    void a_rep_with_300_accounts_still_gets_a_page_for_a_phone() {
        List<TargetAccount> many =
                IntStream.range(0, 300)
                        .mapToObj(i ->
                                new TargetAccount(
                                        new AccountId("a" + i),
                                        "\"&<ま".repeat(100),
                                        "s",
                                        new RepId("r"),
                                        i % 2 == 0,
                                        i % 3 == 0))
                        .toList();
        Form chosen = new Form(Map.of(FormFields.ACCOUNT, "a299"), List.of());

        String page =
                PAGES.reference(new Opened.ToReference(green(), REP, many, List.of()), chosen);

        assertThat(page.getBytes(UTF_8).length).isLessThan(30 * 1024);
        assertThat(page).contains("value=\"a299\" required checked");
    }

    @Test
    void the_kit_is_shown_for_one_reader_with_the_others_a_tap_away() {
        String page =
                PAGES.kit(
                        new Opened.ToSendKit(green(), REP, ACCOUNTS, List.of()),
                        Persona.CLINICAL,
                        "Northwind Devices",
                        Form.EMPTY);

        assertThat(page)
                .contains(
                        "A clinical leader",
                        Persona.CLINICAL.question(),
                        "href=\"?persona=supply-chain\"",
                        "aria-current=\"page\">Clinical",
                        "Northwind Devices wrote it",
                        "name=\"champion\"")
                .doesNotContain(green().note().text());
    }

    @Test
    void a_recorded_response_can_be_undone_with_one_choice() {
        Response used =
                new Response.Referenced(
                        "rep-07",
                        Samples.NOW,
                        new AccountId("a1"),
                        "Mercy Valley Health",
                        How.IN_A_MEETING);

        assertThat(PAGES.done(green(), null, used, Samples.CHICAGO, List.of(used)))
                .contains(
                        "name=\"undo\" value=\"" + RecordResponse.keyOf(used) + "\" required",
                        "Undo</button>");
    }

    @Test
    void a_forwarded_link_shows_whose_it_is() {
        assertThat(PAGES.acknowledge(green(), REP, Form.EMPTY))
                .contains("Not you?", "saved under Ada Lovelace’s name");
    }

    @Test
    void r5_3_the_page_of_an_ended_placement_says_so_asks_nothing_and_names_the_person_to_ask() {
        String page = ENDED.ended(green(), SEQUENCE, true, "pr@sample-medtech.example");

        assertThat(page)
                .contains(
                        "This story has expired",
                        "Take it out of every step",
                        "Ask PR (pr@sample-medtech.example) to extend it",
                        "<strong>Red</strong> · Do not use.")
                .doesNotContain("<form");
        assertThat(ENDED.ended(green(), SEQUENCE, false, null))
                .contains("There’s nothing else to do.", "Ask PR to extend it");
    }

    @Test
    void r5_3_r5_5_each_page_about_an_ended_placement_shows_it_red() {
        assertThat(
                        List.of(
                                AFTER_ITS_END.acknowledge(green(), REP, Form.EMPTY),
                                AFTER_ITS_END.reference(
                                        new Opened.ToReference(green(), REP, ACCOUNTS, List.of()),
                                        Form.EMPTY),
                                AFTER_ITS_END.removal(green(), SEQUENCE, null, Form.EMPTY),
                                ENDED.noKit(green(), REP, "It has expired.")))
                .allSatisfy(page ->
                        assertThat(page)
                                .contains("<strong>Red</strong> · Do not use.")
                                .doesNotContain("You may forward the link."));
    }

    @Test
    void r5_3_a_page_about_an_ended_placement_says_why_it_is_red() {
        String why = "It expired on ";

        assertThat(AFTER_ITS_END.acknowledge(green(), REP, Form.EMPTY)).containsOnlyOnce(why);
        assertThat(
                        AFTER_ITS_END.reference(
                                new Opened.ToReference(green(), REP, ACCOUNTS, List.of()),
                                Form.EMPTY))
                .containsOnlyOnce(why);
        assertThat(ENDED.noKit(green(), REP, why)).containsOnlyOnce(why);
        assertThat(PAGES.acknowledge(green(), REP, Form.EMPTY)).doesNotContain("expired");
    }

    @Test
    void a_text_field_takes_as_many_characters_as_can_be_recorded() {
        assertThat(PAGES.fixRecord(REP, Samples.NAMES.segments(), Form.EMPTY))
                .containsPattern("name=\"what\"[^>]* maxlength=\"500\"");
        assertThat(
                        PAGES.reference(
                                new Opened.ToReference(green(), REP, ACCOUNTS, List.of()),
                                Form.EMPTY))
                .containsPattern("name=\"accountName\"[^>]* maxlength=\"200\"")
                .containsPattern("name=\"champion\"[^>]* maxlength=\"120\"");
    }

    private static List<String> forms() {
        return List.of(
                PAGES.acknowledge(green(), REP, Form.EMPTY),
                PAGES.reference(
                        new Opened.ToReference(green(), REP, ACCOUNTS, List.of()), Form.EMPTY),
                PAGES.sequence(
                        task(null), "Northwind Devices", "decision", ZoneOffset.UTC, Form.EMPTY));
    }

    /// A sequence owner who has not answered.
    private static Opened.ToSequence task(@Nullable Person by) {
        return new Opened.ToSequence(green(), SEQUENCE, by, null, List.of());
    }
}
