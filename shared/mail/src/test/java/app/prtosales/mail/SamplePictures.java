package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.audit.AuditMail;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.ReportWeek.Report;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Sequence;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.NobodyToAsk;
import app.prtosales.mailing.NobodyToAsk.Refusal;
import app.prtosales.mailing.WhatNext;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.FormFields;
import app.prtosales.response.How;
import app.prtosales.response.Opened;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Declined;
import app.prtosales.text.FieldError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the sample emails and pages as files for viewing in a browser. The pictures in
/// `docs/images` were taken from them.
final class SamplePictures {

    private static final Sequence OTHER =
            new Sequence(
                    new SequenceId("seq-clin"),
                    "Clinical leaders sequence",
                    "Grace Hopper",
                    "grace@ops.example",
                    List.of(),
                    List.of(),
                    Sequence.Status.ACTIVE,
                    List.of("awareness"));

    private static final Correction WRONG_HEADLINE =
            new Correction(
                    1,
                    List.of(
                            new Correction.Amendment(
                                    "headline",
                                    "Hospitals fear the next recall",
                                    Samples.STORY.headline())),
                    Samples.NOW,
                    "u-1",
                    "the headline was another story’s");

    private SamplePictures() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        var ping =
                Samples.MAIL_ROOM.write(
                        new MailRequest.Ping(
                                Samples.green(),
                                Samples.REP,
                                Samples.ACCOUNTS,
                                Samples.AGREEMENT,
                                Samples.NOW));
        write(folder, "ping.html", ping.html());
        write(folder, "ping.txt", ping.text());
        for (Forwardability each : Forwardability.values()) {
            write(
                    folder,
                    "ping-" + each.word() + ".html",
                    Samples.MAIL_ROOM
                            .write(
                                    new MailRequest.Ping(
                                            Samples.placement(Samples.STORY, each),
                                            Samples.REP,
                                            List.of(),
                                            Samples.AGREEMENT,
                                            Samples.NOW))
                            .html());
        }
        var task =
                Samples.MAIL_ROOM.write(Samples.task(Samples.green(), Asking.FIRST, Samples.NOW));
        write(folder, "task.html", task.html());
        write(folder, "task.txt", task.text());
        write(
                folder,
                "alarm.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.NoActiveRep(
                                        Samples.green(),
                                        0,
                                        Samples.AGREEMENT,
                                        "ops@company.example"))
                        .html());
        write(folder, "warning.html", Samples.warning(Samples.green(), 46, 48, 2).html());
        write(
                folder,
                "failure.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.Undelivered(
                                        new DeliveryId("p1", "rep-07", MailKind.FAILED_PING),
                                        List.of(
                                                new Failure(
                                                        Samples.green(),
                                                        "The coverage email",
                                                        "Ada Lovelace",
                                                        new MailFate(
                                                                MailFate.Kind.BOUNCED,
                                                                "mailbox does not exist"),
                                                        new WhatNext(
                                                                WhatNext.Step.NO_SECOND,
                                                                new WhatNext.Fix.InTime(
                                                                        Samples.green()
                                                                                .publication()
                                                                                .deadline())))),
                                        Samples.AGREEMENT,
                                        "ops@company.example"))
                        .html());
        write(
                folder,
                "turned.html",
                ChangeMailTest.turned(Forwardability.AMBER, Forwardability.GREEN).html());
        write(
                folder,
                "correction.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.RepCorrection(
                                        Samples.green(),
                                        WRONG_HEADLINE,
                                        Samples.REP,
                                        Samples.AGREEMENT,
                                        Samples.NOW))
                        .html());
        write(folder, "retraction.html", ChangeMailTest.retraction(ChangeMailTest.used()).html());
        write(
                folder,
                "ping-negative.html",
                ChangeMailTest.ping(ChangeMailTest.negative(null), Samples.REP).html());
        var audit =
                Samples.AUDIT_ROOM.write(
                        new AuditMail.Weekly(
                                Samples.ordinaryWeek(), Samples.AGREEMENT, "ceo@company.example"));
        write(folder, "audit.html", audit.html());
        write(folder, "audit.txt", audit.text());
        write(
                folder,
                "audit-empty.html",
                Samples.AUDIT_ROOM
                        .write(
                                new AuditMail.Weekly(
                                        Samples.week(List.of(), List.of(), List.of()),
                                        Samples.AGREEMENT,
                                        "ceo@company.example"))
                        .html());
        var empty = Samples.week(List.of(), List.of(), List.of());
        write(
                folder,
                "audit-page.html",
                AuditPageTest.page(Samples.ordinaryWeek(), AuditPage.Show.ALL, 0));
        write(folder, "audit-page-empty.html", AuditPageTest.page(empty, AuditPage.Show.ALL, 0));
        write(
                folder,
                "audit-page-restated.html",
                new AuditPage(Samples.BRAND, Samples.NAMES)
                        .week(
                                new Report(
                                        Samples.ordinaryWeek(),
                                        Samples.ordinaryWeek(),
                                        List.of(Samples.restatement())),
                                AuditPageTest.trend(),
                                Samples.AGREEMENT,
                                AuditPage.Show.ALL,
                                0));
        write(
                folder,
                "audit-page-quarter.html",
                new AuditPage(Samples.BRAND, Samples.NAMES)
                        .quarter(
                                Samples.firstDay(),
                                AuditPageTest.coverage(),
                                AuditPageTest.trend(),
                                Samples.AGREEMENT,
                                AuditPage.Show.ALL,
                                0));
        write(
                folder,
                "audit-good.html",
                Samples.AUDIT_ROOM
                        .write(
                                new AuditMail.Weekly(
                                        Samples.goodWeek(),
                                        Samples.AGREEMENT,
                                        "ceo@company.example"))
                        .html());
        write(
                folder,
                "audit-1000.html",
                Samples.AUDIT_ROOM
                        .write(
                                new AuditMail.Weekly(
                                        Samples.bigWeek(
                                                1_000, "A headline of some length, number "),
                                        Samples.AGREEMENT,
                                        "ceo@company.example"))
                        .html());
        var pages = new ResponsePages(Samples.BRAND, () -> Samples.NOW);
        var closed = new ClosedPages(Samples.BRAND, () -> Samples.NOW);
        write(
                folder,
                "page-acknowledge.html",
                pages.acknowledge(Samples.green(), Samples.REP, ResponsePages.Form.EMPTY));
        write(
                folder,
                "page-reference.html",
                pages.reference(
                        new Opened.ToReference(
                                Samples.green(), Samples.REP, Samples.ACCOUNTS, List.of()),
                        ResponsePages.Form.EMPTY));
        write(
                folder,
                "page-wrong.html",
                pages.reference(
                        new Opened.ToReference(
                                Samples.green(), Samples.REP, Samples.ACCOUNTS, List.of()),
                        new ResponsePages.Form(
                                Map.of(FormFields.ACCOUNT, FormFields.OTHER),
                                List.of(
                                        new FieldError(
                                                FormFields.ACCOUNT_NAME,
                                                "Type the other account’s name."),
                                        new FieldError(
                                                FormFields.HOW, "Choose how you used it.")))));
        write(
                folder,
                "page-sequence.html",
                pages.sequence(
                        new Opened.ToSequence(
                                Samples.green(), Samples.SEQUENCE, null, null, List.of(OTHER)),
                        Samples.NAMES.company(),
                        "decision",
                        Samples.CHICAGO,
                        ResponsePages.Form.EMPTY));
        var sent =
                new Response.KitSent(
                        new RepId("rep-07"),
                        Samples.NOW,
                        new AccountId("a1"),
                        "Mercy Valley Health",
                        true,
                        "Jo Sample",
                        1);
        write(
                folder,
                "page-kit.html",
                pages.kit(
                        new Opened.ToSendKit(
                                Samples.green(), Samples.REP, Samples.ACCOUNTS, List.of(sent)),
                        Persona.CFO,
                        Samples.NAMES.company(),
                        ResponsePages.Form.EMPTY));
        write(
                folder,
                "page-fix.html",
                pages.fixRecord(Samples.REP, Samples.NAMES.segments(), ResponsePages.Form.EMPTY));
        write(
                folder,
                "page-removal.html",
                pages.removal(
                        Samples.placement(Samples.STORY, Forwardability.AMBER),
                        Samples.SEQUENCE,
                        null,
                        ResponsePages.Form.EMPTY));
        write(
                folder,
                "removal.html",
                Samples.removal(Samples.placement(Samples.STORY, Forwardability.AMBER), "legal")
                        .html());
        write(
                folder,
                "kit-reminder.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.KitReminder(
                                        Samples.green(),
                                        Samples.REP,
                                        List.of(Samples.ACCOUNTS.getFirst()),
                                        Samples.AGREEMENT,
                                        Samples.NOW))
                        .html());
        write(
                folder,
                "record-fix.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.WrongRecord(
                                        new DeliveryId("p1", "rep-07", MailKind.RECORD_FIX),
                                        Samples.green(),
                                        Optional.of(Samples.REP),
                                        List.of(
                                                new Response.WrongRecord(
                                                        new RepId("rep-07"),
                                                        Samples.NOW,
                                                        "My segment is payers now.",
                                                        1)),
                                        Samples.AGREEMENT,
                                        "ops@company.example"))
                        .html());
        write(
                folder,
                "new-link.html",
                Samples.MAIL_ROOM.write(TaskAndAlarmTest.newLink(Samples.green())).html());
        write(folder, "page-expired.html", closed.expired(Samples.green(), null, ""));
        write(
                folder,
                "page-done.html",
                pages.done(
                        Samples.green(),
                        Samples.REP,
                        new Response.Referenced(
                                "rep-07",
                                Samples.NOW,
                                new AccountId("a1"),
                                "Mercy Valley Health",
                                How.SENT_TO_THE_CUSTOMER),
                        Samples.CHICAGO,
                        List.of(sent)));
        write(
                folder,
                "print.html",
                new KitPage(Samples.BRAND)
                        .of(
                                ChampionKit.draft(
                                        Samples.green(), Persona.CFO, Samples.NAMES.company())));
        write(
                folder,
                "test.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.TestPing(
                                        new DeliveryId("t1", "u-1", MailKind.TEST_PING),
                                        "pr@company.example",
                                        Samples.green(),
                                        Samples.REP,
                                        Samples.ACCOUNTS,
                                        Samples.AGREEMENT))
                        .html());
        toOwners(folder);
        alarms(folder);
        var ended = new ClosedPages(Samples.BRAND, () -> Samples.green().expiresAt());
        write(
                folder,
                "page-ended.html",
                ended.ended(Samples.green(), Samples.SEQUENCE, true, "pr@company.example"));
        write(
                folder,
                "page-withdrawn.html",
                closed.withdrawn(
                        Samples.green()
                                .retracted(
                                        new TakenBack(
                                                Samples.NOW, "u-1", "a false figure", null))));
        write(
                folder,
                "page-no-kit.html",
                closed.noKit(
                        Samples.placement(Samples.STORY, Forwardability.AMBER),
                        Samples.REP,
                        "It’s still in review. You can talk about it, but don’t send it."));
        write(folder, "page-invalid.html", closed.invalidLink());
    }

    /// The other emails to sequence owners, besides the first task.
    private static void toOwners(Path folder) throws IOException {
        write(
                folder,
                "handed-over.html",
                Samples.MAIL_ROOM
                        .write(Samples.task(Samples.green(), Asking.HANDED_OVER, Samples.NOW))
                        .html());
        write(
                folder,
                "sequence-correction.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.SequenceCorrection(
                                        Samples.green(),
                                        WRONG_HEADLINE,
                                        Samples.SEQUENCE,
                                        "decision",
                                        Asking.FIRST,
                                        Samples.SEQUENCE.ownerEmail(),
                                        Samples.CHICAGO,
                                        Samples.NOW))
                        .html());
    }

    /// The emails to ops and PR when something needs their attention.
    private static void alarms(Path folder) throws IOException {
        write(
                folder,
                "still-true.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.StillTrue(
                                        new DeliveryId("p1", "u-1", MailKind.STILL_TRUE),
                                        Samples.green(),
                                        List.of(Samples.SEQUENCE.name()),
                                        Samples.AGREEMENT,
                                        "pr@company.example"))
                        .html());
        write(
                folder,
                "choose-sequence.html",
                Samples.MAIL_ROOM
                        .write(
                                Samples.chooseSequence(
                                        new NobodyToAsk(
                                                List.of(
                                                        new Refusal(
                                                                Samples.SEQUENCE,
                                                                new Declined(
                                                                        Samples.SEQUENCE.id(),
                                                                        Samples.NOW,
                                                                        "We have two stories like this one.",
                                                                        null,
                                                                        1))),
                                                null)))
                        .html());
        write(
                folder,
                "quota-short.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.QuotaShort(
                                        Samples.green(),
                                        "Amazon SES lets you send 20 more emails right now, and 48 reps need this one by the deadline",
                                        Samples.AGREEMENT,
                                        "ops@company.example"))
                        .html());
        write(
                folder,
                "sending-stopped.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.SendingStopped(
                                        new Stop(
                                                1,
                                                Samples.NOW,
                                                "10 of 250 emails in 7 days bounced (4.00%; the limit is 4%)",
                                                null,
                                                null,
                                                null),
                                        Samples.AGREEMENT,
                                        "ops@company.example"))
                        .html());
        write(
                folder,
                "audit-late.html",
                Samples.AUDIT_ROOM
                        .write(
                                new AuditMail.Late(
                                        AuditWeek.read("2026-W48").orElseThrow(),
                                        Samples.NOW,
                                        Samples.AGREEMENT,
                                        "ops@company.example"))
                        .html());
        write(
                folder,
                "held.html",
                Samples.MAIL_ROOM
                        .write(
                                new MailRequest.Undelivered(
                                        new DeliveryId("p1", "u-1", MailKind.ADDRESSES_HELD),
                                        List.of(held("Ada Lovelace"), held("Jo Sample")),
                                        Samples.AGREEMENT,
                                        "ops@company.example"))
                        .html());
    }

    private static Failure held(String rep) {
        return new Failure(
                Samples.green(),
                "The coverage email",
                rep,
                new MailFate(
                        MailFate.Kind.NOT_SENT, "the address is bouncing (mailbox does not exist)"),
                new WhatNext(WhatNext.Step.NO_SECOND));
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, UTF_8);
    }
}
