package app.prtosales.mail;

import app.prtosales.response.Response;

/// A sentence for the person who recorded a response, about what was recorded.
final class ResponseInWords {

    private ResponseInWords() {}

    /// The same, without the name of a person at the customer.
    static String withoutChampion(Response response) {
        return switch (response) {
            case Response.Referenced used -> used(used, "");
            case Response.KitSent sent ->
                    "Sent to a champion at %s."
                            .formatted(Shorten.to(Shorten.NAME, sent.accountName()));
            default -> of(response);
        };
    }

    static String of(Response response) {
        return switch (response) {
            case Response.Acknowledged read -> "You read it.";
            case Response.Referenced used ->
                    used(
                            used,
                            used.champion() == null
                                    ? ""
                                    : ", champion " + Shorten.to(Shorten.NAME, used.champion()));
            case Response.KitSent sent ->
                    "Sent to %s at %s."
                            .formatted(
                                    Shorten.to(Shorten.NAME, sent.champion()),
                                    Shorten.to(Shorten.NAME, sent.accountName()));
            case Response.Undone undone -> "That answer doesn’t count anymore.";
            case Response.InSequence added ->
                    "Added to the sequence, stage “%s”.".formatted(added.stage());
            case Response.Declined declined ->
                    "Not added: %s".formatted(Shorten.to(Shorten.HEADLINE, declined.reason()));
            case Response.Removed removed -> "Taken out of the sequence.";
            case Response.WrongRecord fix ->
                    "Sent to sales ops: “%s”".formatted(Shorten.to(Shorten.HEADLINE, fix.what()));
        };
    }

    private static String used(Response.Referenced used, String champion) {
        return "Used with %s: %s%s."
                .formatted(
                        Shorten.to(Shorten.NAME, used.accountName()),
                        Phrases.spoken(used.how().word()),
                        champion);
    }
}
