package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {

    @Test
    void a_readable_color_stays_as_it_is() {
        assertThat(Brand.of("#0B57B8").accent()).isEqualTo("#0b57b8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#ffffff", "#000000", "#ffe600", "#0b57b8", "#0f6b62", "#ff5a5f", "#00ff00",
                "#7f7f7f", "#c8102e", "#f2a900"
            })
    void any_color_is_readable_on_every_background(String color) {
        Brand brand = Brand.of(color);

        assertThat(List.of(Brand.ON_ACCENT, Design.PAPER, Design.QUIET, brand.chosen()))
                .allSatisfy(ground ->
                        assertThat(Brand.contrast(brand.accent(), ground))
                                .as("%s on %s", brand.accent(), ground)
                                .isGreaterThanOrEqualTo(4.5));
        assertThat(
                        List.of(
                                Brand.ON_DARK_ACCENT,
                                Design.DARK_PAPER,
                                Design.DARK_CARD,
                                Design.DARK_QUIET,
                                brand.darkChosen()))
                .allSatisfy(ground ->
                        assertThat(Brand.contrast(brand.darkAccent(), ground))
                                .as("%s on %s", brand.darkAccent(), ground)
                                .isGreaterThanOrEqualTo(4.5));
        assertThat(Brand.contrast(Design.INK, brand.chosen())).isGreaterThan(7);
        assertThat(Brand.contrast(Design.DARK_INK, brand.darkChosen())).isGreaterThan(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "blue", "#fff", "0b57b8", "#0b57b8;", "#0b57bg", " #0b57b8"})
    void anything_else_is_not_a_color(String written) {
        assertThatThrownBy(() -> Brand.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the company's color must be written as #rrggbb, such as #0b57b8");
    }
}
