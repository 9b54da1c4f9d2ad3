package app.prtosales.mail;

import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Status;
import app.prtosales.response.How;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.Response;
import app.prtosales.text.FieldError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages behind the links in mails: plain, without script, made for a phone. Each form asks for
/// one deliberate choice that nothing makes beforehand, so a scanner that presses its button sends
/// nothing that counts (R5.8). It posts to the address it was opened at.
public final class ResponsePages {

    /// The choice of the acknowledge page: [#READ] or [#NOT_YET].
    public static final String CHOICE = RecordResponse.CHOICE;

    public static final String READ = RecordResponse.READ;
    public static final String NOT_YET = RecordResponse.NOT_YET;

    /// An account's id, or [#OTHER]; then [#ACCOUNT_NAME] has its name.
    public static final String ACCOUNT = "account";

    public static final String OTHER = "other";
    public static final String ACCOUNT_NAME = "accountName";

    /// In which way it was used: a word of [How].
    public static final String HOW = "how";

    /// A stage of the sequence.
    public static final String STAGE = "stage";

    /// More would not be found on a phone; the others can be typed.
    private static final int MAXIMUM_ACCOUNTS = 30;

    private static final int MAXIMUM_NAME = 100;
    private static final int MAXIMUM_HEADLINE = 300;

    private final String contentSecurityPolicy;

    public ResponsePages() {
        this.contentSecurityPolicy =
                "default-src 'none'; style-src '%s'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
                        .formatted(StyleSheet.hash());
    }

    /// What was filled in, and what is wrong with it.
    ///
    /// @param input by field, as it was sent
    public record Form(Map<String, String> input, List<FieldError> errors) {

        /// As a page is first shown: nothing chosen.
        public static final Form EMPTY = new Form(Map.of(), List.of());

        public Form {
            input = Map.copyOf(input);
            errors = List.copyOf(errors);
        }
    }

    /// For the response's header of that name, on every one of these pages.
    public String contentSecurityPolicy() {
        return contentSecurityPolicy;
    }

    /// Asks a rep whether the ping was read.
    public String acknowledge(Placement placement, Form form) {
        return form(
                "Have you read it?",
                "One tap for your answer, one to save it.",
                placement,
                List.of(
                        choices(
                                CHOICE,
                                "Your answer",
                                List.of(
                                        new PageView.Choice(NOT_YET, "Not yet", ""),
                                        new PageView.Choice(READ, "Yes, I have read it", "")),
                                form)),
                "Save",
                form);
    }

    /// Asks a rep on which account a placement was used, and how.
    ///
    /// @param accounts the rep's own
    public String reference(Placement placement, List<TargetAccount> accounts, Form form) {
        return form(
                "You used it in a deal",
                "Say where and how. It goes into the record, with your name.",
                placement,
                List.of(
                        choices(ACCOUNT, "Which account?", accountChoices(accounts, form), form),
                        new PageView.Field(
                                ACCOUNT_NAME,
                                "The other account’s name",
                                List.of(),
                                form.input().getOrDefault(ACCOUNT_NAME, ""),
                                errors(ACCOUNT_NAME, form)),
                        choices(
                                HOW,
                                "How did you use it?",
                                Arrays.stream(How.values())
                                        .map(how ->
                                                new PageView.Choice(how.word(), how.label(), ""))
                                        .toList(),
                                form)),
                "Save",
                form);
    }

    /// Asks the owner of a sequence for the stage.
    ///
    /// @param suggested the stage that a rule suggests; null where none does
    public String sequence(
            Placement placement, Sequence sequence, @Nullable String suggested, Form form) {
        return form(
                "Added to “%s”?".formatted(Shorten.to(MAXIMUM_NAME, sequence.name())),
                "Choose the stage it is in now, and confirm.",
                placement,
                List.of(
                        choices(
                                STAGE,
                                "In which stage?",
                                sequence.stages().stream()
                                        .map(stage ->
                                                new PageView.Choice(
                                                        stage,
                                                        Phrases.label(stage),
                                                        stage.equals(suggested) ? "Suggested" : ""))
                                        .toList(),
                                form)),
                "Added",
                form);
    }

    /// What was recorded just now.
    ///
    /// @param reader null where the reader's zone is not known
    public String done(Placement placement, Response response, @Nullable ZoneId reader) {
        return recorded("Recorded. Thank you.", placement, response, reader);
    }

    /// What was recorded before: this visit has changed nothing.
    public String alreadyRecorded(Placement placement, Response response, @Nullable ZoneId reader) {
        return recorded("Already recorded", placement, response, reader);
    }

    /// The answer was *Not yet*.
    public String notYet(Placement placement) {
        return message(
                "Nothing was recorded",
                "The link in the mail stays good. Come back when you have read it.",
                placement);
    }

    /// PR took it back, or the outlet did.
    public String withdrawn(Placement placement) {
        return placement.status() == Status.RETRACTED
                ? message(
                        "Stop using this placement",
                        "It was retracted. Do not bring it up, and do not send it. Nothing was"
                                + " recorded.",
                        placement)
                : message(
                        "This placement was withdrawn",
                        "It is not to be used any more. Nothing was recorded.",
                        placement);
    }

    /// One page for every kind of bad link, so that it tells nothing about which kind it is.
    public String invalidLink() {
        return message(
                "This link does not work",
                "It may have expired, or lost a part on the way. Open it again from the mail, or"
                        + " reply to the mail and say what you wanted to record.",
                null);
    }

    private static String form(
            String title,
            String explanation,
            Placement placement,
            List<PageView.Field> fields,
            String button,
            Form form) {
        return page(
                new PageView(
                        title,
                        explanation,
                        about(placement),
                        List.of(),
                        fields,
                        form.errors().stream().map(FieldError::field).distinct().count(),
                        button,
                        false));
    }

    private static String recorded(
            String title, Placement placement, Response response, @Nullable ZoneId reader) {
        List<String> facts = new ArrayList<>();
        facts.add(
                switch (response) {
                    case Response.Acknowledged read -> "You have read it.";
                    case Response.Referenced used ->
                            "Used with %s: %s."
                                    .formatted(
                                            Shorten.to(MAXIMUM_NAME, used.accountName()),
                                            Phrases.spoken(used.how().word()));
                    case Response.InSequence added ->
                            "Added to the sequence, stage “%s”.".formatted(added.stage());
                });
        Times.of(response.at(), placement.publication().zone(), reader)
                .forEach(time -> facts.add(time.toString()));
        return page(
                new PageView(
                        title,
                        "You can close this page.",
                        about(placement),
                        facts,
                        List.of(),
                        0,
                        "",
                        response instanceof Response.Referenced));
    }

    private static String message(String title, String explanation, @Nullable Placement placement) {
        return page(
                new PageView(
                        title,
                        explanation,
                        placement == null ? null : about(placement),
                        List.of(),
                        List.of(),
                        0,
                        "",
                        false));
    }

    private static String page(PageView view) {
        return Html.of((output, as) -> JtepageGenerated.render(output, as, view));
    }

    private static PageView.About about(Placement placement) {
        boolean over = placement.status().isOver();
        return new PageView.About(
                placement.story().outlet(),
                Shorten.to(MAXIMUM_HEADLINE, placement.story().headline()),
                over || placement.story().url() == null ? null : placement.story().url().value(),
                over ? Signal.RED : Signal.of(placement.forwardability()));
    }

    private static PageView.Field choices(
            String name, String question, List<PageView.Choice> choices, Form form) {
        return new PageView.Field(
                name, question, choices, form.input().getOrDefault(name, ""), errors(name, form));
    }

    private static List<String> errors(String field, Form form) {
        return form.errors().stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .toList();
    }

    /// Target accounts first, those with an open deal before them all; what was chosen stays there.
    private static List<PageView.Choice> accountChoices(List<TargetAccount> accounts, Form form) {
        String chosen = form.input().getOrDefault(ACCOUNT, "");
        List<PageView.Choice> choices = new ArrayList<>();
        accounts.stream()
                .sorted(
                        Comparator.comparing(
                                        (TargetAccount account) -> !account.id().equals(chosen))
                                .thenComparing(account -> !account.target())
                                .thenComparing(account -> !account.openDeal())
                                .thenComparing(TargetAccount::name))
                .limit(MAXIMUM_ACCOUNTS)
                .map(account ->
                        new PageView.Choice(
                                account.id(),
                                Shorten.to(MAXIMUM_NAME, account.name()),
                                remark(account)))
                .forEach(choices::add);
        choices.add(new PageView.Choice(OTHER, "Another account", "Type its name below"));
        return List.copyOf(choices);
    }

    private static String remark(TargetAccount account) {
        if (account.target()) {
            return account.openDeal() ? "Target account, open deal" : "Target account";
        }
        return account.openDeal() ? "Open deal" : "";
    }
}
