package app.prtosales.mail;

import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import app.prtosales.text.Plural;
import app.prtosales.text.ReaderClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The standing agreement at the end of the weekly email and of its page (R5.2).
final class AgreementInWords {

    /// What the owners of the three rules are in charge of, in order.
    static final List<String> IN_CHARGE_OF = List.of("submitting", "sequences", "deals");

    private AgreementInWords() {}

    /// A week keeps only the version of the agreement it was computed under, so of an earlier one
    /// nothing else is known.
    static String of(WeeklyReport week, Agreement agreement) {
        String weeks =
                "Weeks run Monday to Sunday, %s time.".formatted(ReaderClock.zoneName(week.zone()));
        if (week.agreement().equals(Agreement.NONE.version())) {
            return "No standing agreement yet. " + weeks;
        }
        if (!week.agreement().equals(agreement.version())) {
            return "Standing agreement, version %s at that time. %s"
                    .formatted(week.agreement(), weeks);
        }
        return "Standing agreement, version %s, dated %s. The sales team gets every story within 24 hours of publication%s. %s%s"
                .formatted(
                        agreement.version(),
                        WeekInWords.DAY.format(agreement.date()),
                        warnings(agreement.warnings()),
                        owners(agreement.ruleOwners()),
                        weeks);
    }

    private static String warnings(List<Duration> steps) {
        // At the deadline it is too late to warn anyone.
        List<String> words =
                steps.stream()
                        .filter(step -> step.toSeconds() > 0)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(AgreementInWords::inWords)
                        .toList();
        return words.isEmpty()
                ? ""
                : "; warnings go out %s before the deadline".formatted(Phrases.list(words));
    }

    private static String owners(List<String> owners) {
        return owners.isEmpty()
                ? ""
                : "In charge of %s. "
                        .formatted(
                                IntStream.range(0, Math.min(IN_CHARGE_OF.size(), owners.size()))
                                        .mapToObj(i -> IN_CHARGE_OF.get(i) + ": " + owners.get(i))
                                        .collect(Collectors.joining("; ")));
    }

    private static String inWords(Duration step) {
        List<String> parts = new ArrayList<>();
        part(parts, step.toHours(), "hour");
        part(parts, step.toMinutesPart(), "minute");
        part(parts, step.toSecondsPart(), "second");
        return String.join(" ", parts);
    }

    private static void part(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(Plural.count(count, unit));
        }
    }
}
