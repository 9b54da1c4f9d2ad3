package app.prtosales.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// R5.13: the reasons that people read when an email did not arrive, in place of codes and error
/// names.
class ReasonsTest {

    @Test
    void a_bounce_reason_comes_from_the_subtype_and_otherwise_from_the_status() {
        assertThat(BounceReason.words("Permanent", "MailboxFull", "5.1.1"))
                .isEqualTo("mailbox is full");
        assertThat(BounceReason.words("Permanent", "General", "5.1.1"))
                .isEqualTo("mailbox does not exist");
        assertThat(BounceReason.words("Transient", "General", "4.4.7"))
                .isEqualTo("the mail server didn’t accept it in time");
    }

    @Test
    void a_bounce_of_an_unknown_kind_is_described_as_final_or_temporary() {
        assertThat(BounceReason.words("Permanent", "General", ""))
                .isEqualTo("the mail server rejected it");
        assertThat(BounceReason.words("Transient", "General", "4.9.9"))
                .isEqualTo("the mail server didn’t accept it");
    }

    @Test
    void a_reason_stored_by_an_earlier_version_is_shown_in_words() {
        assertThat(BounceReason.shown("Permanent: MailboxFull, status 5.1.1"))
                .isEqualTo("mailbox is full");
        assertThat(BounceReason.shown("Permanent: General, status 5.1.1"))
                .isEqualTo("mailbox does not exist");
        assertThat(BounceReason.shown("Permanent, status 5.1.1"))
                .isEqualTo("mailbox does not exist");
        assertThat(BounceReason.shown("Permanent")).isEqualTo("the mail server rejected it");
        assertThat(BounceReason.shown("mailbox is full")).isEqualTo("mailbox is full");
        assertThat(BounceReason.shown(BounceReason.SUPPRESSED)).isEqualTo(BounceReason.BLOCKED);
    }

    @Test
    void a_sentence_with_a_reason_stored_by_an_earlier_version_is_shown_in_words() {
        assertThat(BounceReason.shownIn("bounced: Permanent: General, status 5.1.1"))
                .isEqualTo("bounced: mailbox does not exist");
        assertThat(BounceReason.shownIn("reached the whole team"))
                .isEqualTo("reached the whole team");
    }

    @Test
    void only_a_reason_that_concerns_the_address_calls_for_another_address() {
        assertThat(Remedy.of("mailbox does not exist")).isEqualTo(Remedy.FIX_ADDRESS);
        assertThat(Remedy.of("Permanent: General, status 5.1.1")).isEqualTo(Remedy.FIX_ADDRESS);
        assertThat(Remedy.of("SES: BadRequestException")).isEqualTo(Remedy.FIX_ADDRESS);
        assertThat(Remedy.of(null)).isEqualTo(Remedy.FIX_ADDRESS);
        assertThat(Remedy.of(BounceReason.words("Transient", "MailboxFull", "")))
                .isEqualTo(Remedy.MAKE_ROOM);
        assertThat(Remedy.of("Transient: MailboxFull")).isEqualTo(Remedy.MAKE_ROOM);
        assertThat(List.of("MessageTooLarge", "ContentRejected", "AttachmentRejected"))
                .extracting(subtype -> Remedy.of(BounceReason.words("Transient", subtype, "")))
                .containsOnly(Remedy.LET_IN);
        assertThat(Remedy.of(BounceReason.words("Permanent", "General", "5.7.1")))
                .isEqualTo(Remedy.LET_IN);
        assertThat(Remedy.of("SES: rejected: Bad content")).isEqualTo(Remedy.CHANGE_TEXT);
        assertThat(Remedy.of("SES: rejected")).isEqualTo(Remedy.CHANGE_TEXT);
        assertThat(Remedy.of("SES: rendering failed")).isEqualTo(Remedy.CHANGE_TEXT);
    }

    @Test
    void a_refusal_reason_explains_the_name_of_the_error() {
        assertThat(RefusalReason.shown("SES: TooManyRequestsException"))
                .isEqualTo("it’s limiting how fast we send");
        assertThat(RefusalReason.shown("SES: Throttling"))
                .isEqualTo("it’s limiting how fast we send");
        assertThat(RefusalReason.shown("SES: MessageRejected"))
                .isEqualTo("it won’t accept this email");
        assertThat(RefusalReason.shown("SES: BadRequestException"))
                .isEqualTo("it can’t read this email or its address");
        assertThat(RefusalReason.shown("SES: rejected: Bad content"))
                .isEqualTo("it found harmful content in this email");
        assertThat(RefusalReason.shown("SES: rejected")).isEqualTo("it won’t accept this email");
        assertThat(RefusalReason.shown("SES: rendering failed"))
                .isEqualTo("it couldn’t put this email together");
        assertThat(RefusalReason.shown("SES: InternalFailure"))
                .isEqualTo("it didn’t accept the email right now");
        assertThat(RefusalReason.shown("SES takes no mail from us: AccountSuspendedException"))
                .isEqualTo("it isn’t accepting our email right now");
        assertThat(RefusalReason.shown("no longer an active rep"))
                .isEqualTo("no longer an active rep");
    }
}
