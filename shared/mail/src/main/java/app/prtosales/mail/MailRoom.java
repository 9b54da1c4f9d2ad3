package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.audit.AuditLink;
import app.prtosales.audit.AuditMailWriter;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.delivery.Attachment;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.RemovalMail;
import app.prtosales.mailing.TaskMail;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.WrongRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes every mail. It changes nothing of its own, so any thread may ask.
public final class MailRoom implements MailWriter, AuditMailWriter {

    private static final String NOT_ANSWERED = "[Sequence, not answered] ";

    /// Under the 50 KB of the protocol.
    private static final int MAXIMUM_HTML = 49_000;

    /// As many as the page lists first, so that a link leads to where it says; it has them all.
    private static final int MOST_LISTED = AuditPage.LISTED;

    /// How long a link in a mail works.
    public static final Duration LINKS_LAST = Duration.ofDays(90);

    private final LinkWriter links;
    private final String baseUrl;
    private final String threadDomain;
    private final TableWriter tables;

    /// @param baseUrl where the product's pages are, without a slash at its end
    /// @param fromAddress whose domain stands in the synthetic ids of threads
    /// @param tables writes the rows that are attached to the weekly mail
    public MailRoom(LinkWriter links, String baseUrl, String fromAddress, TableWriter tables) {
        this.links = links;
        this.tables = tables;
        this.baseUrl = baseUrl;
        this.threadDomain = fromAddress.substring(fromAddress.lastIndexOf('@') + 1);
    }

    @Override
    public OutgoingMail ping(
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement,
            Instant at) {
        PingView view =
                PingView.of(
                        Subjects.ping(placement),
                        "",
                        placement,
                        rep,
                        accounts,
                        agreement,
                        at,
                        links(placement, rep, at));
        return new OutgoingMail(
                new DeliveryId(placement.id().value(), rep.id(), MailKind.PING),
                rep.email(),
                view.subject(),
                Html.of((output, as) -> JtepingGenerated.render(output, as, view)),
                view.text(),
                thread(placement.id(), rep.id()),
                agreement.prOwner());
    }

    @Override
    public OutgoingMail testPing(
            DeliveryId id,
            String to,
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement) {
        String nowhere = baseUrl + "/#/test";
        PingView view =
                PingView.of(
                        Subjects.of("[Test] [Coverage] ", placement),
                        PingView.TEST,
                        placement,
                        rep,
                        accounts,
                        agreement,
                        placement.acceptedAt(),
                        new PingView.Links(nowhere, nowhere, nowhere, nowhere));
        return new OutgoingMail(
                id,
                to,
                view.subject(),
                Html.of((output, as) -> JtepingGenerated.render(output, as, view)),
                view.text(),
                null,
                null);
    }

    @Override
    public OutgoingMail turned(
            Placement placement, ColorChange turn, Rep rep, Agreement agreement, Instant at) {
        ChangeMailView view =
                ChangeMailView.turned(
                        Subjects.afterPing(placement),
                        placement,
                        turn,
                        rep,
                        agreement,
                        at,
                        links(placement, rep, at));
        return toRep(view, placement, MailKind.TURN, turn.number(), rep, agreement);
    }

    @Override
    public OutgoingMail correction(
            Placement placement, Correction correction, Rep rep, Agreement agreement, Instant at) {
        ChangeMailView view =
                ChangeMailView.correction(
                        Subjects.afterPing(placement),
                        placement,
                        correction,
                        rep,
                        agreement,
                        at,
                        links(placement, rep, at));
        return toRep(view, placement, MailKind.CORRECTION, correction.number(), rep, agreement);
    }

    @Override
    public OutgoingMail retraction(
            Placement placement,
            TakenBack why,
            Rep rep,
            List<Referenced> used,
            List<KitSent> sent,
            Agreement agreement,
            Instant at) {
        ChangeMailView view =
                ChangeMailView.retraction(
                        Subjects.afterPing(placement),
                        placement,
                        why,
                        used,
                        sent,
                        rep,
                        agreement,
                        links(placement, rep, at));
        return toRep(view, placement, MailKind.RETRACTION, 1, rep, agreement);
    }

    private OutgoingMail toRep(
            ChangeMailView view,
            Placement placement,
            MailKind kind,
            int number,
            Rep rep,
            Agreement agreement) {
        return followUp(
                view,
                placement,
                new DeliveryId(placement.id().value(), rep.id(), kind, number),
                rep.email(),
                agreement.prOwner());
    }

    private OutgoingMail followUp(
            ChangeMailView view,
            Placement placement,
            DeliveryId id,
            String to,
            @Nullable String replyTo) {
        return new OutgoingMail(
                id,
                to,
                view.subject(),
                Html.of((output, as) -> JtefollowUpGenerated.render(output, as, view)),
                view.text(),
                thread(placement.id(), id.recipient()),
                replyTo);
    }

    @Override
    public OutgoingMail kitReminder(
            Placement placement,
            Rep rep,
            List<TargetAccount> accounts,
            Agreement agreement,
            Instant at) {
        ChangeMailView view =
                ChangeMailView.kitReminder(
                        Subjects.afterPing(placement),
                        placement,
                        accounts,
                        rep,
                        agreement,
                        at,
                        links(placement, rep, at));
        return toRep(view, placement, MailKind.KIT_REMINDER, 1, rep, agreement);
    }

    @Override
    public OutgoingMail sequenceRemoval(RemovalMail mail, Instant at) {
        Placement placement = mail.placement();
        ChangeMailView view =
                ChangeMailView.removal(
                        mail.asking() == TaskMail.Asking.HANDED_OVER
                                ? Subjects.of(NOT_ANSWERED, placement)
                                : Subjects.afterTask(placement, null),
                        mail,
                        at,
                        link(Purpose.REMOVAL, placement, mail.sequence().id(), at));
        return followUp(view, placement, mail.id(), mail.to(), null);
    }

    @Override
    public OutgoingMail sequenceCorrection(
            Placement placement,
            Correction correction,
            Sequence sequence,
            String stage,
            ZoneId zone,
            Instant at) {
        ChangeMailView view =
                ChangeMailView.ownersCorrection(
                        Subjects.afterTask(placement, null),
                        placement,
                        correction,
                        sequence,
                        stage,
                        zone,
                        at,
                        link(Purpose.SEQUENCE, placement, sequence.id(), at));
        DeliveryId id =
                new DeliveryId(
                        placement.id().value(),
                        sequence.id(),
                        MailKind.SEQUENCE_CORRECTION,
                        correction.number());
        return followUp(view, placement, id, sequence.ownerEmail(), null);
    }

    @Override
    public OutgoingMail sequenceTask(TaskMail mail, Instant at) {
        Placement placement = mail.placement();
        Sequence sequence = mail.suggestion().sequence();
        String subject =
                switch (mail.asking()) {
                    case FIRST -> Subjects.task(placement);
                    case AGAIN -> Subjects.afterTask(placement, mail.since());
                    case HANDED_OVER -> Subjects.of(NOT_ANSWERED, placement);
                };
        TaskView view =
                TaskView.of(
                        subject, mail, at, link(Purpose.SEQUENCE, placement, sequence.id(), at));
        return new OutgoingMail(
                mail.id(),
                mail.to(),
                view.subject(),
                Html.of((output, as) -> JtetaskGenerated.render(output, as, view)),
                view.text(),
                thread(placement.id(), sequence.id()),
                null);
    }

    @Override
    public OutgoingMail recordFix(
            DeliveryId id,
            Placement placement,
            Optional<Rep> rep,
            WrongRecord fix,
            String owner,
            Instant at) {
        WrongRecordView view =
                WrongRecordView.of(rep, fix, placement, baseUrl + "/#/directory/reps");
        return new OutgoingMail(
                id,
                owner,
                view.subject(),
                Html.of((output, as) -> JterecordFixGenerated.render(output, as, view)),
                view.text(),
                null,
                rep.map(Rep::email).orElse(null));
    }

    private PingView.Links links(Placement placement, Rep rep, Instant at) {
        return new PingView.Links(
                link(Purpose.ACKNOWLEDGE, placement, rep.id(), at),
                link(Purpose.REFERENCE, placement, rep.id(), at),
                link(Purpose.KIT, placement, rep.id(), at),
                link(Purpose.RECORD, placement, rep.id(), at));
    }

    @Override
    public OutgoingMail undelivered(
            DeliveryId id,
            List<Failure> failures,
            Agreement agreement,
            String opsAddress,
            Instant at) {
        Placement placement = failures.getFirst().placement();
        FailureView view =
                FailureView.of(
                        placement == null
                                ? "[Not delivered] %s".formatted(failures.getFirst().mail())
                                : Subjects.of("[Not delivered] ", placement),
                        failures,
                        agreement.zone(),
                        placement == null ? baseUrl + "/" : placementUrl(placement.id()));
        return new OutgoingMail(
                id,
                opsAddress,
                view.subject(),
                Html.of((output, as) -> JtefailureGenerated.render(output, as, view)),
                view.text(),
                null,
                null);
    }

    @Override
    public OutgoingMail warning(
            DeliveryId id,
            Placement placement,
            Reached reached,
            Roster roster,
            Agreement agreement,
            String to,
            Instant at) {
        WarningView view =
                WarningView.of(
                        Subjects.of("[Not reached yet] ", placement),
                        placement,
                        reached,
                        roster,
                        agreement,
                        placementUrl(placement.id()),
                        at);
        return new OutgoingMail(
                id,
                to,
                view.subject(),
                Html.of((output, as) -> JtewarningGenerated.render(output, as, view)),
                view.text(),
                null,
                null);
    }

    @Override
    public OutgoingMail quotaShort(
            Placement placement,
            String problem,
            Agreement agreement,
            String opsAddress,
            Instant at) {
        AlarmView view =
                AlarmView.quotaShort(
                        Subjects.of("[Alarm] Quota too small: ", placement),
                        placement,
                        problem,
                        agreement.zone(),
                        placementUrl(placement.id()));
        return alarm(
                new DeliveryId(
                        placement.id().value(), Person.idOf(opsAddress), MailKind.QUOTA_SHORT),
                opsAddress,
                view);
    }

    @Override
    public OutgoingMail sendingStopped(
            DeliveryId id, Stop stop, Agreement agreement, String opsAddress, Instant at) {
        return alarm(
                id,
                opsAddress,
                AlarmView.sendingStopped(stop, agreement.zone(), baseUrl + "/#/directory/reps"));
    }

    @Override
    public OutgoingMail late(
            DeliveryId id, AuditWeek week, Instant dueAt, Agreement agreement, String opsAddress) {
        return alarm(
                id,
                opsAddress,
                AlarmView.auditLate(
                        "week %d of %d".formatted(week.week(), week.year()),
                        dueAt,
                        agreement.zone(),
                        baseUrl + "/#/audit"));
    }

    @Override
    public OutgoingMail stillTrue(
            DeliveryId id,
            Placement placement,
            List<String> sequences,
            Agreement agreement,
            String owner) {
        return alarm(
                id,
                owner,
                AlarmView.stillTrue(
                        Subjects.of("[Still true?] ", placement),
                        placement,
                        sequences,
                        agreement.zone(),
                        placementUrl(placement.id())));
    }

    @Override
    public OutgoingMail noActiveRep(
            Placement placement, Agreement agreement, String opsAddress, Instant at) {
        AlarmView view =
                AlarmView.of(
                        Subjects.of("[Alarm] No active rep: ", placement),
                        placement,
                        agreement.zone(),
                        placementUrl(placement.id()));
        return alarm(
                new DeliveryId(
                        placement.id().value(), Person.idOf(opsAddress), MailKind.NO_ACTIVE_REP),
                opsAddress,
                view);
    }

    private static OutgoingMail alarm(DeliveryId id, String opsAddress, AlarmView view) {
        return new OutgoingMail(
                id,
                opsAddress,
                view.subject(),
                Html.of((output, as) -> JtealarmGenerated.render(output, as, view)),
                view.text(),
                null,
                null);
    }

    @Override
    public OutgoingMail weekly(WeeklyReport week, Agreement agreement, String address) {
        String subject =
                "PR-to-Sales audit, week %d of %d: %s"
                        .formatted(
                                week.week().week(), week.week().year(), AuditView.headline(week));
        String person = Person.idOf(address);
        String page =
                links.url(AuditLink.to(week.week(), person, week.computedAt().plus(LINKS_LAST)));
        int room = Math.min((int) week.all().count(), MOST_LISTED);
        AuditView view = AuditView.of(subject, week, agreement, page, room);
        String html = html(view);
        while (html.getBytes(UTF_8).length > MAXIMUM_HTML) {
            room = room * 4 / 5;
            view = AuditView.of(subject, week, agreement, page, room);
            html = html(view);
        }
        Attachment rows =
                new Attachment(
                        "audit-%s.csv".formatted(week.week()),
                        "text/csv",
                        tables.write(AuditRows.COLUMNS, AuditRows.of(week)));
        return new OutgoingMail(
                new DeliveryId("audit-" + week.week(), person, MailKind.AUDIT),
                address,
                subject,
                html,
                view.text(),
                null,
                agreement.prOwner(),
                List.of(rows));
    }

    private static String html(AuditView view) {
        return Html.of((output, as) -> JteauditGenerated.render(output, as, view));
    }

    private String link(Purpose purpose, Placement placement, String person, Instant at) {
        return links.url(new Link(purpose, placement.id(), person, at.plus(LINKS_LAST)));
    }

    private String placementUrl(PlacementId id) {
        return baseUrl + "/#/placements/" + id;
    }

    private String thread(PlacementId placement, String person) {
        return "<%s.%s@%s>".formatted(placement, person, threadDomain);
    }
}
