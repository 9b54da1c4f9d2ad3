package app.prtosales.mail;

import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.mail.ResponsePages.Form;
import app.prtosales.response.BetterPlace;
import app.prtosales.response.FormFields;
import app.prtosales.text.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a form behind a link, as a page shows them.
final class FieldView {

    /// A longer list is unusable on a phone; other values can be typed.
    static final int MAXIMUM_CHOICES = 30;

    private FieldView() {}

    static PageView.Field notYetOr(String done, String label, Form form) {
        return choices(
                FormFields.CHOICE,
                "Your answer",
                List.of(
                        new PageView.Choice(FormFields.NOT_YET, "Not yet", ""),
                        new PageView.Choice(done, label, "")),
                form);
    }

    static PageView.Field choices(
            String name, String question, List<PageView.Choice> choices, Form form) {
        return new PageView.Field(
                name,
                question,
                choices,
                true,
                form.input().getOrDefault(name, ""),
                errors(name, form));
    }

    static PageView.Field text(String name, String question, Form form) {
        return new PageView.Field(
                name,
                question,
                List.of(),
                false,
                form.input().getOrDefault(name, ""),
                errors(name, form));
    }

    static List<String> errors(String field, Form form) {
        return form.errors().stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .toList();
    }

    /// The previous choice first, then target accounts, led by those with an open deal.
    static List<PageView.Choice> accountChoices(List<TargetAccount> accounts, Form form) {
        String chosen = form.input().getOrDefault(FormFields.ACCOUNT, "");
        List<PageView.Choice> choices = new ArrayList<>();
        accounts.stream()
                .sorted(
                        Comparator.comparing((TargetAccount account) ->
                                        !account.id().value().equals(chosen))
                                .thenComparing(account -> !account.target())
                                .thenComparing(account -> !account.openDeal())
                                .thenComparing(TargetAccount::name))
                .limit(MAXIMUM_CHOICES)
                .map(account ->
                        new PageView.Choice(
                                account.id().value(),
                                Shorten.to(Shorten.NAME, account.name()),
                                remark(account)))
                .forEach(choices::add);
        choices.add(
                new PageView.Choice(FormFields.OTHER, "Another account", "Enter its name below"));
        return List.copyOf(choices);
    }

    private static String remark(TargetAccount account) {
        if (account.target()) {
            return account.openDeal() ? "Target account, open deal" : "Target account";
        }
        return account.openDeal() ? "Open deal" : "";
    }

    /// @param marked the stage with a remark; null if there is none
    static PageView.Field stages(
            Sequence sequence, @Nullable String marked, String remark, Form form) {
        List<PageView.Choice> stages = new ArrayList<>();
        for (String stage : sequence.stages()) {
            stages.add(
                    new PageView.Choice(
                            stage, Phrases.label(stage), stage.equals(marked) ? remark : ""));
        }
        stages.add(
                new PageView.Choice(
                        FormFields.NOT_HERE, "It doesn’t fit this sequence", "Tell us why below"));
        return choices(FormFields.STAGE, "In which stage?", stages, form);
    }

    static List<PageView.Choice> elsewhere(List<Sequence> others) {
        List<PageView.Choice> elsewhere = new ArrayList<>();
        others.stream()
                .limit(MAXIMUM_CHOICES)
                .forEach(other ->
                        elsewhere.add(
                                new PageView.Choice(
                                        other.id().value(),
                                        Shorten.to(Shorten.NAME, other.name()),
                                        "We’ll ask its owner")));
        elsewhere.add(
                new PageView.Choice(
                        BetterPlace.OwnPage.PRESS_PAGE.written(),
                        "Only on the press page",
                        "Doesn’t count as a sequence"));
        elsewhere.add(
                new PageView.Choice(
                        BetterPlace.OwnPage.SOCIAL_MEDIA.written(),
                        "Only on social media",
                        "Doesn’t count as a sequence"));
        return elsewhere;
    }
}
