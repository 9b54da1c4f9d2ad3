package app.prtosales.aws.table;

import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.Placement;
import app.prtosales.response.BetterPlace;
import app.prtosales.response.How;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.OfDeal;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Removed;
import app.prtosales.response.Response.Undone;
import app.prtosales.response.Response.WrongRecord;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a response to its item; the only class that knows the format. Responses to the placements
/// accepted in a month share a partition, so that an audit reads them together. Acknowledgements,
/// one for each rep, are stored and counted separately, so that the few other responses are read
/// without them.
final class ResponseItem {

    static final String ACKNOWLEDGED = "acknowledged";

    static final String PREFIX = "RESPONSES#";

    private static final String SEPARATOR = "#";

    private ResponseItem() {}

    /// The month of acceptance, in UTC: the one instant of a placement that never changes.
    static String partition(Placement placement) {
        return PREFIX + Keys.instant(placement.acceptedAt()).substring(0, "2026-06".length());
    }

    /// The prefix of the sort keys of all responses to a placement.
    static String prefix(Placement placement) {
        return placement.id() + SEPARATOR;
    }

    /// The same prefix, for an item's placement.
    static String prefix(ItemReader item) {
        String key = item.text(Keys.SK);
        return key.substring(0, key.indexOf(SEPARATOR) + 1);
    }

    /// The key of the acknowledgement counter.
    static Map<String, AttributeValue> counter(Placement placement) {
        return Keys.key(partition(placement), prefix(placement));
    }

    static Map<String, AttributeValue> counter(Placement placement, int acknowledged) {
        return ItemWriter.item(partition(placement), prefix(placement))
                .number(ACKNOWLEDGED, acknowledged)
                .attributes();
    }

    static boolean isCounter(ItemReader item) {
        return item.text(Keys.SK).endsWith(SEPARATOR) && item.has(ACKNOWLEDGED);
    }

    /// Reads every attribute that is ever used.
    static Object checked(ItemReader item) {
        return isCounter(item) ? item.count(ACKNOWLEDGED) : fromItem(item);
    }

    private static String acknowledgements(Placement placement) {
        return "ACKNOWLEDGED#" + placement.id();
    }

    /// The key of a rep's acknowledgement.
    static Map<String, AttributeValue> acknowledgement(Placement placement, RepId rep) {
        return Keys.key(acknowledgements(placement), rep.value());
    }

    static Map<String, AttributeValue> toItem(Placement placement, Response response) {
        return switch (response) {
            case Acknowledged acknowledged ->
                    ItemWriter.item(acknowledgements(placement), acknowledged.person())
                            .instant("at", acknowledged.at())
                            .attributes();
            case Referenced referenced ->
                    ofDeal(placement, referenced)
                            .flag("openDeal", referenced.openDeal())
                            .choice("how", referenced.how())
                            .attributes();
            case InSequence inSequence ->
                    numbered(placement, inSequence)
                            .text("stage", inSequence.stage())
                            .text("by", inSequence.by())
                            .attributes();
            case KitSent sent ->
                    ofDeal(placement, sent).flag("openDeal", sent.openDeal()).attributes();
            case Undone undone ->
                    numbered(placement, undone)
                            .text("subject", undone.subject())
                            .number("undone", undone.last())
                            .attributes();
            case Declined declined ->
                    numbered(placement, declined)
                            .text("reason", declined.reason())
                            .text("elsewhere", written(declined.elsewhere()))
                            .text("by", declined.by())
                            .attributes();
            case Removed removed ->
                    numbered(placement, removed).text("by", removed.by()).attributes();
            case WrongRecord fix -> numbered(placement, fix).text("what", fix.what()).attributes();
        };
    }

    /// Reads any response except an acknowledgement.
    static Response fromItem(ItemReader item) {
        String person = item.text("person");
        Instant at = item.instant("at");
        int number = item.has("number") ? item.count("number") : 1;
        @Nullable String by = item.textOrNull("by");
        return switch (item.choice(Kind.class, "kind")) {
            case REFERENCE ->
                    new Referenced(
                            person,
                            at,
                            account(item),
                            item.text("accountName"),
                            wasOpen(item),
                            item.choice(How.class, "how"),
                            item.textOrNull("champion"),
                            number);
            case SEQUENCE ->
                    new InSequence(new SequenceId(person), at, item.text("stage"), number, by);
            case KIT_SENT ->
                    new KitSent(
                            new RepId(person),
                            at,
                            account(item),
                            item.text("accountName"),
                            item.flag("openDeal"),
                            item.text("champion"),
                            number);
            case UNDONE -> undone(item, person, at, number);
            case DECLINED ->
                    new Declined(
                            new SequenceId(person),
                            at,
                            item.text("reason"),
                            item.has("elsewhere") ? BetterPlace.read(item.text("elsewhere")) : null,
                            number,
                            by);
            case REMOVED -> new Removed(new SequenceId(person), at, number, by);
            case RECORD_FIX -> new WrongRecord(new RepId(person), at, item.text("what"), number);
        };
    }

    /// Older undos do not store which response they undo: they undid everything recorded until
    /// then.
    private static Undone undone(ItemReader item, String person, Instant at, int number) {
        String subject = item.text("subject");
        return item.has("undone")
                ? new Undone(person, at, subject, item.count("undone"), number)
                : new Undone(person, at, subject, 1, number - 1, number);
    }

    /// Older uses do not store whether a deal was open; they keep counting as they did then.
    private static boolean wasOpen(ItemReader item) {
        return !item.has("openDeal") || item.flag("openDeal");
    }

    private static @Nullable String written(@Nullable BetterPlace elsewhere) {
        return elsewhere == null ? null : elsewhere.written();
    }

    /// All kinds except the acknowledgement.
    private enum Kind {
        REFERENCE,
        SEQUENCE,
        KIT_SENT,
        UNDONE,
        DECLINED,
        REMOVED,
        RECORD_FIX;

        static Kind of(Response response) {
            return switch (response) {
                case Referenced used -> REFERENCE;
                case InSequence in -> SEQUENCE;
                case KitSent sent -> KIT_SENT;
                case Undone undone -> UNDONE;
                case Declined declined -> DECLINED;
                case Removed removed -> REMOVED;
                case WrongRecord fix -> RECORD_FIX;
                case Acknowledged read ->
                        throw new IllegalArgumentException(
                                "an acknowledgement is in a partition of its own");
            };
        }
    }

    private static @Nullable String text(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private static @Nullable AccountId account(ItemReader item) {
        String stored = item.textOrNull("account");
        return stored == null ? null : new AccountId(stored);
    }

    private static ItemWriter ofDeal(Placement placement, OfDeal deal) {
        return numbered(placement, deal)
                .text("account", text(deal.account()))
                .text("accountName", deal.accountName())
                .text("champion", deal.champion());
    }

    private static ItemWriter numbered(Placement placement, Response response) {
        ItemWriter item =
                ItemWriter.item(
                                partition(placement),
                                Keys.fitting(prefix(placement), response.key()))
                        .choice("kind", Kind.of(response))
                        .text("person", response.person())
                        .instant("at", response.at());
        return response.number() == 1 ? item : item.number("number", response.number());
    }
}
