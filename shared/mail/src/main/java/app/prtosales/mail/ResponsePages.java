package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.kit.Persona;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Status;
import app.prtosales.response.FormFields;
import app.prtosales.response.How;
import app.prtosales.response.Response;
import app.prtosales.text.FieldError;
import app.prtosales.text.ReaderClock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages behind the links in mails: plain, without script, made for a phone. Each form asks for
/// one deliberate choice that nothing makes beforehand, so a scanner that presses its button sends
/// nothing that counts (R5.8). It posts to the address it was opened at.
public final class ResponsePages {

    private final InstantSource clock;

    private final String contentSecurityPolicy;

    /// @param clock says what may be forwarded when a page is shown
    public ResponsePages(InstantSource clock) {
        this.clock = clock;
        this.contentSecurityPolicy = PagePolicy.withForm(StyleSheet.hash());
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
        return page("Have you read it?", "One tap for your answer, one to save it.")
                .about(placement)
                .of(rep)
                .form(
                        List.of(FieldView.notYetOr(FormFields.READ, "Yes, I have read it", form)),
                        "Save",
                        form)
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
        return page(
                        "You used it in a deal",
                        "Say where and how. It goes into the record, with your name.")
                .about(placement)
                .of(rep)
                .form(
                        List.of(
                                FieldView.choices(
                                        FormFields.ACCOUNT,
                                        "Which account?",
                                        FieldView.accountChoices(accounts, form),
                                        form),
                                FieldView.text(
                                        FormFields.ACCOUNT_NAME, "The other account’s name", form),
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
                                        "Who at the customer uses it? (if you like)",
                                        form)),
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
        return page(
                        "The kit for your champion",
                        "Copy the text, send it yourself, and then say who got it.")
                .about(placement)
                .of(rep)
                .kit(placement, persona)
                .form(
                        List.of(
                                FieldView.text(
                                        FormFields.CHAMPION,
                                        "I sent it to (your champion’s name)",
                                        form),
                                FieldView.choices(
                                        FormFields.ACCOUNT,
                                        "At which account?",
                                        FieldView.accountChoices(accounts, form),
                                        form),
                                FieldView.text(
                                        FormFields.ACCOUNT_NAME, "The other account’s name", form)),
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
    ///
    /// @param segmentNames by ids
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
                        "What is wrong about you?",
                        "One line is enough. It goes to sales ops, who keep the list.")
                .facts(facts)
                .of(rep)
                .form(
                        List.of(
                                FieldView.text(
                                        FormFields.WHAT,
                                        "For example: I cover other segments now; a new address",
                                        form)),
                        "Send it to sales ops",
                        form)
                .html();
    }

    /// Asks the owner of a sequence for the stage, or why not and where else.
    ///
    /// @param suggested the stage that a rule suggests; null where none does
    /// @param answer what was answered before; null where nothing was
    /// @param reader the zone of who opened it
    /// @param others the other sequences that run
    public String sequence(
            Placement placement,
            Sequence sequence,
            @Nullable String suggested,
            Response.@Nullable OfSequence answer,
            ZoneId reader,
            List<Sequence> others,
            Form form) {
        return page(
                        "Added to “%s”?".formatted(Shorten.to(Shorten.NAME, sequence.name())),
                        placement.forwardability() == Forwardability.GREEN
                                ? "Choose the stage it is in now, and confirm."
                                : "It may not be used there now. Is it in already? Then say in which"
                                        + " stage, and you are asked to take it out.")
                .about(placement)
                .facts(standing(sequence, answer, reader))
                .form(
                        List.of(
                                FieldView.choices(
                                        FormFields.STAGE,
                                        "In which stage?",
                                        FieldView.stages(sequence, suggested),
                                        form),
                                FieldView.text(
                                        FormFields.REASON,
                                        "If it does not belong here: why not?",
                                        form),
                                new PageView.Field(
                                        FormFields.ELSEWHERE,
                                        "And where does it belong? (if you know)",
                                        FieldView.elsewhere(others),
                                        false,
                                        form.input().getOrDefault(FormFields.ELSEWHERE, ""),
                                        FieldView.errors(FormFields.ELSEWHERE, form))),
                        "Confirm",
                        form)
                .html();
    }

    private List<String> standing(
            Sequence sequence, Response.@Nullable OfSequence answer, ZoneId reader) {
        List<String> facts = new ArrayList<>();
        if (answer != null) {
            facts.add(
                    "Your answer so far: %s %s"
                            .formatted(
                                    ResponseInWords.of(answer),
                                    new ReaderClock(reader, clock.instant()).time(answer.at())));
        }
        if (sequence.status() != Sequence.Status.ACTIVE) {
            facts.add(
                    "This sequence is %s: a placement in it counts only while it runs."
                            .formatted(sequence.status().word()));
        }
        return facts;
    }

    /// Asks the owner of a sequence whether it is taken out.
    public String removal(Placement placement, Sequence sequence, Form form) {
        return page(
                        "Taken out of “%s”?".formatted(Shorten.to(Shorten.NAME, sequence.name())),
                        "From every step that held it, so that nothing more of it goes out.")
                .about(placement)
                .form(
                        List.of(
                                FieldView.notYetOr(
                                        FormFields.REMOVED, "Yes, it is out of every step", form)),
                        "Save",
                        form)
                .html();
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
        String name = Shorten.to(Shorten.NAME, sequence.name());
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
        return page(
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
        return ResponsePage.page(
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

    /// What is stored of the placement cannot be read (I12).
    public static String notNow() {
        return ResponsePage.page(
                new PageView(
                        "This page is not available right now",
                        "Nothing was recorded and nothing is lost. We have been told; please try"
                                + " this link again later.",
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

    private String recorded(
            String title,
            Placement placement,
            Response response,
            ZoneId reader,
            List<Response> undoable) {
        List<String> facts = new ArrayList<>();
        facts.add(ResponseInWords.of(response));
        facts.add(new ReaderClock(reader, clock.instant()).time(response.at()));
        return page(title, "You can close this page.")
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

    private String message(String title, String explanation, Placement placement) {
        return page(title, explanation).about(placement).html();
    }

    private ResponsePage page(String title, String explanation) {
        return new ResponsePage(clock, title, explanation);
    }
}
