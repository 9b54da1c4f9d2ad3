package app.prtosales.samples;

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
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Delivery.Sending;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesMessage;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Changes;
import app.prtosales.placement.Choice;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Draft;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Move;
import app.prtosales.placement.Note;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements.Request;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Question;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Renewal;
import app.prtosales.placement.Resend;
import app.prtosales.placement.Status;
import app.prtosales.placement.Story;
import app.prtosales.placement.StoryKey;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Timer;
import app.prtosales.placement.Tone;
import app.prtosales.placement.Verdict;
import app.prtosales.placement.WebAddress;
import app.prtosales.response.How;
import app.prtosales.text.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Real coverage, shared with the sales team of an invented company. Its email goes to a domain
/// reserved for examples.
public final class Samples {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /// A Wednesday, 9:00 in New York.
    public static final Instant WEDNESDAY = Instant.parse("2026-06-24T13:00:00Z");

    public static final String MAIL_DOMAIN = "sample-medtech.example";

    /// The submitter.
    public static final Person ADA = Person.withEmail("ada@" + MAIL_DOMAIN);

    /// Her colleague.
    public static final Person GRACE = Person.withEmail("grace@" + MAIL_DOMAIN);

    public static final Note NOTE =
            new Note(
                    "Gives finance leaders a name for payer take-backs and a reason to review"
                            + " underpayments this quarter.",
                    List.of("health-systems"),
                    List.of("CFO"));

    private Samples() {}

    public static Story waystar() {
        return story(
                "https://healthcarecurated.com/tech-and-innovation/"
                        + "waystar-uses-ai-to-recover-billions-in-healthcare-revenue",
                "Healthcare Curated",
                "Waystar Uses AI to Recover Billions in Healthcare Revenue",
                Format.NEWS_MENTION,
                "financial integrity; denials and payer take-backs",
                "Missy Miller");
    }

    public static Story medCrypt() {
        return story(
                "https://beckershospitalreview.com/cybersecurity/medical-device-cybersecurity-how-"
                        + "hospitals-may-be-affected-in-a-breach-q-a-with-medcrypt-ceo.html"
                        + "?origin=cioe",
                "Becker's Hospital Review",
                "Medical device cybersecurity & how hospitals may be affected in a breach: Q&A with"
                        + " MedCrypt CEO",
                Format.INTERVIEW,
                "medical device cybersecurity",
                "Mike Kijewski, CEO");
    }

    public static Story leanTaas() {
        return story(
                "https://pod.wave.co/podcast/beckers-healthcare-podcast-c9704216-027c-4122-8f5a-"
                        + "abeb5422159d/tackling-health-system-capacity-and-throughput-with-mohan-"
                        + "giridharadas-founder-ceo-of-leantaas",
                "Becker’s Healthcare Podcast",
                "Tackling Health System Capacity and Throughput",
                Format.PODCAST,
                "capacity management; patient flow",
                "Mohan Giridharadas, Founder & CEO");
    }

    public static Story siemensHealthineers() {
        return story(
                "https://mednic.de/siemens-healthineers-digitalisierung-endet-nie/16655",
                "mednic",
                "Siemens Healthineers: Digitalisierung endet nie",
                Format.INTERVIEW,
                "digital transformation; change management",
                "Dr. Stefan Henkel, CIO");
    }

    public static Story omron() {
        return story(
                "https://yomidr.yomiuri.co.jp/article/20200304-OYTEW463959/"
                        + "?catname=column_kenko-keieinohito",
                "yomiDr. (Yomiuri Shimbun)",
                "「オムロンヘルスケア」 荻野勲社長インタビュー(1)国民の脳・心血管疾患発症ゼロを目指します",
                Format.INTERVIEW,
                "hypertension; home monitoring",
                "荻野勲 (社長)");
    }

    /// A broadcast, which is identified by outlet and headline.
    public static Story withoutUrl() {
        return new Story(
                null,
                "FOX 26 Houston",
                "Robots lead the way in minimally invasive surgery",
                Format.TV_RADIO,
                Tone.POSITIVE,
                null,
                null,
                null,
                null,
                null);
    }

    public static List<Story> stories() {
        return List.of(
                waystar(), medCrypt(), leanTaas(), siemensHealthineers(), omron(), withoutUrl());
    }

    /// Negative coverage, with PR's holding line.
    private static Story criticalOfUs() {
        Story story = waystar();
        return new Story(
                story.url(),
                story.outlet(),
                story.headline(),
                story.format(),
                Tone.NEGATIVE,
                story.topic(),
                story.spokesperson(),
                story.quote(),
                story.whyItMatters(),
                "We know of the report and have answered it in public.");
    }

    /// Any number of different stories.
    public static Story numbered(int number) {
        return story(
                "https://healthcarecurated.com/tech-and-innovation/story-" + number,
                "Healthcare Curated",
                "Story %d".formatted(number),
                Format.BYLINE,
                "care coordination",
                "Missy Miller");
    }

    /// Text that a browser or mail program must show as text and never run.
    public static Story hostile() {
        return new Story(
                address("https://healthcarecurated.com/?q=%3Cscript%3E"),
                "\"Quoted\" <b>Outlet</b> & Sons",
                "<script>alert('x')</script> 🫀 مستشفى \"quoted\" ".repeat(20).strip(),
                Format.FEATURE,
                Tone.NEUTRAL,
                "{{topic}} ${topic} %s",
                "O'Brien \\ <i>CEO</i>",
                "“First line”\n</textarea><img src=x onerror=alert(1)>",
                "=HYPERLINK(\"https://healthcarecurated.com\")",
                null);
    }

    /// Reads an address as if it had been pasted.
    public static WebAddress address(String pasted) {
        Problems problems = new Problems();
        return Optional.ofNullable(WebAddress.read("url", pasted, problems))
                .orElseThrow(() -> new IllegalArgumentException(problems.asList().toString()));
    }

    private static Story story(
            String url,
            String outlet,
            String headline,
            Format format,
            String topic,
            String spokesperson) {
        return new Story(
                address(url),
                outlet,
                headline,
                format,
                Tone.POSITIVE,
                topic,
                spokesperson,
                "It gives hospitals back the money that they have earned.",
                "Names the cost of doing nothing in the buyer's own terms.",
                null);
    }

    /// What PR entered for the Waystar story, published at 9:00 in New York on [#WEDNESDAY].
    public static Submission submission() {
        return submission(waystar());
    }

    /// The same, as Green.
    public static Submission green() {
        return new SubmissionBuilder(submission()).forwardability("green").build();
    }

    public static Submission submission(Story story) {
        return new Submission(
                story.url() == null ? null : story.url().value(),
                story.outlet(),
                story.headline(),
                story.format().word(),
                "2026-06-24T09:00",
                NEW_YORK.getId(),
                NOTE.segments(),
                NOTE.text(),
                story.topic(),
                NOTE.personas(),
                story.spokesperson(),
                story.quote(),
                story.whyItMatters(),
                story.holdingLine(),
                story.tone().word(),
                Forwardability.AMBER.word(),
                false);
    }

    public static Draft draft(Story story, Instant publishedAt) {
        return new Draft(
                story,
                NOTE,
                new Publication(publishedAt, NEW_YORK, false),
                Forwardability.AMBER,
                false);
    }

    /// A placement submitted by Ada an hour after publication.
    public static Placement placement(Story story, Instant publishedAt) {
        return Placement.accepted(
                draft(story, publishedAt), ADA.id(), publishedAt.plus(Duration.ofHours(1)));
    }

    /// The Waystar story, published on [#WEDNESDAY].
    public static Placement placement() {
        return placement(waystar(), WEDNESDAY);
    }

    public static Placement backfill(Story story, Instant publishedAt, Instant acceptedAt) {
        Draft draft =
                new Draft(
                        story,
                        NOTE,
                        new Publication(publishedAt, NEW_YORK, true),
                        Forwardability.GREEN,
                        true);
        return Placement.accepted(draft, ADA.id(), acceptedAt);
    }

    /// Every optional part is present.
    public static Placement placementWithEverything() {
        return new Placement(
                PlacementId.of(waystar().key()),
                criticalOfUs(),
                NOTE,
                new Publication(WEDNESDAY, NEW_YORK, true),
                Forwardability.GREEN,
                false,
                List.of(ADA.id(), GRACE.id()),
                WEDNESDAY.plusNanos(123_456_789),
                Status.JUDGED,
                Map.of(
                        Timer.DISPATCH,
                        WEDNESDAY.plusSeconds(60),
                        Timer.SENDS,
                        WEDNESDAY.plusSeconds(120),
                        Timer.VERDICT,
                        WEDNESDAY.plus(Duration.ofHours(24))),
                WEDNESDAY.plusSeconds(61),
                new Judgment(
                        reachedButTwo(),
                        WEDNESDAY.plus(Duration.ofHours(24)),
                        WEDNESDAY.plus(Duration.ofHours(30)),
                        Verdict.MISSED),
                WEDNESDAY.plus(Duration.ofDays(400)),
                changesWithEverything(),
                7);
    }

    /// Every optional part is absent.
    public static Placement placementWithNothingOptional() {
        return new Placement(
                PlacementId.of(withoutUrl().key()),
                withoutUrl(),
                new Note("For ASCs.", List.of("ascs"), List.of()),
                new Publication(WEDNESDAY, ZoneId.of("UTC"), false),
                Forwardability.AMBER,
                true,
                List.of(),
                WEDNESDAY,
                Status.WITHDRAWN,
                Map.of(),
                null,
                null,
                WEDNESDAY.plus(withoutUrl().format().shelfLife()),
                Changes.NONE,
                1);
    }

    /// Every kind of change, with each optional field once present and once absent.
    public static Changes changesWithEverything() {
        Publication earlier = new Publication(WEDNESDAY.minusSeconds(60), NEW_YORK, false);
        Publication later = new Publication(WEDNESDAY, NEW_YORK, true);
        WebAddress elsewhere = address("https://www.syndicated.example/story/");
        return new Changes(
                List.of(
                        new ColorChange(
                                1,
                                Forwardability.AMBER,
                                Forwardability.GREEN,
                                WEDNESDAY,
                                ADA.id(),
                                "cleared",
                                3)),
                List.of(
                        new Move(earlier, later, null, WEDNESDAY, ADA.id(), null),
                        new Move(
                                later,
                                earlier,
                                Judgment.of(Reached.notSent(), WEDNESDAY),
                                WEDNESDAY.plusSeconds(1),
                                GRACE.id(),
                                "the outlet changed its date")),
                List.of(
                        new Correction(
                                1,
                                List.of(
                                        new Amendment("headline", "Wrong", "Right"),
                                        new Amendment("quote", null, "Said"),
                                        new Amendment("topic", "Gone", null),
                                        new Amendment(
                                                "publishedAt",
                                                new Correction.Text("2026-06-24"),
                                                new Correction.Time(WEDNESDAY))),
                                WEDNESDAY,
                                ADA.id(),
                                "a figure was wrong",
                                5),
                        new Correction(2, List.of(), WEDNESDAY, ADA.id(), "said again")),
                List.of(
                        new Copy(elsewhere, "Elsewhere", null, WEDNESDAY, ADA.id(), "syndicated"),
                        new Copy(
                                elsewhere,
                                "Elsewhere",
                                new PlacementId("the-other-one"),
                                WEDNESDAY,
                                ADA.id(),
                                "syndicated")),
                List.of(
                        new Exemption(
                                Question.IN_ACTIVE_SEQUENCE, "award", null, WEDNESDAY, ADA.id()),
                        new Exemption(
                                Question.REFERENCED_IN_DEAL,
                                "internal",
                                "Head of Sales",
                                WEDNESDAY,
                                ADA.id(),
                                new Exemption.Undone(
                                        "a mistake", "Head of PR", WEDNESDAY, ADA.id()))),
                List.of(
                        new Choice(
                                1,
                                new SequenceId("cfo"),
                                "awareness",
                                "no rule fits",
                                WEDNESDAY,
                                GRACE.id())),
                List.of(new Resend(1, WEDNESDAY, ADA.id(), "addresses fixed")),
                List.of(
                        new Renewal(
                                1,
                                WEDNESDAY,
                                WEDNESDAY.plusSeconds(60),
                                WEDNESDAY,
                                ADA.id(),
                                "still true")),
                List.of(new StoryKey("https://outlet.example/typo")),
                new TakenBack(WEDNESDAY, ADA.id(), "not ours", new PlacementId("the-first-one")),
                List.of(new PendingChange(PendingChange.Kind.TURN, 1, 6, true)));
    }

    /// 46 of 48 reps reached, with who is missing and why.
    public static Reached reachedButTwo() {
        return new Reached(
                Verdict.MISSED,
                Cause.DELIVERY,
                46,
                45,
                48,
                List.of(
                        new Missing(new RepId("rep-0007"), new MailFate(MailFate.Kind.BOUNCED)),
                        new Missing(
                                new RepId("rep-0011"),
                                new MailFate(
                                        MailFate.Kind.NOT_SENT,
                                        "the address is bouncing (mailbox is full)",
                                        new MailFate(MailFate.Kind.DELAYED))),
                        new Missing(new RepId("rep-0012"), new MailFate(MailFate.Kind.BOUNCED))),
                reps("rep-0013"),
                reps("rep-0040"),
                List.of(),
                WEDNESDAY.plus(Duration.ofHours(25)));
    }

    public static Request request(Person by, String digest) {
        return new Request(by.id(), digest, null);
    }

    public static Request request(Person by, String digest, String idempotencyKey) {
        return new Request(by.id(), digest, idempotencyKey);
    }

    public static HistoryEntry accepted(Placement placement) {
        return new HistoryEntry(
                placement.id().value(), placement.acceptedAt(), ADA.id(), "accepted", null);
    }

    public static DeliveryId ping(Placement placement, String rep) {
        return new DeliveryId(placement.id().value(), rep, MailKind.PING);
    }

    /// Every optional part is present.
    public static Delivery deliveryWithEverything() {
        return new Delivery(
                ping(placement(), "rep-0007"),
                Sending.UNKNOWN,
                2,
                WEDNESDAY,
                WEDNESDAY.plusSeconds(30),
                WEDNESDAY.plusSeconds(31),
                WEDNESDAY.plusSeconds(29),
                "0100018f-sample-000000",
                List.of(
                        new SesMessage(
                                "0100018f-sample-000000",
                                WEDNESDAY.plusSeconds(32),
                                new SesMessage.Failed(WEDNESDAY.plusSeconds(33), "no mailbox"),
                                new SesMessage.Failed(WEDNESDAY.plusSeconds(34), "on the list"),
                                new SesMessage.Failed(WEDNESDAY.plusSeconds(35), "in time"),
                                WEDNESDAY.plusSeconds(36),
                                WEDNESDAY.plusMillis(37_500)),
                        new SesMessage(
                                SesMessage.UNKNOWN,
                                WEDNESDAY.plusSeconds(38),
                                null,
                                null,
                                null,
                                null,
                                null)),
                "not sent",
                "u-0123456789abcdef",
                12,
                true,
                9);
    }

    /// Rep ids with these values.
    public static List<RepId> reps(String... ids) {
        return Stream.of(ids).map(RepId::new).toList();
    }

    public static String repId(int number) {
        return "rep-%04d".formatted(number);
    }

    public static Rep rep(int number) {
        return new Rep(
                new RepId(repId(number)),
                "Rep %d".formatted(number),
                "%s@%s".formatted(repId(number), MAIL_DOMAIN),
                null,
                NEW_YORK,
                List.of(number % 2 == 0 ? "health-systems" : "payers"),
                "Kim Lee",
                Rep.Employment.EMPLOYEE,
                true);
    }

    /// A rep's row as in the roster's CSV.
    public static Row repRow(int number) {
        Rep rep = rep(number);
        return new Row(
                Map.of(
                        "id", rep.id().value(),
                        "name", rep.name(),
                        "email", rep.email(),
                        "zone", rep.zone().getId(),
                        "segments", String.join(";", rep.segments()),
                        "manager", "Kim Lee",
                        "employment", rep.employment().word(),
                        "active", "true"));
    }

    public static List<Row> repRows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Samples::repRow).toList();
    }

    /// A rep's row as the directory stores it: on the team for a long time.
    public static Row memberRow(int number) {
        return repRow(number).with("_team", "2026-01-01T00:00:00Z/");
    }

    public static List<Row> memberRows(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Samples::memberRow).toList();
    }

    public static List<Row> segmentRows() {
        return List.of(
                new Row(Map.of("id", "ascs", "name", "Ambulatory surgery centers")),
                new Row(Map.of("id", "health-systems", "name", "Health systems")),
                new Row(Map.of("id", "payers", "name", "Payers")));
    }

    public static List<Row> sequenceRows() {
        return List.of(
                new Row(
                        Map.of(
                                "id", "cfo",
                                "name", "CFO sequence",
                                "owner", "Sam Ortiz",
                                "ownerEmail", "sam@" + MAIL_DOMAIN,
                                "personas", "CFO",
                                "segments", "health-systems;payers",
                                "status", "active",
                                "stages", "awareness;consideration;decision")),
                new Row(
                        Map.of(
                                "id", "health-system",
                                "name", "Health-system sequence",
                                "owner", "Sam Ortiz",
                                "ownerEmail", "sam@" + MAIL_DOMAIN,
                                "segments", "health-systems",
                                "status", "active",
                                "stages", "awareness;consideration;decision;expansion")));
    }

    public static List<Row> accountRows() {
        return List.of(
                account("lakeside", "Lakeside Health", "health-systems", 2, true),
                account("northwind", "Northwind Health Plan", "payers", 1, true),
                account("riverbend", "Riverbend Surgery Center", "ascs", 3, false));
    }

    private static Row account(String id, String name, String segment, int rep, boolean target) {
        return new Row(
                Map.of(
                        "id",
                        id,
                        "name",
                        name,
                        "segment",
                        segment,
                        "rep",
                        repId(rep),
                        "target",
                        String.valueOf(target),
                        "openDeal",
                        "true"));
    }

    public static List<Row> ruleRows() {
        return List.of(
                new Row(
                        Map.of(
                                "id", "byline-coordination",
                                "format", "byline",
                                "topic", "care coordination",
                                "sequence", "health-system",
                                "stage", "awareness")),
                new Row(
                        Map.of(
                                "id", "financial-integrity",
                                "topic", "financial integrity",
                                "sequence", "cfo",
                                "stage", "consideration")));
    }

    public static Row agreementRow() {
        return new Row(
                Map.of(
                        "version",
                        "2026-1",
                        "date",
                        "2026-01-15",
                        "zone",
                        NEW_YORK.getId(),
                        "warnings",
                        "12h;4h;1h",
                        "prOwner",
                        "ada@" + MAIL_DOMAIN,
                        "ops",
                        "ops@" + MAIL_DOMAIN,
                        "salesLeader",
                        "lead@" + MAIL_DOMAIN,
                        "leadership",
                        "ceo@" + MAIL_DOMAIN + ";cro@" + MAIL_DOMAIN,
                        "auditDay",
                        "monday",
                        "auditHour",
                        "8"));
    }

    public static HistoryEntry listReplaced(String subject, Instant at) {
        return new HistoryEntry(subject, at, ADA.id(), "replaced the list", null);
    }

    public static PlacementAnswers audit(Story story) {
        return new PlacementAnswers(
                PlacementId.of(story.key()),
                story.outlet(),
                story.headline(),
                story.url() == null ? null : story.url().value(),
                Forwardability.GREEN,
                WEDNESDAY,
                WEDNESDAY.plus(Publication.WINDOW),
                reachedButTwo(),
                new Finding(Answer.NO, "46 of 48 reps", WEDNESDAY.plus(Publication.WINDOW)),
                new Finding(Answer.YES, "in the CFO sequence", WEDNESDAY.plusSeconds(7_200)),
                new Finding(Answer.NO, "nobody has used it yet", null),
                facts(),
                new NextStep(NextStep.Owner.RULE_3_OWNER, "", "Ask the reps to use it."));
    }

    private static Facts facts() {
        return new Facts(
                NEW_YORK,
                Format.BYLINE,
                Tone.POSITIVE,
                Status.JUDGED,
                false,
                WEDNESDAY.plusSeconds(600),
                NOTE.segments(),
                NOTE.personas(),
                12,
                WEDNESDAY.plus(Duration.ofDays(365)),
                WEDNESDAY.plus(Duration.ofHours(30)),
                List.of(
                        new Facts.Confirmed(
                                new SequenceId("cfo"),
                                "CFO sequence",
                                "awareness",
                                WEDNESDAY.plusSeconds(7_200),
                                "active",
                                true,
                                List.of("CFO"))),
                List.of(
                        new Facts.Used(
                                new AccountId("lakeside"),
                                "Lakeside Health",
                                true,
                                How.IN_A_PROPOSAL,
                                WEDNESDAY.plusSeconds(9_000)),
                        new Facts.Used(
                                null,
                                "Another hospital",
                                false,
                                How.TALKED_ABOUT,
                                WEDNESDAY.plusSeconds(9_100))),
                1);
    }

    private static InPlay inPlay() {
        PlacementId id = PlacementId.of(waystar().key());
        return new InPlay(
                9,
                List.of(new InPlay.InStage("awareness", "CFO", 3)),
                2,
                1,
                List.of(
                        new InPlay.Deal(
                                id,
                                waystar().headline(),
                                "Lakeside Health",
                                true,
                                How.IN_A_PROPOSAL,
                                WEDNESDAY)),
                4,
                1,
                List.of(new InPlay.Ending(id, waystar().headline(), WEDNESDAY)),
                1,
                List.of("Payers"),
                List.of(
                        new InPlay.Untouched(
                                id,
                                waystar().headline(),
                                new Publication(WEDNESDAY, NEW_YORK, true))),
                1);
    }

    private static Restatement restatement() {
        return new Restatement(
                new AuditWeek(2026, 25),
                Restatement.Figure.REACHED_IN_24H,
                new Count(4, 5),
                new Count(5, 5),
                WEDNESDAY,
                List.of(
                        new Restatement.Change(
                                PlacementId.of(waystar().key()),
                                waystar().headline(),
                                "no → yes: 48 of 48 reps reached within 24 hours",
                                Answer.YES)));
    }

    public static WeeklyReport week(int judged) {
        List<PlacementAnswers> audits = new ArrayList<>();
        for (int i = 0; i < judged; i++) {
            audits.add(audit(numbered(i)));
        }
        return new WeeklyReport(
                new AuditWeek(2026, 26),
                NEW_YORK,
                Instant.parse("2026-06-22T07:00:00Z"),
                Instant.parse("2026-06-29T12:00:00Z"),
                audits,
                List.of(audit(medCrypt())),
                List.of(audit(withoutUrl())),
                inPlay(),
                List.of(restatement()),
                "2026-1");
    }
}
