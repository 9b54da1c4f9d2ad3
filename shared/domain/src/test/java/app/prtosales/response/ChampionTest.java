package app.prtosales.response;

import static app.prtosales.samples.Samples.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R3.4: who counts as a champion, and as armed.
class ChampionTest {

    private static final AccountId LAKESIDE = new AccountId("lakeside");

    @Test
    void r3_4_a_champion_counts_once_even_if_the_account_was_renamed() {
        Referenced used =
                new Referenced(
                        "rep-001",
                        WEDNESDAY,
                        LAKESIDE,
                        "Lakeside Health",
                        true,
                        How.TALKED_ABOUT,
                        "Dana Whitfield",
                        1);
        KitSent sent =
                new KitSent(
                        new RepId("rep-001"),
                        WEDNESDAY,
                        LAKESIDE,
                        "Lakeside Regional Health",
                        true,
                        "dana whitfield",
                        1);

        assertThat(champions(List.of(used, sent)))
                .containsExactly(
                        new Champion(
                                "dana whitfield", "Lakeside Regional Health", "rep-001", true));
    }

    @Test
    void r3_4_a_champion_at_an_account_without_an_open_deal_is_not_armed() {
        assertThat(champions(List.of(sentToDana(false))))
                .extracting(Champion::armed)
                .containsExactly(false);
        assertThat(champions(List.of(sentToDana(true))))
                .extracting(Champion::armed)
                .containsExactly(true);
    }

    private static List<Champion> champions(List<Response> recorded) {
        return SameUse.withoutLists().champions(recorded);
    }

    private static Referenced sentToDana(boolean openDeal) {
        return new Referenced(
                "rep-001",
                WEDNESDAY,
                LAKESIDE,
                "Lakeside Health",
                openDeal,
                How.SENT_TO_THE_CUSTOMER,
                "Dana Whitfield",
                1);
    }
}
