package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.id.RepId;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.MailFate.Kind;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Why a rep was not reached, as it is stored now and as earlier versions stored it: in a sentence.
class ReachedAttributesTest {

    static Stream<MailFate> everyFate() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.OTHER)
                .flatMap(kind ->
                        Stream.of(new MailFate(kind), new MailFate(kind, "it’s full: 9 GB")))
                .flatMap(first ->
                        Stream.of(
                                first,
                                first.withSecond(new MailFate(Kind.WITH_THEIR_SERVER)),
                                first.withSecond(new MailFate(Kind.REFUSED, "it won’t: never"))));
    }

    @ParameterizedTest
    @MethodSource("everyFate")
    void each_reason_reads_back_from_its_item(MailFate fate) {
        Reached reached = missing(List.of(fate));

        assertThat(read(ReachedAttributes.of(reached))).isEqualTo(reached);
    }

    @ParameterizedTest
    @MethodSource("everyFate")
    void each_reason_is_read_from_the_sentence_stored_by_earlier_versions(MailFate fate) {
        Reached reached = missing(List.of(fate));

        assertThat(read(asStoredEarlier(reached))).isEqualTo(reached);
    }

    @Test
    void the_sentences_are_still_stored_for_versions_that_read_them() {
        MailFate bounced = new MailFate(Kind.BOUNCED, "mailbox is full");
        Map<String, AttributeValue> item =
                ReachedAttributes.of(
                        missing(List.of(bounced, new MailFate(Kind.WAITING), bounced)));

        ItemReader map = new ItemReader(item);
        assertThat(map.texts("reasons"))
                .containsExactly("bounced: mailbox is full", "waiting to be sent");
        assertThat(map.list("why")).extracting(AttributeValue::n).containsExactly("0", "1", "0");
        assertThat(map.list("joined").getFirst().l())
                .extracting(AttributeValue::s)
                .containsExactly("joiner-0", "bounced: mailbox is full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the mail system was down",
                "refused by the mail system: SES: MessageRejected",
                "sent, but the mail system's answer was lost",
                "bounced:",
                "bounced: ",
                "for another reason",
                "for another reason: none",
                "; second address: ",
                "lost; second address: lost; second address: bounced: full"
            })
    void any_other_stored_sentence_is_shown_unchanged(String sentence) {
        assertThat(MailFateAttributes.inWords(sentence).words()).isEqualTo(sentence);
    }

    @Test
    void codes_stored_by_earlier_versions_are_shown_in_words() {
        assertThat(MailFateAttributes.inWords("bounced: Permanent: General, status 5.1.1"))
                .isEqualTo(new MailFate(Kind.BOUNCED, "mailbox does not exist"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bounced 2026-06-24T13:00:05Z: mailbox is full"
                        + "|the address is bouncing (mailbox is full)",
                "bounced 2026-06-24T13:00:05.123Z: Permanent: General, status 5.1.1"
                        + "|the address is bouncing (mailbox does not exist)",
                "marked as spam 2026-06-24T13:00:05Z|a mail to it was marked as spam",
            })
    void an_instant_in_a_sentence_from_an_earlier_version_is_not_shown(String kept, String shown) {
        assertThat(MailFateAttributes.inWords("not sent: the address is dead, " + kept).words())
                .isEqualTo("not sent: " + shown);
        assertThat(EarlierHold.shown("the address is dead, " + kept)).isEqualTo(shown);
    }

    @Test
    void a_mail_servers_answer_is_never_mistaken_for_a_second_address() {
        Reached hostile =
                missing(List.of(new MailFate(Kind.REFUSED, "no; second address: bounced: ha")));

        assertThat(read(ReachedAttributes.of(hostile))).isEqualTo(hostile);
    }

    @Test
    void a_team_of_10_000_not_reached_for_500_reasons_fits_into_an_item() {
        List<MailFate> fates =
                IntStream.range(0, 10_000)
                        .mapToObj(i ->
                                new MailFate(
                                        Kind.NOT_SENT,
                                        "the address is bouncing (mailbox is full %d)"
                                                .formatted(i % 500)))
                        .toList();

        assertThat(ItemSize.of(ReachedAttributes.of(missing(fates)))).isLessThan(390 * 1_024);
    }

    /// A rep is missing for each of these reasons, and one who joined late has the first of them.
    private static Reached missing(List<MailFate> fates) {
        List<Missing> missing = new ArrayList<>();
        for (MailFate fate : fates) {
            missing.add(
                    new Missing(new RepId("rep-northeast-%05d".formatted(missing.size())), fate));
        }
        return new Reached(
                Verdict.PENDING,
                null,
                0,
                0,
                fates.size(),
                missing,
                List.of(),
                List.of(),
                List.of(new Missing(new RepId("joiner-0"), fates.getFirst())),
                null);
    }

    private static Reached read(Map<String, AttributeValue> item) {
        return ReachedAttributes.reached(new ItemReader(item));
    }

    private static Map<String, AttributeValue> asStoredEarlier(Reached reached) {
        Map<String, AttributeValue> item = new HashMap<>(ReachedAttributes.of(reached));
        assertThat(item.remove("fates")).isNotNull();
        assertThat(item.remove("joinedFates")).isNotNull();
        return item;
    }
}
