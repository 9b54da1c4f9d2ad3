package app.prtosales.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.change.ChangeOutcome;
import app.prtosales.directory.Rep;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Format;
import app.prtosales.placement.Note;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.ReaderClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Rule 3: the kit that a rep forwards to a champion.
class ChampionKitTest {

    private static final Instant NOW = Samples.WEDNESDAY.plus(Duration.ofHours(2));

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    private Placement green(Submission submission) {
        company.reps(1);
        return company.distribute(submission);
    }

    /// The form's required fields and nothing else.
    private static Submission required(String format) {
        Submission from = Samples.submission();
        return new Submission(
                from.url(),
                from.outlet(),
                from.headline(),
                format,
                from.publishedAt(),
                from.zone(),
                from.segments(),
                from.note(),
                null,
                from.personas(),
                null,
                null,
                null,
                null,
                null,
                "green",
                false);
    }

    private static ChampionKit kit(Placement placement, Persona persona) {
        return ChampionKit.of(placement, persona, "MedCrypt", NOW).orElseThrow();
    }

    @Test
    void r3_1_the_required_fields_alone_make_a_kit() {
        Placement placement = green(required("byline"));
        ChampionKit kit = kit(placement, Persona.CFO);

        assertThat(kit.what()).isNotBlank();
        assertThat(kit.byWhom()).contains(placement.story().outlet());
        assertThat(kit.why()).isNotBlank();
        assertThat(kit.paragraph()).isNotEmpty();
        assertThat(kit.text()).contains(placement.story().headline(), kit.evidence());
    }

    @Test
    void r3_1_the_reason_and_the_question_are_two_sentences_whatever_pr_typed() {
        Submission reason =
                new SubmissionBuilder(required("byline"))
                        .whyItMatters("Fewer readmissions")
                        .build();

        assertThat(kit(green(reason), Persona.CFO).why())
                .startsWith("Fewer readmissions. Worth asking: ");
    }

    @Test
    void r5_5_a_distributor_is_not_told_to_talk_about_a_kit_in_review() {
        Placement amber =
                green(new SubmissionBuilder(required("byline")).forwardability("amber").build());
        ReaderClock reader = new ReaderClock(ZoneOffset.UTC, NOW);

        assertThat(ChampionKit.whyNot(amber, reader, rep(Rep.Employment.EMPLOYEE)))
                .hasValueSatisfying(why -> assertThat(why).contains("You can talk about it"));
        assertThat(ChampionKit.whyNot(amber, reader, rep(Rep.Employment.DISTRIBUTOR)))
                .hasValue(
                        "It’s internal only for now. Don’t use it until we email you that you can.");
    }

    private static Rep rep(Rep.Employment employment) {
        return new Rep(
                new RepId("rep-1"),
                "Sample Rep",
                "rep-1@sample-medtech.example",
                null,
                ZoneOffset.UTC,
                List.of(),
                null,
                employment,
                true);
    }

    @Test
    void r3_2_the_kit_contains_no_internal_note_no_rep_and_no_tracking_parameter() {
        Placement placement =
                green(
                        new SubmissionBuilder(required("byline"))
                                .url("https://outlet.example/story?utm_source=us&id=7")
                                .build());
        for (Persona persona : Persona.values()) {
            String text = kit(placement, persona).text();
            assertThat(text)
                    .doesNotContain(placement.note().text())
                    .doesNotContain("Sample rep-001")
                    .doesNotContain("utm_")
                    .contains("https://outlet.example/story?id=7");
        }
    }

    @Test
    void r3_2_each_reader_has_a_question_of_their_own() {
        Placement placement = green(required("podcast"));

        assertThat(Arrays.stream(Persona.values()).map(each -> kit(placement, each).why()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void r3_3_the_kit_says_what_the_evidence_is_and_never_calls_it_independent(Format format) {
        ChampionKit kit = kit(green(required(format.word())), Persona.CLINICAL);

        assertThat(kit.text().toLowerCase(Locale.ROOT)).doesNotContain("independent");
        assertThat(kit.evidence()).isNotBlank();
    }

    @Test
    void r3_3_a_byline_is_by_the_company_and_sponsored_content_says_who_paid() {
        ChampionKit byline = kit(green(required("byline")), Persona.IT);
        assertThat(byline.byWhom()).startsWith("An article by MedCrypt in ");
        assertThat(byline.evidence()).contains("MedCrypt wrote it");

        Submission paid =
                new SubmissionBuilder(required("sponsored")).url("https://paid.example/a").build();
        assertThat(kit(green(paid), Persona.IT).evidence()).contains("paid for it");
    }

    @Test
    void r5_13_a_champion_never_reads_our_as_theirs_whether_the_company_is_named_or_not() {
        Placement placement = green(required("byline"));
        for (Format format : Format.values()) {
            Story story = storyWith(placement.story(), format, "Mike Kijewski, CEO");
            for (String company : new String[] {"MedCrypt", null}) {
                assertThat(
                                Attribution.of(story, company)
                                        + " "
                                        + Attribution.evidence(story, company))
                        .doesNotContainPattern("(?i)\\b(our|us|we)\\b");
            }
        }
        Story story = storyWith(placement.story(), Format.BYLINE, "Mike Kijewski, CEO");
        assertThat(Attribution.of(story, "MedCrypt"))
                .startsWith("an article by Mike Kijewski, CEO of MedCrypt, in ");
        assertThat(Attribution.of(story, null)).startsWith("an article by Mike Kijewski, CEO, in ");
        assertThat(
                        Attribution.of(
                                storyWith(
                                        placement.story(),
                                        Format.PODCAST,
                                        "Mike Kijewski of MedCrypt"),
                                "MedCrypt"))
                .contains("with Mike Kijewski of MedCrypt on ");
    }

    private static Story storyWith(Story from, Format format, String speaker) {
        return new Story(
                from.url(),
                from.outlet(),
                from.headline(),
                format,
                from.tone(),
                from.topic(),
                speaker,
                from.quote(),
                from.whyItMatters(),
                null);
    }

    @Test
    void without_a_named_reader_the_kit_is_for_nobody_in_particular() {
        Placement placement = green(required("byline"));
        Placement toNobody =
                placement.corrected(
                        placement.story(),
                        new Note(placement.note().text(), placement.note().segments(), List.of()),
                        correction());

        assertThat(ChampionKit.firstReader(toNobody)).isEqualTo(Persona.GENERAL);
        assertThat(kit(toNobody, Persona.GENERAL).text()).doesNotContain("cost", "budget");
    }

    private static Correction correction() {
        return new Correction(1, List.of(), NOW, "u-1", "no reader was meant");
    }

    @Test
    void r3_1_the_kits_date_is_written_the_american_way() {
        assertThat(kit(green(required("byline")), Persona.CFO).day())
                .matches("[A-Z][a-z]+ \\d{1,2}, \\d{4}");
    }

    @Test
    void r3_4_only_a_green_placement_that_has_not_ended_has_a_kit() {
        Placement placement = green(required("byline"));
        assertThat(ChampionKit.isReady(placement, NOW)).isTrue();

        Placement amber =
                ((ChangeOutcome.Changed)
                                company.changePlacement.turn(
                                        placement.id(), "amber", null, "legal asked", Company.PR))
                        .placement();
        assertThat(ChampionKit.of(amber, Persona.CFO, null, NOW)).isEmpty();
        assertThat(ChampionKit.whyNot(amber, new ReaderClock(ZoneOffset.UTC, NOW)))
                .hasValueSatisfying(why -> assertThat(why).contains("in review"));
        assertThat(ChampionKit.isReady(placement, placement.expiresAt())).isFalse();
    }

    @Test
    void r5_9_a_story_that_has_expired_says_since_when_in_its_readers_zone() {
        Placement placement = green(required("byline"));
        ReaderClock inUtc = new ReaderClock(ZoneOffset.UTC, Instant.parse("2027-07-01T00:00:00Z"));
        assertThat(placement.expiresAt()).isEqualTo(Instant.parse("2027-06-24T13:00:00Z"));

        assertThat(ChampionKit.whyNot(placement, inUtc)).contains("It expired on Thu, Jun 24.");
        assertThat(ChampionKit.whyNot(placement, inUtc.in(ZoneId.of("Pacific/Auckland"))))
                .contains("It expired on Fri, Jun 25.");
    }

    @Test
    void a_persona_can_be_written_in_other_ways() {
        assertThat(Persona.read("CIO")).contains(Persona.IT);
        assertThat(Persona.read("Supply-Chain")).contains(Persona.SUPPLY_CHAIN);
        assertThat(Persona.read("cno")).contains(Persona.CLINICAL);
        assertThat(Persona.read("COO")).contains(Persona.OPERATIONS);
        assertThat(Persona.read("nobody")).isEqualTo(Optional.empty());
    }
}
