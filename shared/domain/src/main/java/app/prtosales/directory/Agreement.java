package app.prtosales.directory;

import app.prtosales.history.Person;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The standing agreement between PR, marketing and sales (R5.2).
///
/// @param zone the time zone in which its weeks begin and end (R4.5)
/// @param warnings how long before the deadline to send each warning, longest first (R1.9)
/// @param prOwner the address of the person who answers replies to a ping
/// @param leadership the addresses that get the weekly email
/// @param ruleOwners the owners of the three rules, in order; the list may be shorter
/// @param auditHour 0 to 23, in `zone`
/// @param since when the first agreement took effect, before which there is nothing to report; null
///   if unknown
/// @param company the company the coverage is about, as customers know it (R5.13); null if not
///   given
public record Agreement(
        String version,
        LocalDate date,
        ZoneId zone,
        List<Duration> warnings,
        @Nullable String prOwner,
        @Nullable String ops,
        @Nullable String salesLeader,
        List<String> leadership,
        List<String> ruleOwners,
        DayOfWeek auditDay,
        int auditHour,
        @Nullable Instant since,
        @Nullable String company) {

    /// The number of the rule about sequences.
    private static final int SEQUENCES = 2;

    /// Maximum length in characters.
    public static final int MAXIMUM_COMPANY = 100;

    /// The default warning steps: how long before a deadline each is due (R1.9).
    public static final List<Duration> DEFAULT_WARNINGS =
            List.of(Duration.ofHours(12), Duration.ofHours(4), Duration.ofHours(1));

    /// Applies until there is an agreement: weeks in UTC, the email on Monday at 8.
    public static final Agreement NONE =
            new Agreement(
                    "none yet",
                    LocalDate.EPOCH,
                    ZoneOffset.UTC,
                    DEFAULT_WARNINGS,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    DayOfWeek.MONDAY,
                    8,
                    null,
                    null);

    public Agreement {
        warnings = List.copyOf(warnings);
        leadership = List.copyOf(leadership);
        ruleOwners = List.copyOf(ruleOwners);
    }

    /// Who is told what ops has to fix: ops; if the agreement names nobody, the PR owner, then the
    /// sales leader, then the first leader (R1.12).
    public Optional<String> actingOps() {
        return firstNamed(ops, prOwner);
    }

    /// Who gets replies and questions: the PR owner; if the agreement names nobody, ops, then the
    /// sales leader, then the first leader (R1.11).
    public Optional<String> actingPrOwner() {
        return firstNamed(prOwner, ops);
    }

    private Optional<String> firstNamed(@Nullable String role, @Nullable String next) {
        return Stream.concat(
                        Stream.of(
                                        Optional.ofNullable(role),
                                        Optional.ofNullable(next),
                                        Optional.ofNullable(salesLeader))
                                .flatMap(Optional::stream),
                        leadership.stream())
                .findFirst();
    }

    /// The owner of rule 2; if the agreement names none, whoever hears what ops should.
    public Optional<String> inChargeOfSequences() {
        return ruleOwners.size() >= SEQUENCES
                ? Optional.of(ruleOwners.get(SEQUENCES - 1))
                : actingOps();
    }

    /// The leader with this id; empty for anyone else, such as someone who has left (R5.12).
    public Optional<Person> leader(String id) {
        return leadership.stream()
                .map(Person::withEmail)
                .filter(person -> person.id().equals(id))
                .findFirst();
    }
}
