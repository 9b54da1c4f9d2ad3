package app.prtosales.mail;

import app.prtosales.audit.Answer;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Count;
import app.prtosales.audit.Facts;
import app.prtosales.audit.Finding;
import app.prtosales.audit.InPlay;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.Restatement;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Names;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Rep.Employment;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.Suggestion;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.NobodyToAsk;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Draft;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Note;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Status;
import app.prtosales.placement.Story;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Tone;
import app.prtosales.placement.Verdict;
import app.prtosales.placement.WebAddress;
import app.prtosales.response.Champion;
import app.prtosales.response.How;
import app.prtosales.text.Digest;
import app.prtosales.text.Problems;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// The company in the tests' emails and pages.
@NullMarked
final class Samples {

    static final Instant PUBLISHED = Instant.parse("2026-11-24T14:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-24T15:30:00Z");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private static final LinkWriter LINKS =
            link ->
                    "https://pr.example/r/%s-%s-%s"
                            .formatted(
                                    link.purpose().word(),
                                    link.placement(),
                                    Digest.of(link.toString()).substring(0, 40));

    static final Names NAMES = new SampleNames();

    static final Map<RepId, String> REP_NAMES =
            Map.of(new RepId("rep-07"), "Ada Lovelace", new RepId("rep-31"), "Katherine Johnson");

    /// Names that nobody could guess from the ids.
    private static final class SampleNames implements Names {

        @Override
        public Map<String, String> segments() {
            return Map.of(
                    "health-systems",
                    "Hospital groups",
                    "payers",
                    "Insurers",
                    "ascs",
                    "Day clinics");
        }

        @Override
        public Map<String, String> sequenceOwners() {
            return Map.of("CFO outreach, health systems", "Grace Hopper");
        }

        @Override
        public Map<RepId, String> reps() {
            return REP_NAMES;
        }

        @Override
        public String company() {
            return "Northwind Devices";
        }
    }

    static final Brand BRAND = Brand.of("#0b57b8");

    static final MailRoom MAIL_ROOM =
            new MailRoom(LINKS, "https://pr.example", "pr@mail.example", NAMES, () -> NOW, BRAND);

    static final AuditMailRoom AUDIT_ROOM =
            new AuditMailRoom(
                    LINKS,
                    "https://pr.example",
                    (columns, rows) -> String.join(",", columns) + rows.size(),
                    NAMES,
                    BRAND);

    static final Rep REP =
            new Rep(
                    new RepId("rep-07"),
                    "Ada Lovelace",
                    "ada@sales.example",
                    null,
                    CHICAGO,
                    List.of("health-systems"),
                    null,
                    Employment.EMPLOYEE,
                    true);

    /// A distributor with no segments.
    static final Rep DISTRIBUTOR =
            new Rep(
                    new RepId("partner-1"),
                    "Kim Partner",
                    "kim@distributor.example",
                    null,
                    CHICAGO,
                    List.of(),
                    null,
                    Employment.DISTRIBUTOR,
                    true);

    static final Sequence SEQUENCE =
            new Sequence(
                    new SequenceId("seq-cfo"),
                    "CFO outreach, health systems",
                    "Grace Hopper",
                    "grace@ops.example",
                    List.of("CFO"),
                    List.of("health-systems"),
                    Sequence.Status.ACTIVE,
                    List.of("awareness", "consideration", "decision", "expansion"));

    static final List<TargetAccount> ACCOUNTS =
            List.of(
                    new TargetAccount(
                            new AccountId("a1"),
                            "Mercy Valley Health",
                            "health-systems",
                            new RepId("rep-07"),
                            true,
                            true),
                    new TargetAccount(
                            new AccountId("a2"),
                            "Nordlicht Kliniken",
                            "health-systems",
                            new RepId("rep-07"),
                            true,
                            false),
                    new TargetAccount(
                            new AccountId("a3"),
                            "Lakeside Clinics",
                            "health-systems",
                            new RepId("rep-07"),
                            false,
                            false));

    static final Agreement AGREEMENT =
            new Agreement(
                    "3",
                    LocalDate.of(2026, 9, 1),
                    CHICAGO,
                    Agreement.DEFAULT_WARNINGS,
                    "pr.owner@company.example",
                    "ops@company.example",
                    null,
                    List.of("ceo@company.example"),
                    List.of(),
                    DayOfWeek.MONDAY,
                    8,
                    null,
                    "Northwind Devices");

    static final Story STORY =
            new Story(
                    url(
                            "https://www.medcitynews.com/2026/11/device-uptime-is-a-balance-sheet-item/?utm_source=x"),
                    "MedCity News",
                    "Device uptime is a balance-sheet item, and CFOs have started to notice",
                    Format.BYLINE,
                    Tone.POSITIVE,
                    "financial integrity of device fleets",
                    "Mike Kijewski, CEO",
                    "A pump that is offline for a day costs more than the patch that keeps it online for a year.",
                    "It gives a CFO a figure for what downtime costs, from a source that the hospital’s own finance team reads.",
                    null);

    private Samples() {}

    static @Nullable WebAddress url(String address) {
        return WebAddress.read("url", address, new Problems());
    }

    static Placement placement(Story story, Forwardability forwardability) {
        return placement(
                story,
                forwardability,
                "Most relevant for CFOs of health systems who are weighing the cost of downtime.",
                new Publication(PUBLISHED, NEW_YORK, false));
    }

    static Placement placement(
            Story story, Forwardability forwardability, String note, Publication publication) {
        return Placement.accepted(
                new Draft(
                        story,
                        new Note(note, List.of("health-systems", "payers"), List.of("CFO")),
                        publication,
                        forwardability,
                        false),
                "u-0000000000000000",
                NOW);
    }

    /// A warning four hours before the deadline.
    static OutgoingMail warning(Placement placement, int reached, int of, int missing) {
        return warning(placement, reached, of, missing, Duration.ofHours(4));
    }

    /// @param left the time left until the deadline
    static OutgoingMail warning(
            Placement placement, int reached, int of, int missing, Duration left) {
        List<Reached.Missing> names = new ArrayList<>();
        for (int i = 0; i < missing; i++) {
            names.add(
                    new Reached.Missing(
                            i == 0 ? REP.id() : new RepId("rep-" + (1_000 + i)),
                            new MailFate(MailFate.Kind.BOUNCED, "mailbox does not exist")));
        }
        return MAIL_ROOM.write(
                new MailRequest.Warning(
                        new DeliveryId("p1", "PT4H.1764079200", MailKind.WARNING),
                        placement,
                        new Reached(
                                Verdict.PENDING,
                                null,
                                reached,
                                reached,
                                of,
                                names,
                                List.of(),
                                null),
                        new Roster(
                                List.of(
                                        new Roster.Member(
                                                REP.id(), REP, List.of(), List.of(), List.of()))),
                        AGREEMENT,
                        "leader@company.example",
                        placement.publication().deadline().minus(left)));
    }

    /// A request to the owner of the sample sequence.
    static MailRequest.SequenceTask task(Placement placement, Asking asking) {
        return task(placement, asking, NOW);
    }

    static MailRequest.SequenceTask task(Placement placement, Asking asking, Instant at) {
        boolean first = asking == Asking.FIRST;
        MailKind kind =
                asking == Asking.HANDED_OVER
                        ? MailKind.SEQUENCE_HANDED_OVER
                        : MailKind.SEQUENCE_TASK;
        return new MailRequest.SequenceTask(
                new DeliveryId(placement.id().value(), SEQUENCE.id().value(), kind),
                placement,
                new Suggestion(SEQUENCE, "decision", "It is a byline for the CFO."),
                SEQUENCE.ownerEmail(),
                asking,
                false,
                first ? null : NOW,
                CHICAGO,
                at);
    }

    static MailRequest.ChampionsToTell championsToTell() {
        Placement placement = green();
        return new MailRequest.ChampionsToTell(
                new DeliveryId(placement.id().value(), "u-1", MailKind.CHAMPIONS_TO_TELL),
                placement,
                new TakenBack(NOW, "u-2", "A figure in it is wrong.", null),
                List.of(new Champion("Omar Reyes", "Lakeside Health", "rep-002", true)),
                AGREEMENT,
                "pr@company.example");
    }

    static MailRequest.ChooseSequence chooseSequence(NobodyToAsk why) {
        Placement placement = green();
        return new MailRequest.ChooseSequence(
                new DeliveryId(placement.id().value(), "u-1", MailKind.CHOOSE_SEQUENCE),
                placement,
                why,
                AGREEMENT,
                "sequences@company.example");
    }

    static OutgoingMail removal(Placement placement, String why) {
        return removal(placement, why, Asking.FIRST, NOW);
    }

    static OutgoingMail removal(Placement placement, String why, Asking asking, Instant at) {
        return MAIL_ROOM.write(
                new MailRequest.SequenceRemoval(
                        new DeliveryId(
                                placement.id().value(),
                                SEQUENCE.id().value(),
                                MailKind.SEQUENCE_REMOVAL),
                        placement,
                        why,
                        SEQUENCE,
                        "decision",
                        SEQUENCE.ownerEmail(),
                        false,
                        asking,
                        asking == Asking.FIRST ? null : NOW,
                        CHICAGO,
                        at));
    }

    static Placement green() {
        return placement(STORY, Forwardability.GREEN);
    }

    /// A story in which every text is the given one.
    static Story everywhere(String text) {
        return new Story(
                STORY.url(),
                text,
                text,
                Format.PODCAST,
                Tone.NEUTRAL,
                text,
                text,
                text,
                text,
                null);
    }

    static PlacementAnswers audited(String headline, Answer first, Answer second, Answer third) {
        Verdict verdict =
                switch (first) {
                    case YES -> Verdict.MET;
                    case NO -> Verdict.MISSED;
                    case PENDING -> Verdict.PENDING;
                    case EXEMPT -> Verdict.VOID;
                };
        boolean missed = verdict == Verdict.MISSED;
        return new PlacementAnswers(
                new PlacementId(Digest.of(headline).substring(0, 20)),
                "MedCity News",
                headline,
                "https://medcitynews.com/a",
                Forwardability.GREEN,
                PUBLISHED,
                PUBLISHED.plus(Publication.WINDOW),
                new Reached(
                        verdict,
                        missed ? Cause.DELIVERY : null,
                        missed ? 47 : 48,
                        missed ? 47 : 48,
                        48,
                        missed
                                ? List.of(
                                        new Reached.Missing(
                                                new RepId("rep-31"),
                                                new MailFate(
                                                        MailFate.Kind.BOUNCED,
                                                        "mailbox does not exist")))
                                : List.of(),
                        List.of(),
                        PUBLISHED.plusSeconds(4_000)),
                new Finding(
                        first,
                        missed ? "47 of 48 reps were reached." : "48 of 48 reps were reached.",
                        PUBLISHED.plusSeconds(4_000)),
                new Finding(
                        second,
                        second == Answer.YES
                                ? "In “CFO outreach, health systems”, stage decision."
                                : "No active sequence has it.",
                        second == Answer.YES ? PUBLISHED.plusSeconds(90_000) : null),
                new Finding(
                        third,
                        third == Answer.YES
                                ? "Used with Mercy Valley Health: sent to the customer."
                                : "Nobody recorded a use on a target account.",
                        third == Answer.YES ? PUBLISHED.plusSeconds(190_000) : null),
                facts(second, third),
                first == Answer.NO
                        ? new NextStep(
                                NextStep.Owner.SEQUENCE_OWNER,
                                "CFO outreach, health systems",
                                "Add it at stage “awareness”, then confirm from the email.")
                        : null);
    }

    static PlacementAnswers reachedNobody(PlacementAnswers audited) {
        return reachedNobody(audited, List.of());
    }

    /// All 48 reps were reached, these after the deadline.
    static PlacementAnswers reachedLate(PlacementAnswers audited, String... late) {
        return reached(
                audited,
                new Reached(
                        Verdict.MISSED,
                        Cause.DELIVERY,
                        48,
                        48 - late.length,
                        48,
                        List.of(),
                        Arrays.stream(late).map(RepId::new).toList(),
                        List.of(),
                        List.of(),
                        audited.deadline().plusSeconds(600)));
    }

    /// There was no active rep.
    static PlacementAnswers reachedVoid(PlacementAnswers audited) {
        return reached(
                audited, new Reached(Verdict.VOID, null, 0, 0, 0, List.of(), List.of(), null));
    }

    static PlacementAnswers reachedTheOnlyRep(PlacementAnswers audited) {
        return reached(
                audited, new Reached(Verdict.MET, null, 1, 1, 1, List.of(), List.of(), null));
    }

    static PlacementAnswers reachedNobody(PlacementAnswers audited, List<Reached.Missing> missing) {
        return reached(
                audited,
                new Reached(Verdict.MISSED, Cause.SYSTEM, 0, 0, 48, missing, List.of(), null));
    }

    private static PlacementAnswers reached(PlacementAnswers audited, Reached reached) {
        return new PlacementAnswers(
                audited.id(),
                audited.outlet(),
                audited.headline(),
                audited.url(),
                audited.forwardability(),
                audited.publishedAt(),
                audited.deadline(),
                reached,
                audited.reachedIn24h(),
                audited.inActiveSequence(),
                audited.referencedInDeal(),
                audited.facts(),
                null);
    }

    static PlacementAnswers retracted(PlacementAnswers audited) {
        Facts facts = audited.facts();
        return new PlacementAnswers(
                audited.id(),
                audited.outlet(),
                audited.headline(),
                audited.url(),
                Forwardability.RED,
                audited.publishedAt(),
                audited.deadline(),
                audited.reached(),
                audited.reachedIn24h(),
                audited.inActiveSequence(),
                audited.referencedInDeal(),
                new Facts(
                        facts.zone(),
                        facts.format(),
                        facts.tone(),
                        Status.RETRACTED,
                        facts.backfill(),
                        facts.acceptedAt(),
                        facts.segments(),
                        facts.personas(),
                        facts.acknowledged(),
                        facts.endsAt(),
                        facts.restatedAt(),
                        facts.confirmed(),
                        facts.uses(),
                        facts.armed()),
                null);
    }

    private static Facts facts(Answer second, Answer third) {
        return new Facts(
                NEW_YORK,
                Format.BYLINE,
                Tone.POSITIVE,
                Status.JUDGED,
                false,
                NOW,
                List.of("health-systems"),
                List.of("CFO"),
                12,
                PUBLISHED.plus(Duration.ofDays(200)),
                null,
                second == Answer.YES
                        ? List.of(
                                new Facts.Confirmed(
                                        new SequenceId("seq-cfo"),
                                        "CFO outreach, health systems",
                                        "decision",
                                        PUBLISHED.plusSeconds(90_000),
                                        "active",
                                        true,
                                        List.of("CFO")))
                        : List.of(),
                third == Answer.YES
                        ? List.of(
                                new Facts.Used(
                                        new AccountId("a1"),
                                        "Mercy Valley Health",
                                        true,
                                        How.SENT_TO_THE_CUSTOMER,
                                        PUBLISHED.plusSeconds(190_000)))
                        : List.of(),
                0);
    }

    static InPlay inPlay() {
        PlacementId one = new PlacementId(Digest.of("one").substring(0, 20));
        return new InPlay(
                9,
                List.of(
                        new InPlay.InStage("awareness", "CFO", 3),
                        new InPlay.InStage("awareness", "CIO", 1),
                        new InPlay.InStage("decision", "CFO", 2)),
                2,
                1,
                List.of(
                        new InPlay.Deal(
                                one,
                                "Device uptime is a balance-sheet item",
                                "Mercy Valley Health",
                                true,
                                How.IN_A_PROPOSAL,
                                NOW),
                        new InPlay.Deal(
                                one,
                                "What a CIO asks before buying",
                                "Lakeside Clinics",
                                false,
                                How.TALKED_ABOUT,
                                NOW)),
                4,
                1,
                List.of(
                        new InPlay.Ending(
                                one, "A podcast on care coordination", NOW.plusSeconds(600_000))),
                1,
                List.of("Ambulatory surgery centers"),
                List.of(
                        new InPlay.Untouched(
                                one, "What a CIO asks before buying", fridayInTokyo())),
                1);
    }

    /// Only the day is known; it begins while it is still Thursday in the US.
    private static Publication fridayInTokyo() {
        return new Publication(
                Instant.parse("2026-11-12T15:00:00Z"), ZoneId.of("Asia/Tokyo"), true);
    }

    static Restatement restatement() {
        return new Restatement(
                new AuditWeek(2026, 47),
                Restatement.Figure.REACHED_IN_24H,
                new Count(4, 5),
                new Count(5, 5),
                NOW,
                List.of(
                        new Restatement.Change(
                                new PlacementId(Digest.of("late").substring(0, 20)),
                                "A webinar on recalls",
                                "no → yes: 48 of 48 reps reached within 24 hours",
                                Answer.YES)));
    }

    /// The week, with what was in play and what was restated.
    static WeeklyReport withContext(WeeklyReport week) {
        return new WeeklyReport(
                week.week(),
                week.zone(),
                week.startsAt(),
                week.computedAt(),
                week.judged(),
                week.pending(),
                week.late(),
                inPlay(),
                List.of(restatement()),
                week.agreement());
    }

    static WeeklyReport week(
            List<PlacementAnswers> judged,
            List<PlacementAnswers> pending,
            List<PlacementAnswers> late) {
        return new WeeklyReport(
                new AuditWeek(2026, 48),
                CHICAGO,
                new AuditWeek(2026, 48).startsAt(CHICAGO),
                NOW,
                judged,
                pending,
                late,
                InPlay.NOTHING,
                List.of(),
                "3");
    }

    static WeeklyReport ordinaryWeek() {
        return withContext(ordinaryWeekWithoutContext());
    }

    private static WeeklyReport ordinaryWeekWithoutContext() {
        return week(
                List.of(
                        audited("Hospitals fear the next recall", Answer.NO, Answer.NO, Answer.NO),
                        audited(
                                "Device uptime is a balance-sheet item",
                                Answer.YES,
                                Answer.YES,
                                Answer.YES),
                        audited(
                                "What a CIO asks before buying",
                                Answer.YES,
                                Answer.YES,
                                Answer.YES),
                        audited(
                                "A podcast on care coordination",
                                Answer.YES,
                                Answer.YES,
                                Answer.YES),
                        audited(
                                "An award for the service team",
                                Answer.YES,
                                Answer.EXEMPT,
                                Answer.NO)),
                List.of(audited("Published on Sunday night", Answer.PENDING, Answer.NO, Answer.NO)),
                List.of());
    }

    static WeeklyReport goodWeek() {
        return withContext(
                week(
                        List.of(
                                audited(
                                        "Device uptime is a balance-sheet item",
                                        Answer.YES,
                                        Answer.YES,
                                        Answer.YES),
                                audited(
                                        "What a CIO asks before buying",
                                        Answer.YES,
                                        Answer.YES,
                                        Answer.YES)),
                        List.of(),
                        List.of()));
    }

    /// Imported placements, which were never sent.
    static WeeklyReport firstDay() {
        return week(
                List.of(
                        audited("Remote monitoring pays back", Answer.EXEMPT, Answer.NO, Answer.NO),
                        audited("A podcast on throughput", Answer.EXEMPT, Answer.NO, Answer.NO),
                        audited("Robots lead the way", Answer.EXEMPT, Answer.YES, Answer.NO)),
                List.of(),
                List.of());
    }

    static WeeklyReport bigWeek(int placements, String headline) {
        return week(
                IntStream.range(0, placements)
                        .mapToObj(i -> audited(headline + i, Answer.NO, Answer.NO, Answer.NO))
                        .toList(),
                List.of(),
                List.of());
    }
}
