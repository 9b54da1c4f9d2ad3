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

/// A preview of a ping that someone asked to get by email before submitting the placement. It
/// belongs to no placement and counts in no figure.
///
/// @param id identifies the hour, the person who asked, and the number of the test in that hour
/// @param submission the form's values at the time, when they were valid
/// @param rep the rep whose view to show; null for the first one on the team
public record TestPing(DeliveryId id, Submission submission, @Nullable RepId rep) {

    /// How many tests one person can send themselves in an hour.
    public static final int MAXIMUM_PER_HOUR = 10;

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd-HH", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The subject of all tests in the hour of this instant.
    public static String subjectAt(Instant at) {
        return "test-" + HOUR.format(at);
    }

    static TestPing numbered(
            String subject, String person, int number, Submission submission, @Nullable RepId rep) {
        return new TestPing(
                new DeliveryId(subject, person, MailKind.TEST_PING, number), submission, rep);
    }

    /// Whether it would result in the same email.
    boolean shows(Submission other, @Nullable RepId otherRep) {
        return submission.equals(other) && Objects.equals(rep, otherRep);
    }
}
