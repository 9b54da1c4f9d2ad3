package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mail.ResponsePages.Form;
import app.prtosales.placement.Placement;
import app.prtosales.response.FormFields;
import app.prtosales.response.RecordResponse;
import app.prtosales.response.Response;
import app.prtosales.text.FieldError;
import app.prtosales.text.ReaderClock;
import app.prtosales.text.Sentence;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Builds a page behind a link.
final class ResponsePage {

    /// A longer list would hide the form on a phone.
    private static final int MAXIMUM_EARLIER = 5;

    private final InstantSource clock;
    private final String title;
    private final String explanation;
    private PageView.@Nullable About about;
    private PageView.@Nullable Kit kit;
    private PageView.@Nullable Paste paste;
    private final StyleSheet style;
    private List<String> facts = List.of();
    private List<PageView.Field> fields = List.of();
    private long wrong;
    private String button = "";
    private PageView.@Nullable Field undo;
    private String again = "";
    private String notYou = "";
    private @Nullable String renewAt;

    ResponsePage(InstantSource clock, StyleSheet style, String title, String explanation) {
        this.style = style;
        this.clock = clock;
        this.title = title;
        this.explanation = explanation;
    }

    ResponsePage about(Placement placement) {
        return about(placement, null);
    }

    /// The placement, as it applies to this rep; if it has expired, since when.
    ///
    /// @param rep null if the page is not for a rep
    ResponsePage about(Placement placement, @Nullable Rep rep) {
        ReaderClock reader =
                new ReaderClock(
                        rep == null ? placement.publication().zone() : rep.zone(), clock.instant());
        boolean ended = !placement.status().isOver() && placement.isExpiredAt(reader.now());
        about =
                view(
                        placement,
                        rep,
                        ended
                                ? "It expired on %s.".formatted(reader.day(placement.expiresAt()))
                                : "");
        return this;
    }

    /// The placement on a page that itself says why it may not be used.
    ResponsePage aboutUnusable(Placement placement, @Nullable Rep rep) {
        about = view(placement, rep, "");
        return this;
    }

    ResponsePage facts(List<String> values) {
        facts = values;
        return this;
    }

    /// Says whose link it is, because emails are forwarded.
    ResponsePage of(Rep rep) {
        return savedUnder(rep.name() + "’s name");
    }

    /// @param by the holder of the link; null for older links, which were sent to the owner
    ResponsePage of(Sequence sequence, @Nullable Person by) {
        return savedUnder(
                by == null || by.id().equals(Person.idOf(sequence.ownerEmail()))
                        ? sequence.owner() + "’s name"
                        : by.email());
    }

    private ResponsePage savedUnder(String whom) {
        notYou =
                "Answers on this page are saved under %s. Not you? Close this page, and use the link in your own email."
                        .formatted(Shorten.to(Shorten.NAME, whom));
        return this;
    }

    ResponsePage kit(Placement placement, Persona persona, @Nullable String company) {
        List<String> lines = Forward.lines(ChampionKit.draft(placement, persona, company));
        kit =
                new PageView.Kit(
                        persona.reader(),
                        Arrays.stream(Persona.values())
                                .map(each ->
                                        new PageView.Tab(
                                                each.label(), each.query(), each == persona))
                                .toList(),
                        lines,
                        Forward.mailto(placement.story().headline(), lines));
        return this;
    }

    /// The text from the task email, if it may be used: for this stage, otherwise the first one.
    ResponsePage paste(
            Placement placement,
            Sequence sequence,
            @Nullable String known,
            @Nullable String company) {
        if (Signal.of(placement, clock.instant()) == Signal.GREEN) {
            String stage = known == null ? sequence.stages().getFirst() : known;
            paste =
                    new PageView.Paste(
                            TaskView.pasteLabel(stage),
                            Forward.touch(
                                    placement,
                                    stage,
                                    ChampionKit.firstReader(placement, sequence),
                                    company));
        }
        return this;
    }

    ResponsePage form(List<PageView.Field> values, String save, Form form) {
        fields = values;
        button = save;
        wrong =
                form.errors().stream()
                        .map(FieldError::field)
                        .filter(field -> !field.equals(FormFields.UNDO))
                        .distinct()
                        .count();
        return this;
    }

    /// What the rep recorded earlier, the latest first, and what of it can be undone. Champions are
    /// named only while that lasts, because the link may have been passed on.
    ResponsePage standing(List<Response> recorded, Rep rep, Form form) {
        ReaderClock reader = new ReaderClock(rep.zone(), clock.instant());
        List<String> earlier = new ArrayList<>();
        recorded.reversed().stream()
                .limit(MAXIMUM_EARLIER)
                .map(each ->
                        "Already recorded: %s %s"
                                .formatted(
                                        ResponseInWords.withoutChampion(each),
                                        reader.time(each.at())))
                .forEach(earlier::add);
        int more = recorded.size() - MAXIMUM_EARLIER;
        if (more > 0) {
            earlier.add("And %d more.".formatted(more));
        }
        facts = earlier;
        return undo(
                recorded.stream().filter(each -> each.canBeUndoneAt(reader.now())).toList(), form);
    }

    /// If nothing can be undone, an attempt gets a sentence and no form.
    ResponsePage undo(List<Response> undoable, Form form) {
        List<String> wrong = FieldView.errors(FormFields.UNDO, form);
        if (undoable.isEmpty()) {
            facts = Stream.concat(wrong.stream().map(Sentence::ended), facts.stream()).toList();
            return this;
        }
        undo =
                new PageView.Field(
                        FormFields.UNDO,
                        "Recorded by mistake? You can undo it within 24 hours.",
                        undoable.stream()
                                .limit(FieldView.MAXIMUM_CHOICES)
                                .map(each ->
                                        new PageView.Choice(
                                                RecordResponse.keyOf(each),
                                                ResponseInWords.of(each),
                                                ""))
                                .toList(),
                        true,
                        "",
                        wrong);
        return this;
    }

    /// @param at the target of the button, relative to the page's address; empty for the page
    ///   itself
    ResponsePage renew(String at) {
        renewAt = at;
        return this;
    }

    ResponsePage again(String offer) {
        again = offer;
        return this;
    }

    String html() {
        PageView view =
                new PageView(
                        title,
                        explanation,
                        about,
                        kit,
                        paste,
                        facts,
                        fields,
                        wrong,
                        button,
                        undo,
                        again,
                        notYou,
                        renewAt);
        return Html.of((output, as) -> JtepageGenerated.render(output, as, view, style));
    }

    private PageView.About view(Placement placement, @Nullable Rep rep, String why) {
        Signal signal = Signal.of(placement, clock.instant());
        boolean over = placement.status().isOver();
        return new PageView.About(
                placement.story().outlet(),
                Shorten.to(Shorten.HEADLINE, placement.story().headline()),
                over || placement.story().url() == null ? null : placement.story().url().value(),
                rep == null ? signal : signal.to(rep),
                why);
    }
}
