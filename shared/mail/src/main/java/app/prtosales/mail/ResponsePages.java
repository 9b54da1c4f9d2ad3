package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Status;
import app.prtosales.response.How;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.Response;
import app.prtosales.text.FieldError;
import app.prtosales.text.ReaderClock;
import java.time.InstantSource;
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

    /// A stage of the sequence, or [RecordResponse#NOT_HERE].
    public static final String STAGE = "stage";

    public static final String CHAMPION = "champion";
    public static final String REASON = "reason";
    public static final String ELSEWHERE = "elsewhere";
    public static final String UNDO = RecordResponse.UNDO;

    /// What is wrong about a rep.
    public static final String WHAT = "what";

    /// More would not be found on a phone; the others can be typed.
    private static final int MAXIMUM_ACCOUNTS = 30;

    private static final int MAXIMUM_NAME = 100;
    private static final int MAXIMUM_HEADLINE = 300;

    private final InstantSource clock;
    private final String contentSecurityPolicy;

    /// @param clock says what may be forwarded when a page is shown
    public ResponsePages(InstantSource clock) {
        this.clock = clock;
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
    public String acknowledge(Placement placement, Rep rep, Form form) {
        return new Page("Have you read it?", "One tap for your answer, one to save it.")
                .about(placement)
                .of(rep)
                .form(List.of(notYetOr(READ, "Yes, I have read it", form)), "Save", form)
                .html();
    }

    /// Asks a rep on which account a placement was used, and how.
    ///
    /// @param accounts the rep's own
    /// @param undoable what the rep recorded and can take back
    public String reference(
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            List<Response> undoable,
            Form form) {
        return new Page(
                        "You used it in a deal",
                        "Say where and how. It goes into the record, with your name.")
                .about(placement)
                .of(rep)
                .form(
                        List.of(
                                choices(
                                        ACCOUNT,
                                        "Which account?",
                                        accountChoices(accounts, form),
                                        form),
                                text(ACCOUNT_NAME, "The other account’s name", form),
                                choices(
                                        HOW,
                                        "How did you use it?",
                                        Arrays.stream(How.values())
                                                .map(how ->
                                                        new PageView.Choice(
                                                                how.word(), how.label(), ""))
                                                .toList(),
                                        form),
                                text(CHAMPION, "Who at the customer uses it? (if you like)", form)),
                        "Save",
                        form)
                .undo(undoable, form)
                .html();
    }

    /// The champion kit, and the question to whom it went.
    ///
    /// @param persona for which reader it is shown
    /// @param accounts the rep's own
    /// @param undoable what the rep recorded and can take back
    public String kit(
            Placement placement,
            Persona persona,
            Rep rep,
            List<TargetAccount> accounts,
            List<Response> undoable,
            Form form) {
        return new Page(
                        "The kit for your champion",
                        "Copy the text, send it yourself, and then say who got it.")
                .about(placement)
                .of(rep)
                .kit(placement, persona)
                .form(
                        List.of(
                                text(CHAMPION, "I sent it to (your champion’s name)", form),
                                choices(
                                        ACCOUNT,
                                        "At which account?",
                                        accountChoices(accounts, form),
                                        form),
                                text(ACCOUNT_NAME, "The other account’s name", form)),
                        "I sent it",
                        form)
                .undo(undoable, form)
                .html();
    }

    /// The kit may not be sent, or not any more.
    public String noKit(Placement placement, String why) {
        return message("There is no kit to send", why, placement);
    }

    /// Asks a rep what is wrong about them.
    public String fixRecord(Rep rep, Form form) {
        List<String> facts = new ArrayList<>();
        facts.add("Name: " + Shorten.to(MAXIMUM_NAME, rep.name()));
        facts.add("Time zone: " + ReaderClock.zoneName(rep.zone()));
        facts.add(
                "Segments: "
                        + (rep.segments().isEmpty()
                                ? "none"
                                : Shorten.to(
                                        MAXIMUM_HEADLINE,
                                        Phrases.list(
                                                rep.segments().stream()
                                                        .map(Phrases::spoken)
                                                        .toList()))));
        return new Page(
                        "What is wrong about you?",
                        "One line is enough. It goes to sales ops, who keep the list.")
                .facts(facts)
                .of(rep)
                .form(
                        List.of(
                                text(
                                        WHAT,
                                        "For example: my segment is payers now; a new address",
                                        form)),
                        "Send it to sales ops",
                        form)
                .html();
    }

    /// Asks the owner of a sequence for the stage, or why not and where else.
    ///
    /// @param suggested the stage that a rule suggests; null where none does
    /// @param answer what was answered before; null where nothing was
    /// @param others the other sequences that run
    public String sequence(
            Placement placement,
            Sequence sequence,
            @Nullable String suggested,
            Response.@Nullable OfSequence answer,
            List<Sequence> others,
            Form form) {
        List<PageView.Choice> stages = new ArrayList<>();
        for (String stage : sequence.stages()) {
            stages.add(
                    new PageView.Choice(
                            stage,
                            Phrases.label(stage),
                            stage.equals(suggested) ? "Suggested" : ""));
        }
        stages.add(
                new PageView.Choice(
                        RecordResponse.NOT_HERE, "It does not belong here", "Say why below"));
        List<PageView.Choice> elsewhere = new ArrayList<>();
        others.stream()
                .limit(MAXIMUM_ACCOUNTS)
                .forEach(other ->
                        elsewhere.add(
                                new PageView.Choice(
                                        other.id(),
                                        Shorten.to(MAXIMUM_NAME, other.name()),
                                        "Its owner is asked")));
        elsewhere.add(
                new PageView.Choice(
                        Response.Declined.PRESS_PAGE,
                        "On the press page only",
                        "That is no sequence"));
        elsewhere.add(
                new PageView.Choice(
                        Response.Declined.SOCIAL_MEDIA,
                        "On social media only",
                        "That is no sequence"));
        List<String> facts = new ArrayList<>();
        if (answer != null) {
            facts.add("Your answer so far: " + said(answer));
        }
        if (sequence.status() != Sequence.Status.ACTIVE) {
            facts.add(
                    "This sequence is %s: a placement in it counts only while it runs."
                            .formatted(sequence.status().word()));
        }
        return new Page(
                        "Added to “%s”?".formatted(Shorten.to(MAXIMUM_NAME, sequence.name())),
                        placement.forwardability() == Forwardability.GREEN
                                ? "Choose the stage it is in now, and confirm."
                                : "It may not be used there now. Is it in already? Then say in which"
                                        + " stage, and you are asked to take it out.")
                .about(placement)
                .facts(facts)
                .form(
                        List.of(
                                choices(STAGE, "In which stage?", stages, form),
                                text(REASON, "If it does not belong here: why not?", form),
                                new PageView.Field(
                                        ELSEWHERE,
                                        "And where does it belong? (if you know)",
                                        elsewhere,
                                        false,
                                        form.input().getOrDefault(ELSEWHERE, ""),
                                        errors(ELSEWHERE, form))),
                        "Confirm",
                        form)
                .html();
    }

    /// Asks the owner of a sequence whether it is taken out.
    public String removal(Placement placement, Sequence sequence, Form form) {
        return new Page(
                        "Taken out of “%s”?".formatted(Shorten.to(MAXIMUM_NAME, sequence.name())),
                        "From every step that held it, so that nothing more of it goes out.")
                .about(placement)
                .form(
                        List.of(
                                notYetOr(
                                        RecordResponse.REMOVED,
                                        "Yes, it is out of every step",
                                        form)),
                        "Save",
                        form)
                .html();
    }

    private static PageView.Field notYetOr(String done, String label, Form form) {
        return choices(
                CHOICE,
                "Your answer",
                List.of(
                        new PageView.Choice(NOT_YET, "Not yet", ""),
                        new PageView.Choice(done, label, "")),
                form);
    }

    /// What was recorded just now.
    ///
    /// @param reader the zone of who opened it
    /// @param undoable what can be taken back; empty where nothing can
    public String done(
            Placement placement, Response response, ZoneId reader, List<Response> undoable) {
        return recorded("Recorded. Thank you.", placement, response, reader, undoable);
    }

    /// What was recorded before: this visit has changed nothing.
    public String alreadyRecorded(
            Placement placement, Response response, ZoneId reader, List<Response> undoable) {
        return recorded("Already recorded", placement, response, reader, undoable);
    }

    /// The answer was *Not yet*.
    public String notYet(Placement placement) {
        return message(
                "Nothing was recorded",
                "The link in the mail stays good. Come back when it is done.",
                placement);
    }

    /// Its shelf life has ended: it goes into no sequence any more (R5.3).
    ///
    /// @param inSequence whether its owner had put it there
    /// @param prOwner who can say that it is still true; null where nobody is named
    public String ended(
            Placement placement, Sequence sequence, boolean inSequence, @Nullable String prOwner) {
        String name = Shorten.to(MAXIMUM_NAME, sequence.name());
        List<String> facts = new ArrayList<>();
        facts.add(
                inSequence
                        ? "You put it into “%s”: take it out of every step, and say so with the button in the mail “Take this placement out”."
                                .formatted(name)
                        : "Leave it out of “%s”. There is nothing else to do.".formatted(name));
        facts.add(
                "Still true, and still of use? Ask %s to set a new last day. Then this link works again."
                        .formatted(prOwner == null ? "PR" : "PR (%s)".formatted(prOwner)));
        facts.add(
                "It ended on %s."
                        .formatted(
                                new ReaderClock(placement.publication().zone(), clock.instant())
                                        .day(placement.expiresAt())));
        return new Page(
                        "Its shelf life has ended",
                        "It goes into no sequence any more. Nothing was recorded.")
                .about(placement)
                .facts(facts)
                .html();
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
    public static String invalidLink() {
        return page(
                new PageView(
                        "This link does not work",
                        "It may have expired, or lost a part on the way. Open it again from the"
                                + " mail, or reply to the mail and say what you wanted to record.",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        0,
                        "",
                        null,
                        "",
                        ""));
    }

    /// A page in the making.
    private final class Page {

        private final String title;
        private final String explanation;
        private PageView.@Nullable About about;
        private PageView.@Nullable Kit kit;
        private List<String> facts = List.of();
        private List<PageView.Field> fields = List.of();
        private long wrong;
        private String button = "";
        private PageView.@Nullable Field undo;
        private String again = "";
        private String notYou = "";

        Page(String title, String explanation) {
            this.title = title;
            this.explanation = explanation;
        }

        Page about(Placement placement) {
            about = ResponsePages.this.about(placement);
            return this;
        }

        Page facts(List<String> values) {
            facts = values;
            return this;
        }

        /// A link is somebody's, and mails are forwarded.
        Page of(Rep rep) {
            notYou =
                    "This page is %s’s, and what is saved here goes into the record under that name. If that is not you, close it and use the link in your own mail."
                            .formatted(Shorten.to(MAXIMUM_NAME, rep.name()));
            return this;
        }

        Page kit(Placement placement, Persona persona) {
            kit =
                    new PageView.Kit(
                            persona.reader(),
                            Arrays.stream(Persona.values())
                                    .map(each ->
                                            new PageView.Tab(
                                                    each.word(), each.query(), each == persona))
                                    .toList(),
                            Forward.lines(ChampionKit.draft(placement, persona)));
            return this;
        }

        Page form(List<PageView.Field> values, String save, Form form) {
            fields = values;
            button = save;
            wrong =
                    form.errors().stream()
                            .map(FieldError::field)
                            .filter(field -> !field.equals(UNDO))
                            .distinct()
                            .count();
            return this;
        }

        Page undo(List<Response> undoable, Form form) {
            undo =
                    undoable.isEmpty() && errors(UNDO, form).isEmpty()
                            ? null
                            : new PageView.Field(
                                    UNDO,
                                    "Recorded by mistake? Within 24 hours you can take it back.",
                                    undoable.stream()
                                            .limit(MAXIMUM_ACCOUNTS)
                                            .map(each ->
                                                    new PageView.Choice(
                                                            RecordResponse.keyOf(each),
                                                            said(each),
                                                            ""))
                                            .toList(),
                                    true,
                                    "",
                                    errors(UNDO, form));
            return this;
        }

        Page again(String offer) {
            again = offer;
            return this;
        }

        String html() {
            return page(
                    new PageView(
                            title,
                            explanation,
                            about,
                            kit,
                            facts,
                            fields,
                            wrong,
                            button,
                            undo,
                            again,
                            notYou));
        }
    }

    private String recorded(
            String title,
            Placement placement,
            Response response,
            ZoneId reader,
            List<Response> undoable) {
        List<String> facts = new ArrayList<>();
        facts.add(said(response));
        facts.add(new ReaderClock(reader, clock.instant()).time(response.at()));
        return new Page(title, "You can close this page.")
                .about(placement)
                .facts(facts)
                .undo(undoable, Form.EMPTY)
                .again(
                        switch (response) {
                            case Response.Referenced used -> "Record another deal";
                            case Response.KitSent sent -> "Back to the kit";
                            case Response.Undone undone -> "Record it again";
                            default -> "";
                        })
                .html();
    }

    private static String said(Response response) {
        return switch (response) {
            case Response.Acknowledged read -> "You have read it.";
            case Response.Referenced used ->
                    "Used with %s: %s%s."
                            .formatted(
                                    Shorten.to(MAXIMUM_NAME, used.accountName()),
                                    Phrases.spoken(used.how().word()),
                                    used.champion() == null
                                            ? ""
                                            : ", champion "
                                                    + Shorten.to(MAXIMUM_NAME, used.champion()));
            case Response.KitSent sent ->
                    "Sent to %s at %s."
                            .formatted(
                                    Shorten.to(MAXIMUM_NAME, sent.champion()),
                                    Shorten.to(MAXIMUM_NAME, sent.accountName()));
            case Response.Undone undone -> "Taken back: it counts for nothing any more.";
            case Response.InSequence added ->
                    "Added to the sequence, stage “%s”.".formatted(added.stage());
            case Response.Declined declined ->
                    "Not added: %s".formatted(Shorten.to(MAXIMUM_HEADLINE, declined.reason()));
            case Response.Removed removed -> "Taken out of the sequence.";
            case Response.WrongRecord fix ->
                    "Sales ops gets this by mail: “%s”"
                            .formatted(Shorten.to(MAXIMUM_HEADLINE, fix.what()));
        };
    }

    private String message(String title, String explanation, Placement placement) {
        return new Page(title, explanation).about(placement).html();
    }

    private static String page(PageView view) {
        return Html.of((output, as) -> JtepageGenerated.render(output, as, view));
    }

    private PageView.About about(Placement placement) {
        boolean over = placement.status().isOver();
        return new PageView.About(
                placement.story().outlet(),
                Shorten.to(MAXIMUM_HEADLINE, placement.story().headline()),
                over || placement.story().url() == null ? null : placement.story().url().value(),
                Signal.of(placement, clock.instant()));
    }

    private static PageView.Field choices(
            String name, String question, List<PageView.Choice> choices, Form form) {
        return new PageView.Field(
                name,
                question,
                choices,
                true,
                form.input().getOrDefault(name, ""),
                errors(name, form));
    }

    private static PageView.Field text(String name, String question, Form form) {
        return new PageView.Field(
                name,
                question,
                List.of(),
                false,
                form.input().getOrDefault(name, ""),
                errors(name, form));
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
