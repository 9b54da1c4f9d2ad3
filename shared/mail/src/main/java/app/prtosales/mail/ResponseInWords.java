package app.prtosales.mail;

import app.prtosales.response.Response;

/// A sentence for the person who recorded a response, about what was recorded.
final class ResponseInWords {

    private ResponseInWords() {}

    static String of(Response response) {
        return switch (response) {
            case Response.Acknowledged read -> "You read it.";
            case Response.Referenced used ->
                    "Used with %s: %s%s."
                            .formatted(
                                    Shorten.to(Shorten.NAME, used.accountName()),
                                    Phrases.spoken(used.how().word()),
                                    used.champion() == null
                                            ? ""
                                            : ", champion "
                                                    + Shorten.to(Shorten.NAME, used.champion()));
            case Response.KitSent sent ->
                    "Sent to %s at %s."
                            .formatted(
                                    Shorten.to(Shorten.NAME, sent.champion()),
                                    Shorten.to(Shorten.NAME, sent.accountName()));
            case Response.Undone undone -> "Removed.";
            case Response.InSequence added ->
                    "Added to the sequence, stage “%s”.".formatted(added.stage());
            case Response.Declined declined ->
                    "Not added: %s".formatted(Shorten.to(Shorten.HEADLINE, declined.reason()));
            case Response.Removed removed -> "Taken out of the sequence.";
            case Response.WrongRecord fix ->
                    "Sent to sales ops: “%s”".formatted(Shorten.to(Shorten.HEADLINE, fix.what()));
        };
    }
}
