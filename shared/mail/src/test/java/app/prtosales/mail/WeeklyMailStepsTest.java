package app.prtosales.mail;

import static app.prtosales.audit.Answer.NO;
import static app.prtosales.audit.Answer.YES;
import static app.prtosales.mail.Samples.audited;
import static app.prtosales.mail.Samples.week;
import static app.prtosales.mail.WeeklyMailTest.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditMail;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.delivery.OutgoingMail;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who has to act next, as the weekly email says it.
class WeeklyMailStepsTest {

    private static final NextStep CHOOSE =
            new NextStep(NextStep.Owner.RULE_2_OWNER, "", "Choose a sequence.");

    @Test
    void a_placement_without_a_rule_links_to_where_a_sequence_is_chosen() {
        PlacementAnswers unfitted = audited("No rule", YES, NO, NO).withNext(CHOOSE);

        OutgoingMail mail = weekly(week(List.of(unfitted), List.of(), List.of()));

        String place = "https://pr.example/#/placements/%s/sequence".formatted(unfitted.id());
        assertThat(mail.html()).contains("href=\"%s\"".formatted(place));
        assertThat(mail.text()).contains(place);
    }

    @Test
    void several_placements_without_a_rule_link_to_the_page_that_has_all_of_them() {
        OutgoingMail mail =
                weekly(
                        week(
                                List.of(
                                        audited("No rule", YES, NO, NO).withNext(CHOOSE),
                                        audited("None either", YES, NO, NO).withNext(CHOOSE)),
                                List.of(),
                                List.of()));

        assertThat(mail.html())
                .containsPattern("href=\"https://pr.example/\\S+\"[^>]*>See them all<");
        assertThat(mail.text())
                .containsPattern("Choose a sequence\\. No rule and 1 more https://pr.example/\\S+");
    }

    @Test
    void one_persons_next_step_for_several_placements_is_one_line() {
        OutgoingMail mail =
                weekly(
                        week(
                                List.of(
                                        audited("the first", NO, NO, NO),
                                        audited("the second", NO, NO, NO),
                                        audited("the third", NO, NO, NO)),
                                List.of(),
                                List.of()));

        assertThat(mail.text())
                .containsOnlyOnce("Grace Hopper, owner of “CFO outreach, health systems”")
                .contains("the first and 2 more");
    }

    @Test
    void placements_without_a_rule_leave_room_for_the_steps_of_others() {
        List<PlacementAnswers> judged = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            judged.add(audited("No rule " + i, NO, NO, NO).withNext(CHOOSE));
        }
        judged.add(
                audited("Not delivered", NO, YES, YES)
                        .withNext(new NextStep(NextStep.Owner.OPS, "", "Fix the addresses.")));

        OutgoingMail mail = weekly(week(judged, List.of(), List.of()));

        assertThat(mail.text())
                .containsOnlyOnce("Choose a sequence.")
                .contains("No rule 0 and 19 more", "Fix the addresses. Not delivered");
    }

    @Test
    void the_owner_of_a_rule_is_shown_with_what_they_are_in_charge_of() {
        PlacementAnswers unfitted = audited("No rule", YES, NO, NO).withNext(CHOOSE);
        WeeklyReport week = week(List.of(unfitted), List.of(), List.of());

        assertThat(weekly(week).text())
                .contains("- Whoever is in charge of sequences: Choose a sequence.");
        assertThat(
                        Samples.AUDIT_ROOM
                                .write(
                                        new AuditMail.Weekly(
                                                week,
                                                AgreementInWordsTest.agreement(
                                                        "3",
                                                        List.of(),
                                                        List.of("a@x.example", "b@x.example")),
                                                "ceo@company.example"))
                                .text())
                .contains("- In charge of sequences (b@x.example): Choose a sequence.");
    }
}
