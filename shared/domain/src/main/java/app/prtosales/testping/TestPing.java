package app.prtosales.testping;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.id.RepId;
import app.prtosales.intake.Submission;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A ping that somebody wants to see in their own inbox before they submit it. It is about no
/// placement: nothing that is counted knows of it.
///
/// @param id of the hour, the person who asked, and which of their tests of that hour it is
/// @param submission as it was on the form; it was valid then
/// @param rep as whom to see it; null for the first of the team
public record TestPing(DeliveryId id, Submission submission, @Nullable RepId rep) {

    /// What one person may send themselves in an hour.
    public static final int MOST_AN_HOUR = 10;

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HH", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The subject of all tests of the hour of an instant.
    public static String subjectAt(Instant at) {
        return "test-" + HOUR.format(at);
    }

    static TestPing numbered(
            String subject, String person, int number, Submission submission, @Nullable RepId rep) {
        return new TestPing(
                new DeliveryId(subject, person, MailKind.TEST_PING, number), submission, rep);
    }

    /// Whether it would be the same mail.
    boolean shows(Submission other, @Nullable RepId otherRep) {
        return submission.equals(other) && Objects.equals(rep, otherRep);
    }
}
