package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.kit.Persona;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.response.FormFields;
import app.prtosales.response.How;
import app.prtosales.response.Opened;
import app.prtosales.response.Response;
import app.prtosales.text.ContentPolicy;
import app.prtosales.text.FieldError;
import app.prtosales.text.ReaderClock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages behind the links in emails: plain, without script, designed for phones. Each form
/// requires a deliberate choice that is never preselected, so a scanner that presses its button
/// records nothing (R5.8). It posts to the address it was opened at.
public final class ResponsePages {

    private final InstantSource clock;

    private final StyleSheet style;
    private final ContentPolicy policy;

    /// @param brand the color of links and buttons
    /// @param clock determines what may be forwarded when a page is shown
    public ResponsePages(Brand brand, InstantSource clock) {
        this.clock = clock;
        this.style = StyleSheet.ofPages(brand);
        this.policy = ContentPolicy.ofForm(style.css());
    }

    /// The submitted input, and its errors.
    ///
    /// @param input the values by field, as submitted
    public record Form(Map<String, String> input, List<FieldError> errors) {

        /// A form as first shown: nothing chosen.
        public static final Form EMPTY = new Form(Map.of(), List.of());

        public Form {
            input = Map.copyOf(input);
            errors = List.copyOf(errors);
        }
    }

    /// The content security policy of these pages.
    public ContentPolicy policy() {
        return policy;
    }

    /// Asks a rep whether they read the ping.
    public String acknowledge(Placement placement, Rep rep, Form form) {
        return page("Did you read it?", "Choose an answer, then save it.")
                .about(placement, rep)
                .of(rep)
                .form(
                        List.of(FieldView.notYetOr(FormFields.READ, "Yes, I read it", form)),
                        "Save",
                        form)
                .html();
    }

    /// Asks a rep with which account they used a placement, and how.
    public String reference(Opened.ToReference opened, Form form) {
        return page(
                        "Where did you use it?",
                        "Tell us the account and how you used it. We record it under your name.")
                .about(opened.placement(), opened.rep())
                .of(opened.rep())
                .form(
                        List.of(
                                FieldView.choices(
                                        FormFields.ACCOUNT,
                                        "Which account?",
                                        FieldView.accountChoices(opened.accounts(), form),
                                        form),
                                FieldView.text(
                                        FormFields.ACCOUNT_NAME, "Name of the other account", form),
                                FieldView.choices(
                                        FormFields.HOW,
                                        "How did you use it?",
                                        Arrays.stream(How.values())
                                                .map(how ->
                                                        new PageView.Choice(
                                                                how.word(), how.label(), ""))
                                                .toList(),
                                        form),
                                FieldView.text(
                                        FormFields.CHAMPION,
                                        "Your champion’s name at this account (optional)",
                                        form)),
                        "Save",
                        form)
                .standing(opened.standing(), opened.rep(), form)
                .html();
    }

    /// The champion kit, with a form that asks who it was sent to.
    ///
    /// @param persona the reader it is shown for
    /// @param company the company covered; null if the agreement does not name it
    public String kit(
            Opened.ToSendKit opened, Persona persona, @Nullable String company, Form form) {
        return page(
                        "The kit for your champion",
                        "Send the text from your own email, then tell us who got it. One tap selects the whole text.")
                .about(opened.placement(), opened.rep())
                .of(opened.rep())
                .kit(opened.placement(), persona, company)
                .form(
                        List.of(
                                FieldView.text(
                                        FormFields.CHAMPION,
                                        "Who did you send it to? (your champion’s name)",
                                        form),
                                FieldView.choices(
                                        FormFields.ACCOUNT,
                                        "At which account?",
                                        FieldView.accountChoices(opened.accounts(), form),
                                        form),
                                FieldView.text(
                                        FormFields.ACCOUNT_NAME,
                                        "Name of the other account",
                                        form)),
                        "I sent it",
                        form)
                .standing(opened.standing(), opened.rep(), form)
                .html();
    }

    /// Asks a rep which of their data is wrong.
    ///
    /// @param segmentNames the segments' names by id
    public String fixRecord(Rep rep, Map<String, String> segmentNames, Form form) {
        List<String> facts = new ArrayList<>();
        facts.add("Name: " + Shorten.to(Shorten.NAME, rep.name()));
        facts.add("Time zone: " + ReaderClock.zoneName(rep.zone()));
        facts.add(
                "Segments: "
                        + (rep.segments().isEmpty()
                                ? "none"
                                : Shorten.to(
                                        Shorten.HEADLINE,
                                        Phrases.label(
                                                Phrases.list(
                                                        Phrases.segments(
                                                                rep.segments(), segmentNames))))));
        return page(
                        "What should we update?",
                        "One line is enough. It goes to sales ops, who keep your record.")
                .facts(facts)
                .of(rep)
                .form(
                        List.of(
                                FieldView.text(
                                        FormFields.WHAT,
                                        "For example: “I cover surgery centers now” or “My email address changed”",
                                        form)),
                        "Send to sales ops",
                        form)
                .html();
    }

    /// Asks a sequence owner for the stage; an owner who added it, and may not use it anymore, is
    /// asked whether it is out. The fields for why not, and where instead, appear only if they
    /// choose that it does not fit. The page also has the text to paste.
    ///
    /// @param company the company covered; null if the agreement does not name it
    /// @param suggested the stage that a rule suggests; null if none does
    /// @param reader the zone of the person who opened it
    public String sequence(
            Opened.ToSequence opened,
            @Nullable String company,
            @Nullable String suggested,
            ZoneId reader,
            Form form) {
        Placement placement = opened.placement();
        Sequence sequence = opened.sequence();
        if (opened.asksForRemoval(clock.instant()) && !form.input().containsKey(FormFields.STAGE)) {
            return opened.answer() instanceof Response.Removed out
                    ? alreadyRecorded(placement, null, out, reader, List.of())
                    : removal(placement, sequence, opened.by(), form);
        }
        @Nullable String stage = confirmed(opened).orElse(suggested);
        return page(
                        "Added to “%s”?".formatted(Shorten.to(Shorten.NAME, sequence.name())),
                        placement.forwardability() == Forwardability.GREEN
                                ? "Choose the stage you added it to, then confirm."
                                : "Please don’t add it. It can’t be used right now. If it’s already in, take it out, or tell us the stage until you have.")
                .about(placement)
                .of(sequence, opened.by())
                .facts(standing(opened, reader))
                .form(fields(opened, stage, form), "Confirm", form)
                .paste(placement, sequence, stage, company)
                .html();
    }

    private static List<PageView.Field> fields(
            Opened.ToSequence opened, @Nullable String stage, Form form) {
        return List.of(
                FieldView.stages(opened.sequence(), stage, remark(opened), form),
                FieldView.text(
                        FormFields.REASON,
                        "If it doesn’t fit, why not? (not saved with a stage)",
                        form),
                new PageView.Field(
                        FormFields.ELSEWHERE,
                        "Where does it fit instead? (optional, not saved with a stage)",
                        FieldView.elsewhere(opened.others()),
                        false,
                        form.input().getOrDefault(FormFields.ELSEWHERE, ""),
                        FieldView.errors(FormFields.ELSEWHERE, form)));
    }

    private static Optional<String> confirmed(Opened.ToSequence opened) {
        return Optional.ofNullable(opened.answer())
                .flatMap(said -> said.stageIn(opened.sequence()));
    }

    private static String remark(Opened.ToSequence opened) {
        return confirmed(opened).isPresent() && !isOutdated(opened)
                ? "Where it is now"
                : "Suggested";
    }

    private static boolean isOutdated(Opened.ToSequence opened) {
        Response.@Nullable OfSequence answer = opened.answer();
        return answer != null && answer.outdatedBy(opened.placement()).isPresent();
    }

    private List<String> standing(Opened.ToSequence opened, ZoneId reader) {
        Response.@Nullable OfSequence answer = opened.answer();
        Sequence.Status status = opened.sequence().status();
        List<String> facts = new ArrayList<>();
        if (answer != null) {
            facts.add(
                    "Your last answer: %s %s"
                            .formatted(
                                    ResponseInWords.of(answer),
                                    new ReaderClock(reader, clock.instant()).time(answer.at())));
            if (isOutdated(opened)) {
                facts.add("It couldn’t be used for a while after that. Please answer again.");
            }
        }
        if (status != Sequence.Status.ACTIVE) {
            facts.add(
                    "This sequence is %s. A story in it counts only while the sequence is active."
                            .formatted(status.word()));
        }
        return facts;
    }

    /// Asks a sequence owner whether the placement has been removed.
    ///
    /// @param by the holder of the link; null for older links
    public String removal(Placement placement, Sequence sequence, @Nullable Person by, Form form) {
        return page(
                        "Taken out of “%s”?".formatted(Shorten.to(Shorten.NAME, sequence.name())),
                        "Check every step, so that nothing more of it goes out.")
                .about(placement)
                .of(sequence, by)
                .form(
                        List.of(
                                FieldView.notYetOr(
                                        FormFields.REMOVED, "Yes, it’s out of every step", form)),
                        "Save",
                        form)
                .html();
    }

    /// What was just recorded.
    ///
    /// @param rep the rep whose link it is; null if it is not a rep's
    /// @param reader the clock of the person who opened it
    /// @param undoable what can be undone; may be empty
    public String done(
            Placement placement,
            @Nullable Rep rep,
            Response response,
            ZoneId reader,
            List<Response> undoable) {
        return recorded(
                response instanceof Response.Undone ? "Removed" : "Recorded. Thank you.",
                placement,
                rep,
                response,
                reader,
                undoable);
    }

    /// What was recorded before; this visit changed nothing.
    public String alreadyRecorded(
            Placement placement,
            @Nullable Rep rep,
            Response response,
            ZoneId reader,
            List<Response> undoable) {
        return recorded(
                response instanceof Response.Undone ? "Already removed" : "Already recorded",
                placement,
                rep,
                response,
                reader,
                undoable);
    }

    /// The answer was *Not yet*.
    ///
    /// @param rep the rep whose link it is; null if it is not a rep's
    public String notYet(Placement placement, @Nullable Rep rep) {
        return page(
                        "Nothing was recorded",
                        "The link in your email still works. Come back when you’re done.")
                .about(placement, rep)
                .html();
    }

    private String recorded(
            String title,
            Placement placement,
            @Nullable Rep rep,
            Response response,
            ZoneId reader,
            List<Response> undoable) {
        List<String> facts = new ArrayList<>();
        facts.add(ResponseInWords.of(response));
        facts.add(new ReaderClock(reader, clock.instant()).time(response.at()));
        return page(title, "You can close this page.")
                .about(placement, rep)
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

    private ResponsePage page(String title, String explanation) {
        return new ResponsePage(clock, style, title, explanation);
    }
}
