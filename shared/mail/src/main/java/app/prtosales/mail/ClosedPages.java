package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Status;
import app.prtosales.text.ContentPolicy;
import app.prtosales.text.ReaderClock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages that accept no answer, because the link has expired or is invalid, its subject is
/// closed, or the answer cannot be read. They say why, and what to do instead.
public final class ClosedPages {

    private static final String NO_KIT = "You can’t send this kit right now";

    private final InstantSource clock;

    private final StyleSheet style;
    private final ContentPolicy policy;

    /// @param brand the color of links and buttons
    /// @param clock determines what may be forwarded when a page is shown
    public ClosedPages(Brand brand, InstantSource clock) {
        this.clock = clock;
        this.style = StyleSheet.ofPages(brand);
        this.policy = ContentPolicy.ofForm(style.css());
    }

    /// The content security policy of these pages.
    public ContentPolicy policy() {
        return policy;
    }

    /// The page for an expired link of a person who is still on the lists. It shows no name,
    /// because somebody else may have the link.
    ///
    /// @param placement null if the link opens the audit
    /// @param rep the rep whose link it is; null if it is not a rep's
    /// @param at the target of the button, relative to the page's address; empty for the page
    ///   itself
    public String expired(@Nullable Placement placement, @Nullable Rep rep, String at) {
        ResponsePage page =
                page(
                        "This link has expired",
                        "Links in our emails work for 90 days. We can email a new one to the person this one was sent to.");
        return (placement == null ? page : page.about(placement, rep)).renew(at).html();
    }

    /// The same page whether a new link was just emailed or already went out today.
    public String linkRequested() {
        return page(
                        "Check your inbox",
                        "The new link goes to the person this one was sent to, at most once a day. It takes a minute or two. You can close this page.")
                .html();
    }

    /// The shelf life has ended, so the placement may not be used in sequences anymore (R5.3).
    ///
    /// @param inSequence whether the owner had added it
    /// @param prOwner the person who can confirm that it is still true; null if nobody is named
    public String ended(
            Placement placement, Sequence sequence, boolean inSequence, @Nullable String prOwner) {
        String name = Shorten.to(Shorten.NAME, sequence.name());
        List<String> facts = new ArrayList<>();
        facts.add(
                inSequence
                        ? "You added it to “%s”. Take it out of every step, then confirm with the button in the email “Take this story out”."
                                .formatted(name)
                        : "Leave it out of “%s”. There’s nothing else to do.".formatted(name));
        facts.add(
                "Is it still true and useful? Ask %s to extend it. Then this link works again."
                        .formatted(prOwner == null ? "PR" : "PR (%s)".formatted(prOwner)));
        facts.add(
                "It expired %s."
                        .formatted(
                                new ReaderClock(placement.publication().zone(), clock.instant())
                                        .day(placement.expiresAt())));
        return page(
                        "This story has expired",
                        "Please don’t add it to a sequence. Nothing was recorded.")
                .aboutUnusable(placement, null)
                .facts(facts)
                .html();
    }

    /// PR withdrew it, or the outlet did. If it was out before, it has to come back from wherever
    /// the reader put it.
    public String withdrawn(Placement placement) {
        return placement.status() == Status.RETRACTED
                ? page(
                                "Stop using this story",
                                "It was retracted. Don’t bring it up, and don’t send it. Nothing was recorded.")
                        .about(placement)
                        .facts(
                                List.of(
                                        "If you sent it to someone, tell them not to use it anymore.",
                                        "If it’s in a sequence, take it out of every step."))
                        .html()
                : message(
                        "This story was withdrawn",
                        "Please don’t use it anymore. Nothing was recorded.",
                        placement);
    }

    /// The kit may not be sent, or not anymore.
    public String noKit(Placement placement, Rep rep, String why) {
        return page(NO_KIT, why).aboutUnusable(placement, rep).html();
    }

    /// The rep says that they sent the kit, but it may not be sent anymore.
    public String kitNotRecorded(Placement placement, Rep rep, String why) {
        return page(NO_KIT, why + " Nothing was recorded.")
                .aboutUnusable(placement, rep)
                .facts(
                        List.of(
                                "Did you send it before? Record it with “I used it in a deal” in your email."))
                .html();
    }

    /// The same page for every kind of invalid link, so that it does not reveal which kind it is.
    public String invalidLink() {
        return page(
                        "This link doesn’t work",
                        "It may have expired, or part of it may be missing. Open it again from the email, or reply to the email and tell us what you wanted to do.")
                .html();
    }

    /// The form arrived damaged, which our own pages never cause.
    public String brokenForm() {
        return page(
                        "We couldn’t read your answer",
                        "Nothing was recorded. Please open the link in the email again, and answer once more.")
                .html();
    }

    /// The answers are longer than any form's fields together.
    public String tooLong() {
        return page(
                        "Your answer is too long",
                        "Nothing was recorded. Please go back, shorten your answer, and send it again.")
                .html();
    }

    /// The stored data of the link's subject cannot be read (I12).
    public String notNow() {
        return page(
                        "This page isn’t available right now",
                        "Nothing was recorded, and nothing is lost. We’re on it. Please try this link again later.")
                .html();
    }

    private String message(String title, String explanation, Placement placement) {
        return page(title, explanation).about(placement).html();
    }

    private ResponsePage page(String title, String explanation) {
        return new ResponsePage(clock, style, title, explanation);
    }
}
