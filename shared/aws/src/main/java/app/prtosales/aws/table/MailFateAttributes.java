package app.prtosales.aws.table;

import app.prtosales.delivery.BounceReason;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.MailFate.Kind;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps the outcome of an email to attributes: its category, and details. Earlier versions stored
/// only the sentence, which is read here and nowhere else.
final class MailFateAttributes {

    private static final String SECOND = "; second address: ";
    private static final String DETAIL = ": ";

    private static final Map<String, Kind> BY_WORDS =
            Arrays.stream(Kind.values())
                    .filter(kind -> kind != Kind.OTHER)
                    .collect(Collectors.toUnmodifiableMap(Kind::words, Function.identity()));

    private MailFateAttributes() {}

    static AttributeValue of(MailFate fate) {
        ItemWriter map = ItemWriter.map().choice("kind", fate.kind()).text("detail", fate.detail());
        @Nullable MailFate second = fate.second();
        if (second != null) {
            map.map("second", of(second).m());
        }
        return AttributeValue.fromM(map.attributes());
    }

    static MailFate fate(AttributeValue value) {
        return fate(new ItemReader(value.m()));
    }

    private static MailFate fate(ItemReader map) {
        MailFate first = new MailFate(map.choice(Kind.class, "kind"), map.textOrNull("detail"));
        return map.has("second") ? first.withSecond(fate(map.map("second"))) : first;
    }

    /// Converts a sentence stored by earlier versions to a value with the same meaning, in today's
    /// wording.
    static MailFate inWords(String sentence) {
        String shown = BounceReason.shownIn(sentence);
        int second = shown.indexOf(SECOND);
        return second < 0
                ? first(shown)
                : first(shown.substring(0, second))
                        .withSecond(first(shown.substring(second + SECOND.length())));
    }

    private static MailFate first(String words) {
        int detail = words.indexOf(DETAIL);
        @Nullable Kind kind = BY_WORDS.get(detail < 0 ? words : words.substring(0, detail));
        if (kind == null) {
            return new MailFate(Kind.OTHER, words);
        }
        return new MailFate(
                kind,
                detail < 0 ? null : EarlierHold.shown(words.substring(detail + DETAIL.length())));
    }
}
