package app.prtosales.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.placement.Draft;
import app.prtosales.placement.Forwardability;
import app.prtosales.text.FieldError;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Set<String> SEGMENTS = Set.of("health-systems", "payers");

    @Test
    void the_required_fields_alone_are_enough_and_the_rest_has_safe_defaults() {
        Draft draft = accepted(with("publishedAt", "2026-11-24T03:00"));

        assertThat(draft.forwardability()).isEqualTo(Forwardability.AMBER);
        assertThat(draft.backfill()).isFalse();
        assertThat(draft.publication().at()).isEqualTo("2026-11-24T08:00:00Z");
        assertThat(draft.publication().deadline()).isEqualTo("2026-11-25T08:00:00Z");
    }

    @Test
    void every_wrong_field_is_reported_at_once() {
        Submission nothing =
                new Submission(
                        "ftp://x",
                        null,
                        " ",
                        "blog",
                        "yesterday",
                        "EST",
                        List.of(),
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        "angry",
                        "blue",
                        null);

        assertThat(errors(nothing))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "url",
                        "outlet",
                        "headline",
                        "format",
                        "publishedAt",
                        "zone",
                        "segments",
                        "note",
                        "tone",
                        "forwardability");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // R1.2: across the end and the start of daylight saving time
                "2026-11-01T00:30 | America/New_York | 2026-11-02T04:30:00Z",
                "2026-03-07T12:00 | America/New_York | 2026-03-08T17:00:00Z",
                // R1.3: from Friday to Saturday
                "2026-11-20T17:00 | America/New_York | 2026-11-21T22:00:00Z",
                "2026-11-20T17:00:30.123456 | Europe/Berlin | 2026-11-21T16:00:30.123Z",
                "2026-11-20 | Asia/Kolkata | 2026-11-20T18:30:00Z",
                "2026-11-20T17:00-05:00 | America/New_York | 2026-11-21T22:00:00Z",
                "2026-11-20T17:00Z | UTC | 2026-11-21T17:00:00Z",
            })
    void r1_2_the_deadline_is_24_elapsed_hours_after_publication(
            String publishedAt, String zone, String deadline) {
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        Submission submission = with("publishedAt", publishedAt, "zone", zone, "backfill", "false");

        Reading reading = SubmissionReader.read(submission, SEGMENTS, now);

        assertThat(reading).isInstanceOf(Reading.Valid.class);
        assertThat(((Reading.Valid) reading).draft().publication().deadline()).isEqualTo(deadline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-24T03:00-04:00 | America/New_York | 2026-11-24T07:00:00Z | was at -05:00",
                "2026-11-23T09:00+09:00 | America/Vancouver | 2026-11-23T00:00:00Z | was at",
                "2026-11-23T09:00+00:00 | America/New_York | 2026-11-23T09:00:00Z | offset +00:00 as",
                "2026-11-23T09:00-05:00 | Europe/London | 2026-11-23T14:00:00Z | was at +00:00",
                "2026-03-08T02:30-05:00 | America/New_York | 2026-03-08T07:30:00Z | was at -04:00",
            })
    void an_explicit_offset_is_trusted_with_a_warning(
            String publishedAt, String zone, Instant at, String warning) {
        Reading.Valid valid =
                (Reading.Valid)
                        SubmissionReader.read(
                                with("publishedAt", publishedAt, "zone", zone, "backfill", "true"),
                                SEGMENTS,
                                NOW);

        assertThat(valid.draft().publication().at()).isEqualTo(at);
        assertThat(valid.draft().publication().zone().getId()).isEqualTo(zone);
        assertThat(valid.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.field()).isEqualTo("publishedAt"))
                .satisfies(w -> assertThat(w.message()).contains(warning, zone));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T03:00+02:00, 2026-11-24T01:00:00Z, +02:00",
        "2026-11-24T01:00:00Z, 2026-11-24T01:00:00Z, Z"
    })
    void with_an_offset_the_zone_may_be_missing_or_be_the_offset_as_we_store_it(
            String written, String exported, String zone) {
        assertThat(accepted(with("publishedAt", written, "zone", null)).publication())
                .isEqualTo(accepted(with("publishedAt", exported, "zone", zone)).publication())
                .extracting(publication -> publication.zone().getId())
                .isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-20T17:00Z", "2026-11-20T17:00:00Z", "2026-11-20T17:00:00.123Z"})
    void z_decides_the_instant_and_the_zone_only_how_it_is_shown(String publishedAt) {
        Reading.Valid valid =
                (Reading.Valid)
                        SubmissionReader.read(with("publishedAt", publishedAt), SEGMENTS, NOW);

        assertThat(valid.draft().publication().at())
                .isBetween("2026-11-20T17:00:00Z", "2026-11-20T17:00:00.123Z");
        assertThat(valid.draft().publication().zone().getId()).isEqualTo("America/New_York");
        assertThat(valid.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2011-12-30, Pacific/Apia, 2011-12-29, 2011-12-31",
        "2011-12-30, Pacific/Fakaofo, 2011-12-29, 2011-12-31",
        "2011-12-30T09:00, Pacific/Apia, 2011-12-29T23:59, 2011-12-31T00:00",
    })
    void r5_9_a_day_skipped_by_the_zone_is_refused_with_the_two_nearest(
            String publishedAt, String zone, String before, String after) {
        assertThat(
                        error(with("publishedAt", publishedAt, "zone", zone, "backfill", "true"))
                                .message())
                .contains(before)
                .contains(after);
    }

    @ParameterizedTest
    @CsvSource({"yesterday,", "yesterday,EST", "1970-01-01,", "1970-01-01,EST"})
    void a_bad_time_and_a_bad_or_missing_zone_are_reported_together(
            String publishedAt, @Nullable String zone) {
        Submission submission = with("publishedAt", publishedAt, "zone", zone);

        assertThat(((Reading.Invalid) SubmissionReader.read(submission, SEGMENTS, NOW)).errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("publishedAt", "zone");
    }

    @Test
    void a_long_text_that_is_not_a_time_is_refused_quickly() {
        assertThat(error(with("publishedAt", "T".repeat(60_000))).field()).isEqualTo("publishedAt");
    }

    @Test
    void an_undecodable_character_is_refused_and_reported() {
        assertThat(error(with("outlet", "M\uFFFDller")).message()).contains("U+FFFD");
        assertThat(error(with("quote", "M\uFFFDller")).message()).contains("U+FFFD");
    }

    @Test
    void r5_9_an_ambiguous_time_takes_the_earlier_instant_and_says_so() {
        Submission submission = with("publishedAt", "2026-11-01T01:30");

        Reading.Valid valid = (Reading.Valid) SubmissionReader.read(submission, SEGMENTS, NOW);

        assertThat(valid.draft().publication().at()).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(valid.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.field()).isEqualTo("publishedAt"))
                .satisfies(w -> assertThat(w.message()).contains("happened twice"));
    }

    @Test
    void r5_9_a_time_that_does_not_exist_is_refused_with_the_two_nearest_that_do() {
        assertThat(error(with("publishedAt", "2026-03-08T02:30", "backfill", "false")).message())
                .contains("2026-03-08T01:59")
                .contains("2026-03-08T03:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EST", "CET", "GMT+1", "America/Atlantis", "SystemV/EST5", "utc", "+01:00"})
    void r5_9_a_zone_is_an_iana_name(String zone) {
        assertThat(error(with("zone", zone)).field()).isEqualTo("zone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00",
                "2100-01-01T00:00",
                "2026-02-30",
                "2026-11-24T25:00",
                "24.11.2026",
                "2026-11-24 09:00",
                "20261124",
                "now",
                "2026-11"
            })
    void an_implausible_date_is_refused(String publishedAt) {
        assertThat(error(with("publishedAt", publishedAt)).field()).isEqualTo("publishedAt");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, 2026-02-30 isn’t on the calendar. Check the month and the day",
        "2026-13-01, 2026-13-01 isn’t on the calendar. Check the month and the day",
        "2026-02-30T09:00, 2026-02-30T09:00 doesn’t exist. Check the date and the time",
        "2026-11-24T25:00Z, 2026-11-24T25:00Z doesn’t exist. Check the date and the time",
    })
    void a_date_that_does_not_exist_is_named_in_the_error(String publishedAt, String message) {
        assertThat(error(with("publishedAt", publishedAt)).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'one\ntwo' | Put the note on one line: remove the line break",
                "'   ' | Enter the note",
                "<161> | Shorten the note to 160 characters; it has 161",
            })
    void r1_4_a_note_that_is_not_one_line_of_160_characters_is_refused(
            String note, String message) {
        String written = note.equals("<161>") ? "n".repeat(161) : note;

        assertThat(error(with("note", written))).isEqualTo(new FieldError("note", message));
    }

    @Test
    void r1_4_a_note_of_160_emoji_is_160_characters() {
        assertThat(accepted(with("note", "🩺".repeat(160))).note().text()).hasSize(320);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Choose at least one segment: health-systems, payers",
                "vets | “vets” isn’t one of your segments. Choose from health-systems, payers",
            })
    void r1_4_at_least_one_known_segment_is_chosen(String segment, String message) {
        assertThat(error(with("segments", segment))).isEqualTo(new FieldError("segments", message));
    }

    @Test
    void r1_4_if_no_segments_are_loaded_yet_the_error_says_so() {
        String none = "There are no segments yet. Sales ops has to load the list of segments first";

        assertThat(SubmissionReader.read(with("segments", "payers"), Set.of(), NOW))
                .isEqualTo(new Reading.Invalid(List.of(new FieldError("segments", none))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"outlet", "headline", "note", "topic", "spokesperson", "url"})
    void a_control_character_in_a_one_line_field_is_refused_at_the_field(String field) {
        String normal = field.equals("url") ? "https://a.example/x" : "Sample";
        for (String control :
                List.of(
                        "\r",
                        "\n",
                        "\r\nBcc: x",
                        "\u0000",
                        "\u0007",
                        "\u2028",
                        "\u202E",
                        "\u0085")) {
            assertThat(error(with(field, normal + control + "y")).field())
                    .as("%s with U+%04X", field, (int) control.charAt(0))
                    .isEqualTo(field);
        }
    }

    @Test
    void hostile_but_printable_text_is_accepted_unchanged() {
        String headline = "<script>alert('x')</script> \"O'Brien\" العربية 🩺 =cmd|' /C calc'!A0";

        assertThat(accepted(with("headline", headline)).story().headline()).isEqualTo(headline);
        assertThat(accepted(with("headline", "x".repeat(1_000))).story().headline()).hasSize(1_000);
    }

    @Test
    void r4_8_after_30_days_pr_has_to_say_whether_it_is_a_backfill() {
        assertThat(error(with("publishedAt", "2026-10-01T09:00")).field()).isEqualTo("backfill");

        assertThat(accepted(with("publishedAt", "2026-10-01T09:00", "backfill", "true")).backfill())
                .isTrue();
        assertThat(
                        accepted(with("publishedAt", "2026-10-01T09:00", "backfill", "false"))
                                .backfill())
                .isFalse();
    }

    @Test
    void r5_7_negative_coverage_is_red_from_the_start() {
        assertThat(
                        accepted(
                                        with(
                                                "tone", "negative",
                                                "forwardability", "green",
                                                "holdingLine", "We know of the report."))
                                .forwardability())
                .isEqualTo(Forwardability.RED);
    }

    @Test
    void r5_7_a_holding_line_is_one_short_line() {
        assertThat(error(with("tone", "negative", "holdingLine", "x".repeat(301))).field())
                .isEqualTo("holdingLine");
        assertThat(accepted(with("holdingLine", "Kept, and not shown.")).story().holdingLine())
                .isEqualTo("Kept, and not shown.");
    }

    private static Draft accepted(Submission submission) {
        Reading reading = SubmissionReader.read(submission, SEGMENTS, NOW);
        assertThat(reading).isInstanceOf(Reading.Valid.class);
        return ((Reading.Valid) reading).draft();
    }

    private static List<FieldError> errors(Submission submission) {
        Reading reading = SubmissionReader.read(submission, SEGMENTS, NOW);
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        return ((Reading.Invalid) reading).errors();
    }

    private static FieldError error(Submission submission) {
        assertThat(errors(submission)).hasSize(1);
        return errors(submission).getFirst();
    }

    /// The required fields with valid values, and some changed: name, value, name, value …
    private static Submission with(@Nullable String... changes) {
        var fields = new HashMap<String, @Nullable String>();
        fields.put("outlet", "Healthcare Curated");
        fields.put("headline", "Waystar Uses AI to Recover Billions in Healthcare Revenue");
        fields.put("format", "news-mention");
        fields.put("publishedAt", "2026-11-24T03:00");
        fields.put("zone", "America/New_York");
        fields.put("segments", "health-systems");
        fields.put("note", "Gives finance leaders a name for payer take-backs.");
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        @Nullable String segments = fields.get("segments");
        @Nullable String backfill = fields.get("backfill");
        return new Submission(
                fields.get("url"),
                fields.get("outlet"),
                fields.get("headline"),
                fields.get("format"),
                fields.get("publishedAt"),
                fields.get("zone"),
                segments == null || segments.isEmpty() ? List.of() : List.of(segments),
                fields.get("note"),
                fields.get("topic"),
                List.of(),
                fields.get("spokesperson"),
                fields.get("quote"),
                fields.get("whyItMatters"),
                fields.get("holdingLine"),
                fields.get("tone"),
                fields.get("forwardability"),
                backfill == null ? null : Boolean.valueOf(backfill));
    }
}
