package app.prtosales.testping;

import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Announcements;
import app.prtosales.text.FieldError;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accepts a request for a test ping, which goes to the requester and nobody else. Asking twice for
/// the same test within one hour of the clock causes one email.
public final class AskForTestPing {

    private final PreviewPing preview;
    private final TestPings tests;
    private final People people;
    private final Announcements announcements;
    private final InstantSource clock;

    public AskForTestPing(
            PreviewPing preview,
            TestPings tests,
            People people,
            Announcements announcements,
            InstantSource clock) {
        this.preview = preview;
        this.tests = tests;
        this.people = people;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// The result of a request.
    public sealed interface Outcome {

        /// The test ping is on its way.
        record Requested(Person to) implements Outcome {}

        record Invalid(List<FieldError> errors) implements Outcome {}

        /// The person has used up the hourly limit.
        record TooMany() implements Outcome {}
    }

    /// @param rep the rep whose view to show, as typed; null for the first one on the team
    /// @throws Announcements.NotAnnounced if the request was not accepted; asking again is safe
    public Outcome ask(Submission submission, @Nullable String rep, Person by) {
        if (preview.preview(submission, rep) instanceof PreviewPing.Outcome.Invalid(var errors)) {
            return new Outcome.Invalid(errors);
        }
        Optional<TestPing> test = stored(submission, rep == null ? null : new RepId(rep), by);
        if (test.isEmpty()) {
            return new Outcome.TooMany();
        }
        people.remember(by);
        announcements.testAsked(test.get().id().value());
        return new Outcome.Requested(by);
    }

    /// The identical test if there is one, otherwise a new one; empty if the limit is reached.
    private Optional<TestPing> stored(Submission submission, @Nullable RepId rep, Person by) {
        String subject = TestPing.subjectAt(clock.instant());
        List<TestPing> known = tests.of(by.id(), subject);
        for (int number = 1; number <= TestPing.MAXIMUM_PER_HOUR; number++) {
            TestPing test = TestPing.numbered(subject, by.id(), number, submission, rep);
            boolean added = number > known.size() && tests.add(test);
            if (added || isThere(test)) {
                return Optional.of(test);
            }
        }
        return Optional.empty();
    }

    private boolean isThere(TestPing test) {
        return tests.find(test.id())
                .filter(there -> there.shows(test.submission(), test.rep()))
                .isPresent();
    }
}
