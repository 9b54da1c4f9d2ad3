package app.prtosales.mail;

import app.prtosales.kit.ChampionKit;

/// The champion kit as a page to print or to hand on as it is: nothing of ours is on it (R3.2).
public final class KitPage {

    private final StyleSheet style;

    public KitPage(Brand brand) {
        this.style = StyleSheet.ofPages(brand);
    }

    public String of(ChampionKit kit) {
        return Html.of((output, as) -> JtekitPageGenerated.render(output, as, kit, style));
    }

    /// For the response's header of that name.
    public String contentSecurityPolicy() {
        return PagePolicy.withoutForm(style.hash());
    }
}
