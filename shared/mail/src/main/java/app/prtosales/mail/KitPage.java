package app.prtosales.mail;

import app.prtosales.kit.ChampionKit;
import app.prtosales.text.ContentPolicy;

/// The champion kit as a page to print or share unchanged; nothing internal is on it (R3.2).
public final class KitPage {

    private final StyleSheet style;
    private final ContentPolicy policy;

    public KitPage(Brand brand) {
        this.style = StyleSheet.ofPages(brand);
        this.policy = ContentPolicy.ofPage(style.css());
    }

    public String of(ChampionKit kit) {
        return Html.of((output, as) -> JtekitPageGenerated.render(output, as, kit, style));
    }

    public ContentPolicy policy() {
        return policy;
    }
}
