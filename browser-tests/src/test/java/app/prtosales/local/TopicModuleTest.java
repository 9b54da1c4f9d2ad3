package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.text.SameName;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The form's suggestions match a rule's topic as the product does.
@Timeout(60)
class TopicModuleTest extends ModuleSuite {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "care coordination and handoffs|care coordination|true",
                "Care  Coordination; discharge|care coordination|true",
                "care\u00a0coordination|care coordination|true",
                "cap\u00adacity\u3164|capacity|true",
                "robotics/AI|ai|true",
                "value–based care|Value based care|true",
                "patientsʼ rights|patients’ rights|true",
                "Santé publique, Straße, Œuvre|strasse oeuvre|true",
                "claims denials|AI|false",
                "incapacity|capacity|false",
                "care and coordination|care coordination|false",
                "care|&|false",
            })
    void r2_1_the_form_finds_a_topic_as_the_product_does(
            String topic, String wanted, boolean isAbout) {
        assertThat(SameName.isIn(topic, wanted)).isEqualTo(isAbout);
        assertThat(call("suggestions.js", "isAbout", List.of(topic, wanted), "found => found"))
                .isEqualTo(isAbout);
    }
}
