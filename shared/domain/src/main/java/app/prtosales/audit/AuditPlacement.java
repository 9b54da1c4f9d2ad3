package app.prtosales.audit;

import app.prtosales.directory.Directory;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Question;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Tone;
import app.prtosales.placement.Verdict;
import app.prtosales.response.Response;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers the three questions about a placement (R4.1), each with its evidence and its time.
public final class AuditPlacement {

    private static final int MOST_RECENT = 20;

    private final Placements placements;

    public AuditPlacement(Placements placements) {
        this.placements = placements;
    }

    /// The newest placement that was sent or is to be sent (R4.4); empty before there is one.
    public Optional<Placement> newest() {
        return placements.newest(MOST_RECENT, null).placements().stream()
                .filter(placement -> !placement.backfill() && !placement.status().isOver())
                .findFirst();
    }

    /// @param reached how far it has got by now
    /// @param recorded its responses that count
    public static PlacementAudit audit(
            Placement placement, Reached reached, List<Response> recorded, Directory directory) {
        return recorded.isEmpty()
                ? audit(placement, reached, recorded, Lists.NONE)
                : audit(placement, reached, recorded, new Lists(directory));
    }

    private static PlacementAudit audit(
            Placement placement, Reached reached, List<Response> recorded, Lists lists) {
        return audit(placement, reached, recorded, lists, 0);
    }

    /// @param acknowledged how many reps said that they read it
    static PlacementAudit audit(
            Placement placement,
            Reached reached,
            List<Response> recorded,
            Lists lists,
            int acknowledged) {
        return PlacementAudit.of(
                placement,
                reached,
                reachedIn24h(placement, reached),
                inActiveSequence(placement, recorded, lists.sequences()),
                referencedInDeal(placement, recorded, lists.targets()),
                facts(placement, recorded, lists, acknowledged));
    }

    /// What the answers are looked up in.
    record Lists(Map<String, Sequence> sequences, Set<String> targets) {

        /// Where nothing was recorded there is nothing to look up.
        private static final Lists NONE = new Lists(Map.of(), Set.of());

        Lists(Directory directory) {
            this(
                    directory.sequences(),
                    directory.accounts().stream()
                            .filter(TargetAccount::target)
                            .map(TargetAccount::id)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static Facts facts(
            Placement placement, List<Response> recorded, Lists lists, int acknowledged) {
        List<Facts.Confirmed> confirmed = new ArrayList<>();
        List<Facts.Used> uses = new ArrayList<>();
        for (Response each : recorded) {
            if (each instanceof InSequence in) {
                confirmed.add(confirmed(in, lists.sequences().get(in.person())));
            }
            if (each instanceof Referenced used) {
                boolean target = used.account() != null && lists.targets().contains(used.account());
                uses.add(
                        new Facts.Used(
                                used.account(), used.accountName(), target, used.how(), used.at()));
            }
        }
        return new Facts(
                placement.publication().zone(),
                placement.story().format(),
                placement.story().tone(),
                placement.status(),
                placement.backfill(),
                placement.acceptedAt(),
                placement.note().segments(),
                placement.note().personas(),
                acknowledged,
                placement.expiresAt(),
                placement.judgement() == null ? null : placement.judgement().restatedAt(),
                confirmed,
                uses,
                0);
    }

    private static Facts.Confirmed confirmed(InSequence in, @Nullable Sequence sequence) {
        return sequence == null
                ? new Facts.Confirmed(
                        in.person(),
                        in.person(),
                        in.stage(),
                        in.at(),
                        Facts.Confirmed.GONE,
                        false,
                        List.of())
                : new Facts.Confirmed(
                        in.person(),
                        sequence.name(),
                        in.stage(),
                        in.at(),
                        sequence.status().word(),
                        sequence.stages().contains(in.stage()),
                        sequence.personas());
    }

    private static Finding reachedIn24h(Placement placement, Reached reached) {
        if (placement.backfill()) {
            return new Finding(Answer.EXEMPT, "imported from the past, never sent", null);
        }
        if (placement.status().isOver() && reached.verdict() == Verdict.PENDING) {
            return new Finding(Answer.EXEMPT, placement.status().word(), null);
        }
        String count = "%d of %d reps reached".formatted(reached.count(), reached.of());
        return switch (reached.verdict()) {
            case PENDING ->
                    new Finding(
                            Answer.PENDING,
                            "%s; the deadline is %s"
                                    .formatted(count, placement.publication().deadline()),
                            reached.lastAt());
            case MET -> new Finding(Answer.YES, count + " within 24 hours", reached.lastAt());
            case MISSED ->
                    new Finding(
                            Answer.NO,
                            "%d of %d reps reached within 24 hours%s"
                                    .formatted(
                                            reached.inTime(),
                                            reached.of(),
                                            reached.cause() == null
                                                    ? ""
                                                    : "; cause: "
                                                            + reached.cause()
                                                                    .word()
                                                                    .replace('-', ' ')),
                            reached.lastAt());
            case VOID -> new Finding(Answer.NO, "there was no active rep to reach", null);
        };
    }

    private static Finding inActiveSequence(
            Placement placement, List<Response> recorded, Map<String, Sequence> sequences) {
        Optional<Finding> settled = settledByLane(placement, Question.IN_ACTIVE_SEQUENCE);
        if (settled.isPresent()) {
            return settled.get();
        }
        Finding best = new Finding(Answer.NO, "no sequence owner has confirmed it", null);
        for (Response each : recorded) {
            if (each instanceof InSequence confirmed) {
                Finding finding = inSequence(confirmed, sequences.get(confirmed.person()));
                if (finding.answer() == Answer.YES) {
                    return finding;
                }
                best = finding;
            }
        }
        return best;
    }

    private static Finding inSequence(InSequence confirmed, @Nullable Sequence sequence) {
        if (sequence == null) {
            return new Finding(Answer.NO, "its sequence is no longer in the directory", null);
        }
        if (sequence.status() != Sequence.Status.ACTIVE) {
            return new Finding(
                    Answer.NO,
                    "%s is %s".formatted(sequence.name(), sequence.status().word()),
                    null);
        }
        if (!sequence.stages().contains(confirmed.stage())) {
            return new Finding(
                    Answer.NO,
                    "%s has no stage %s any more".formatted(sequence.name(), confirmed.stage()),
                    null);
        }
        return new Finding(
                Answer.YES,
                "in %s, stage %s".formatted(sequence.name(), confirmed.stage()),
                confirmed.at());
    }

    private static Finding referencedInDeal(
            Placement placement, List<Response> recorded, Set<String> targets) {
        Optional<Finding> settled = settledByLane(placement, Question.REFERENCED_IN_DEAL);
        if (settled.isPresent()) {
            return settled.get();
        }
        Finding best = new Finding(Answer.NO, "nobody has recorded a use on a deal", null);
        for (Response each : recorded) {
            if (each instanceof Referenced reference) {
                String where = "%s: %s".formatted(reference.accountName(), reference.how().label());
                String account = reference.account();
                if (account != null && targets.contains(account)) {
                    return new Finding(Answer.YES, where, reference.at());
                }
                best = new Finding(Answer.NO, where + ", not a target account", reference.at());
            }
        }
        return best;
    }

    private static Finding exempt(Exemption exemption) {
        String name = exemption.name() == null ? "" : " (%s)".formatted(exemption.name());
        return new Finding(Answer.EXEMPT, exemption.reason() + name, exemption.at());
    }

    /// What decides questions 2 and 3 before anybody is asked (R2.5, R5.5, R5.7).
    private static Optional<Finding> settledByLane(Placement placement, Question question) {
        Optional<Exemption> exemption = placement.changes().exemption(question);
        if (exemption.isPresent() && !placement.status().isOver()) {
            return exemption.map(AuditPlacement::exempt);
        }
        if (placement.story().tone() == Tone.NEGATIVE) {
            return Optional.of(new Finding(Answer.EXEMPT, "negative coverage", null));
        }
        if (placement.status().isOver()) {
            return Optional.of(new Finding(Answer.NO, placement.status().word(), null));
        }
        if (placement.forwardability() == Forwardability.AMBER) {
            return Optional.of(new Finding(Answer.NO, "in review", null));
        }
        if (placement.forwardability() == Forwardability.RED) {
            return Optional.of(new Finding(Answer.NO, "marked Red: not to be used", null));
        }
        return Optional.empty();
    }
}
