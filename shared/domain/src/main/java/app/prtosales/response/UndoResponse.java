package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Timer;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.OfDeal;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Undone;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Undoes a response that a rep recorded by mistake, while that is still possible.
final class UndoResponse {

    private final AddResponse records;
    private final Responses responses;
    private final Directory directory;
    private final ResponseListener listener;
    private final InstantSource clock;

    UndoResponse(
            AddResponse records,
            Responses responses,
            Directory directory,
            ResponseListener listener,
            InstantSource clock) {
        this.listener = listener;
        this.directory = directory;
        this.records = records;
        this.responses = responses;
        this.clock = clock;
    }

    Outcome record(
            Opened page,
            Placement placement,
            Rep rep,
            List<Response> standing,
            Map<String, String> form) {
        String key = form.getOrDefault(FormFields.UNDO, "");
        Optional<Response> wrong =
                standing.stream()
                        .filter(each -> each.canBeUndoneAt(clock.instant()))
                        .filter(each -> RecordResponse.keyOf(each).equals(key))
                        .findFirst();
        if (wrong.isEmpty()) {
            return notUndoable(page, placement, rep, key);
        }
        Response mistake = wrong.get();
        Undone undone =
                new Undone(
                        mistake.person(), clock.instant(), mistake.subject(), mistake.number(), 1);
        Outcome outcome = records.record(page, placement, undone, "undid " + described(mistake));
        announce(placement, mistake);
        return outcome;
    }

    /// A deal may be left without an armed champion, although its rep was not reminded of the kit,
    /// because the champion was armed then (R3.5). A timer that is still set does it by itself.
    private void announce(Placement placement, Response mistake) {
        if (mistake instanceof OfDeal deal
                && deal.arms()
                && placement.isOut()
                && !placement.timers().containsKey(Timer.KIT_REMINDER)) {
            listener.kitToRemindOf(placement.id());
        }
    }

    /// The response was already undone, is too old, or is not this rep's.
    private Outcome notUndoable(Opened page, Placement placement, Rep rep, String key) {
        Roster roster = directory.roster();
        List<Response> all =
                responses.recorded(placement).stream()
                        .filter(each -> roster.isSame(new RepId(each.person()), rep.id()))
                        .toList();
        Optional<Response> chosen =
                all.stream().filter(each -> RecordResponse.keyOf(each).equals(key)).findFirst();
        if (chosen.isEmpty()) {
            return Outcome.Invalid.of(
                    page, FormFields.UNDO, "Choose what to undo. You can undo for 24 hours");
        }
        return all.stream()
                .filter(Undone.class::isInstance)
                .map(Undone.class::cast)
                .filter(undone -> undone.undoes(chosen.get()))
                .findFirst()
                .<Outcome>map(undone -> {
                    announce(placement, chosen.get());
                    return new Outcome.AlreadyRecorded(page, placement, undone);
                })
                .orElseGet(() ->
                        Outcome.Invalid.of(
                                page,
                                FormFields.UNDO,
                                "It’s too late to undo this, because 24 hours have passed. Ask sales ops"));
    }

    private static String described(Response wrong) {
        return switch (wrong) {
            case Referenced used ->
                    "a use in a deal at %s%s"
                            .formatted(
                                    used.accountName(),
                                    used.champion() == null ? "" : ", with a champion there");
            case KitSent sent -> "a kit sent to a champion at " + sent.accountName();
            default -> "an earlier answer";
        };
    }
}
