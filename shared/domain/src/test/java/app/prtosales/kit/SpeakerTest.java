package app.prtosales.kit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.placement.Format;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// R3.3: usually the company's own people speak in its coverage, but a customer may as well.
class SpeakerTest {

    private static final String COMPANY = "MedCrypt, Inc.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jo Doe of Mercy Health",
                "Jo Doe, CFO of Mercy Health",
                "Jo Doe, president of the Mercy Health System",
                "Jo Doe, director of nursing at Mercy Health",
                "Jo Doe, MD, chief medical officer of Mercy Health",
                "Jo Doemedcrypty, CFO of Mercy Health"
            })
    void r3_3_a_customers_speaker_is_not_given_to_the_company(String customer) {
        Story podcast = story(Format.PODCAST, customer);

        assertThat(Attribution.of(podcast, COMPANY))
                .startsWith("a podcast episode with " + customer)
                .doesNotContain("MedCrypt");
        assertThat(Attribution.evidence(podcast, COMPANY)).doesNotContain("MedCrypt", "company");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mike Kijewski",
                "Mike Kijewski, CEO",
                "Mike Kijewski, CEO, Co-founder",
                "Mike Kijewski, MD, CEO",
                "Mike Kijewski, VP of Health System Sales",
                "Mike Kijewski, Vice President of Sales",
                "Mike Kijewski, VP, Digital Health",
                "Mike Kijewski, Vice-President of Sales",
                "Mike Kijewski VP of Sales",
                "Mike Kijewski, Dir. of Sales",
                "Mike Kijewski, Chief Scientist of AI",
                "Mike Kijewski, Chief Nursing Officer, DNP, RN",
                "Mike Kijewski, CFO, CPA",
                "Mike Kijewski, President, Americas",
                "Mike Kijewski, Chair of the Board"
            })
    void r3_3_a_title_inside_the_company_is_given_to_the_company(String own) {
        Story podcast = story(Format.PODCAST, own);

        assertThat(Attribution.of(podcast, COMPANY)).contains(own + " of MedCrypt, Inc.");
        assertThat(Attribution.evidence(podcast, COMPANY)).contains("a guest from MedCrypt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mike Kijewski, CEO of Medcrypt", "Mike Kijewski, CEO, MedCrypt"})
    void r5_13_a_company_that_the_speaker_names_already_is_not_repeated(String own) {
        Story podcast = story(Format.PODCAST, own);

        assertThat(Attribution.of(podcast, COMPANY)).contains("with " + own + ", on ");
        assertThat(Attribution.evidence(podcast, COMPANY)).contains("a guest from MedCrypt");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"BYLINE", "PODCAST", "INTERVIEW", "WEBINAR"})
    void r3_3_what_a_customer_said_is_not_called_the_outlets_reporting(Format format) {
        assertThat(Attribution.evidence(story(format, "Jo Doe, CFO of Mercy Health"), COMPANY))
                .doesNotContain("MedCrypt", "independent", "own reporting");
    }

    @Test
    void r3_3_reporting_stays_reporting_whoever_is_quoted() {
        assertThat(
                        Attribution.evidence(
                                story(Format.FEATURE, "Jo Doe, CFO of Mercy Health"), COMPANY))
                .isEqualTo("This is the outlet’s own reporting.");
    }

    private static Story story(Format format, String speaker) {
        return new Story(
                null,
                "MedCity News",
                "Uptime",
                format,
                Tone.POSITIVE,
                null,
                speaker,
                null,
                null,
                null);
    }
}
