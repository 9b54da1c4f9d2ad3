package app.prtosales.directory;

import app.prtosales.id.SequenceId;
import app.prtosales.placement.Choice;
import app.prtosales.placement.Placement;
import app.prtosales.text.SameName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A sequence and stage proposed for a placement, by the mapping rules or because someone chose it
/// (R2.1). It remains a suggestion until the sequence's owner confirms it.
///
/// @param why which rule suggests it, in words; for a choice, the reason given
/// @param chosen who chose it by hand; null if a rule or the owner of another sequence suggests it
public record Suggestion(Sequence sequence, String stage, String why, @Nullable Choice chosen) {

    public Suggestion(Sequence sequence, String stage, String why) {
        this(sequence, stage, why, null);
    }

    /// One suggestion per sequence: a person's choice takes precedence over rules, and if several
    /// rules name the same sequence, the most specific one wins.
    public static List<Suggestion> of(
            Placement placement, List<MappingRule> rules, Map<SequenceId, Sequence> sequences) {
        Map<SequenceId, Suggestion> bySequence = new LinkedHashMap<>();
        for (Choice choice : placement.changes().choices()) {
            @Nullable Sequence sequence = sequences.get(choice.sequence());
            if (sequence != null
                    && sequence.status() == Sequence.Status.ACTIVE
                    && !sequence.stages().isEmpty()) {
                bySequence.put(sequence.id(), chosen(choice, sequence));
            }
        }
        rules.stream()
                .filter(rule -> matches(rule, placement))
                .sorted(
                        Comparator.comparingInt(Suggestion::specificity)
                                .reversed()
                                .thenComparing(MappingRule::id))
                .forEach(rule -> {
                    Sequence sequence = sequences.get(rule.sequence());
                    if (sequence != null && sequence.status() == Sequence.Status.ACTIVE) {
                        bySequence.putIfAbsent(
                                sequence.id(),
                                new Suggestion(sequence, stage(rule.stage(), sequence), why(rule)));
                    }
                });
        return List.copyOf(bySequence.values());
    }

    /// The sequences that would be suggested if they were active.
    public static List<Sequence> inactive(
            Placement placement, List<MappingRule> rules, Map<SequenceId, Sequence> sequences) {
        return Stream.concat(
                        placement.changes().choices().stream().map(Choice::sequence),
                        rules.stream()
                                .filter(rule -> matches(rule, placement))
                                .map(MappingRule::sequence))
                .distinct()
                .flatMap(id -> Stream.ofNullable(sequences.get(id)))
                .filter(sequence -> sequence.status() != Sequence.Status.ACTIVE)
                .toList();
    }

    /// The same suggestion with a differently worded reason.
    public Suggestion because(String words) {
        return new Suggestion(sequence, stage, words, chosen);
    }

    private static Suggestion chosen(Choice choice, Sequence sequence) {
        return new Suggestion(sequence, stage(choice.stage(), sequence), choice.reason(), choice);
    }

    /// If the stage no longer exists, the first one is used; the owner then decides on the stage.
    private static String stage(String wanted, Sequence sequence) {
        List<String> stages = sequence.stages();
        return stages.isEmpty() ? wanted : sequence.stage(wanted).orElse(stages.getFirst());
    }

    private static boolean matches(MappingRule rule, Placement placement) {
        return isFor(rule.format(), List.of(placement.story().format().word()))
                && isAbout(rule.topic(), placement.story().topic())
                && isFor(rule.segment(), placement.note().segments())
                && isFor(rule.persona(), placement.note().personas());
    }

    private static boolean isFor(@Nullable String wanted, Collection<String> has) {
        return wanted == null || has.stream().anyMatch(wanted::equalsIgnoreCase);
    }

    /// Topics are free text ("care coordination; discharge"), so the topic only has to contain the
    /// rule's words.
    private static boolean isAbout(@Nullable String wanted, @Nullable String topic) {
        return wanted == null || topic != null && SameName.isIn(topic, wanted);
    }

    private static int specificity(MappingRule rule) {
        return parts(rule).size();
    }

    private static String why(MappingRule rule) {
        List<String> parts = parts(rule);
        return parts.isEmpty()
                ? "your rules suggest this sequence for every story"
                : "your rules suggest this sequence for " + String.join(", ", parts);
    }

    private static List<String> parts(MappingRule rule) {
        List<String> parts = new ArrayList<>();
        add(parts, "format", spoken(rule.format()));
        add(parts, "topic", rule.topic());
        add(parts, "segment", rule.segmentName());
        add(parts, "persona", rule.persona());
        return parts;
    }

    private static @Nullable String spoken(@Nullable String format) {
        return format == null ? null : format.replace('-', ' ');
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + " " + value);
        }
    }
}
