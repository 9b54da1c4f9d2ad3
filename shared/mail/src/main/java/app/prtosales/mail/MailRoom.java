package app.prtosales.mail;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Names;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Failure;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Writes every email except those of the audit. Has no mutable state and is thread-safe.
public final class MailRoom implements MailWriter {

    private static final String NOT_ANSWERED = "[Sequence, not answered] ";

    private final LinkWriter links;
    private final String baseUrl;
    private final String threadDomain;
    private final Names names;
    private final InstantSource clock;
    private final Brand brand;

    /// @param baseUrl the URL of the product's pages, without a trailing slash
    /// @param fromAddress its domain is used in the synthetic ids of threads
    /// @param clock determines for which dates the year is left out
    /// @param brand the color of links and buttons
    public MailRoom(
            LinkWriter links,
            String baseUrl,
            String fromAddress,
            Names names,
            InstantSource clock,
            Brand brand) {
        this.brand = brand;
        this.names = names;
        this.clock = clock;
        this.links = links;
        this.baseUrl = baseUrl;
        this.threadDomain = fromAddress.substring(fromAddress.lastIndexOf('@') + 1);
    }

    @Override
    public OutgoingMail write(MailRequest request) {
        return switch (request) {
            case MailRequest.Ping ping -> ping(ping);
            case MailRequest.TestPing test -> testPing(test);
            case MailRequest.Turn turn -> turn(turn);
            case MailRequest.RepCorrection correction -> repCorrection(correction);
            case MailRequest.Retraction retraction -> retraction(retraction);
            case MailRequest.KitReminder reminder -> kitReminder(reminder);
            case MailRequest.SequenceTask task -> sequenceTask(task);
            case MailRequest.SequenceRemoval removal -> sequenceRemoval(removal);
            case MailRequest.SequenceCorrection correction -> sequenceCorrection(correction);
            case MailRequest.NewLink link -> newLink(link);
            case MailRequest.WrongRecord wrong -> wrongRecord(wrong);
            case MailRequest.Undelivered undelivered -> undelivered(undelivered);
            case MailRequest.Warning warning -> warning(warning);
            case MailRequest.QuotaShort quota -> quotaShort(quota);
            case MailRequest.SendingStopped stopped -> sendingStopped(stopped);
            case MailRequest.ItemsAside aside -> itemsAside(aside);
            case MailRequest.StillTrue question -> stillTrue(question);
            case MailRequest.ChampionsToTell named -> championsToTell(named);
            case MailRequest.ChooseSequence choose -> chooseSequence(choose);
            case MailRequest.NoActiveRep nobody -> noActiveRep(nobody);
        };
    }

    private OutgoingMail ping(MailRequest.Ping ping) {
        PingView view =
                PingView.of(
                        Subjects.ping(ping.placement()),
                        "",
                        ping.placement(),
                        ping.rep(),
                        ping.accounts(),
                        ping.agreement(),
                        ping.at(),
                        names.segments(),
                        links(ping));
        return inThread(
                ping,
                ping.placement(),
                view.subject(),
                Html.of((output, as) -> JtepingGenerated.render(output, as, view, brand)),
                view.text(),
                replyTo(ping.agreement()));
    }

    private static @Nullable String replyTo(Agreement agreement) {
        return agreement.actingPrOwner().orElse(null);
    }

    private OutgoingMail testPing(MailRequest.TestPing test) {
        String nowhere = baseUrl + "/#/test";
        PingView view =
                PingView.of(
                        Subjects.of("[Test] [Coverage] ", test.placement()),
                        PingView.TEST,
                        test.placement(),
                        test.rep(),
                        test.accounts(),
                        test.agreement(),
                        test.placement().acceptedAt(),
                        names.segments(),
                        new PingView.Links(nowhere, nowhere, nowhere, nowhere));
        return alone(
                test,
                view.subject(),
                Html.of((output, as) -> JtepingGenerated.render(output, as, view, brand)),
                view.text(),
                null);
    }

    private OutgoingMail turn(MailRequest.Turn turn) {
        return change(
                turn,
                turn.placement(),
                ColorMail.toRep(Subjects.afterPing(turn.placement()), turn, links(turn)),
                replyTo(turn.agreement()));
    }

    private OutgoingMail repCorrection(MailRequest.RepCorrection correction) {
        return change(
                correction,
                correction.placement(),
                CorrectionMail.toRep(
                        Subjects.afterPing(correction.placement()),
                        correction,
                        names.segments(),
                        links(correction)),
                replyTo(correction.agreement()));
    }

    private OutgoingMail retraction(MailRequest.Retraction retraction) {
        return change(
                retraction,
                retraction.placement(),
                RetractionMail.toRep(
                        Subjects.afterPing(retraction.placement()), retraction, links(retraction)),
                replyTo(retraction.agreement()));
    }

    private OutgoingMail kitReminder(MailRequest.KitReminder reminder) {
        return change(
                reminder,
                reminder.placement(),
                KitReminderMail.toRep(
                        Subjects.afterPing(reminder.placement()), reminder, links(reminder)),
                replyTo(reminder.agreement()));
    }

    private OutgoingMail sequenceTask(MailRequest.SequenceTask task) {
        Placement placement = task.placement();
        String subject =
                switch (task.asking()) {
                    case FIRST -> Subjects.task(placement);
                    case AGAIN -> Subjects.afterTask(placement, task.since());
                    case HANDED_OVER -> Subjects.of(NOT_ANSWERED, placement);
                };
        TaskView view =
                TaskView.of(
                        subject,
                        task,
                        names.company(),
                        link(
                                Purpose.SEQUENCE,
                                placement,
                                task.suggestion().sequence(),
                                task.to(),
                                task.at()));
        return inThread(
                task,
                placement,
                view.subject(),
                Html.of((output, as) -> JtetaskGenerated.render(output, as, view, brand)),
                view.text(),
                null);
    }

    private OutgoingMail sequenceRemoval(MailRequest.SequenceRemoval removal) {
        Placement placement = removal.placement();
        String subject =
                switch (removal.asking()) {
                    case HANDED_OVER ->
                            Subjects.of(
                                    removal.stage().isEmpty() && !removal.first()
                                            ? "Re: " + NOT_ANSWERED
                                            : NOT_ANSWERED,
                                    placement);
                    case FIRST, AGAIN ->
                            removal.first()
                                    ? Subjects.task(placement)
                                    : Subjects.afterTask(placement, null);
                };
        return change(
                removal,
                placement,
                RemovalMail.toOwner(
                        subject,
                        removal,
                        link(
                                Purpose.REMOVAL,
                                placement,
                                removal.sequence(),
                                removal.to(),
                                removal.at())),
                null);
    }

    private OutgoingMail sequenceCorrection(MailRequest.SequenceCorrection correction) {
        Placement placement = correction.placement();
        return change(
                correction,
                placement,
                CorrectionMail.toOwner(
                        Subjects.afterTask(placement, null),
                        correction,
                        names,
                        link(
                                Purpose.SEQUENCE,
                                placement,
                                correction.sequence(),
                                correction.to(),
                                correction.at())),
                null);
    }

    private OutgoingMail newLink(MailRequest.NewLink link) {
        NewLinkView view = NewLinkView.of(link, links.url(link.link()));
        return alone(
                link,
                view.subject(),
                Html.of((output, as) -> JtenewLinkGenerated.render(output, as, view, brand)),
                view.text(),
                null);
    }

    private OutgoingMail wrongRecord(MailRequest.WrongRecord wrong) {
        WrongRecordView view =
                WrongRecordView.of(
                        wrong.rep(),
                        wrong.wrongs(),
                        wrong.placement(),
                        names.segments(),
                        wrong.agreement().zone(),
                        baseUrl + "/#/directory/reps");
        return alone(
                wrong,
                view.subject(),
                Html.of((output, as) -> JtewrongRecordGenerated.render(output, as, view, brand)),
                view.text(),
                wrong.rep().map(Rep::email).orElse(null));
    }

    private OutgoingMail undelivered(MailRequest.Undelivered undelivered) {
        Failure first = undelivered.failures().getFirst();
        Placement placement = first.placement();
        FailureView view =
                FailureView.of(
                        placement == null
                                ? FailureView.begin(first) + first.mail()
                                : Subjects.of(FailureView.begin(first), placement),
                        undelivered.failures(),
                        reader(undelivered.agreement()),
                        baseUrl,
                        placement == null ? null : placementUrl(placement));
        return alone(
                undelivered,
                view.subject(),
                Html.of((output, as) -> JtefailureGenerated.render(output, as, view, brand)),
                view.text(),
                null);
    }

    private OutgoingMail warning(MailRequest.Warning warning) {
        WarningView view =
                WarningView.of(
                        Subjects.of("[Not reached yet] ", warning.placement()),
                        warning,
                        baseUrl,
                        placementUrl(warning.placement()));
        return alone(
                warning,
                view.subject(),
                Html.of((output, as) -> JtewarningGenerated.render(output, as, view, brand)),
                view.text(),
                null);
    }

    private OutgoingMail quotaShort(MailRequest.QuotaShort quota) {
        return AlarmView.quotaShort(
                        Subjects.of("[Alarm] Email quota too small: ", quota.placement()),
                        quota.placement(),
                        quota.problem(),
                        reader(quota.agreement()),
                        placementUrl(quota.placement()))
                .to(quota.id(), quota.to(), brand);
    }

    private OutgoingMail sendingStopped(MailRequest.SendingStopped stopped) {
        return AlarmView.sendingStopped(
                        stopped.stop(), stopped.agreement().zone(), baseUrl + "/#/directory/reps")
                .to(stopped.id(), stopped.to(), brand);
    }

    private OutgoingMail itemsAside(MailRequest.ItemsAside aside) {
        return AlarmView.itemsAside(
                        aside.items(),
                        aside.at(),
                        aside.agreement().zone(),
                        baseUrl + "/#/placements")
                .to(aside.id(), aside.to(), brand);
    }

    private OutgoingMail stillTrue(MailRequest.StillTrue question) {
        return AlarmView.stillTrue(
                        Subjects.of("[Still true?] ", question.placement()),
                        question.placement(),
                        question.sequences(),
                        reader(question.agreement()),
                        placementUrl(question.placement()))
                .to(question.id(), question.to(), brand);
    }

    private OutgoingMail championsToTell(MailRequest.ChampionsToTell named) {
        return RetractionMail.toPr(
                        Subjects.of("[Tell champions] ", named.placement()),
                        named,
                        reader(named.agreement()),
                        placementUrl(named.placement()))
                .to(named.id(), named.to(), brand);
    }

    private OutgoingMail chooseSequence(MailRequest.ChooseSequence choose) {
        return ChooseSequenceMail.of(
                        Subjects.of("[No sequence] ", choose.placement()),
                        choose.placement(),
                        choose.why(),
                        choose.to(),
                        reader(choose.agreement()),
                        placementUrl(choose.placement()) + "/sequence")
                .to(choose.id(), choose.to(), brand);
    }

    private OutgoingMail noActiveRep(MailRequest.NoActiveRep nobody) {
        return AlarmView.noActiveRep(
                        Subjects.of("[Alarm] No active reps: ", nobody.placement()),
                        nobody.placement(),
                        nobody.recipients(),
                        reader(nobody.agreement()),
                        placementUrl(nobody.placement()))
                .to(nobody.id(), nobody.to(), brand);
    }

    private OutgoingMail change(
            MailRequest request,
            Placement placement,
            ChangeMailView view,
            @Nullable String replyTo) {
        return inThread(
                request,
                placement,
                view.subject(),
                Html.of((output, as) -> JtechangeMailGenerated.render(output, as, view, brand)),
                view.text(),
                replyTo);
    }

    /// An email in the thread that its audience has for each placement.
    private OutgoingMail inThread(
            MailRequest request,
            Placement placement,
            String subject,
            String html,
            String text,
            @Nullable String replyTo) {
        String thread =
                request.audience().isThreaded()
                        ? "<%s.%s@%s>"
                                .formatted(placement.id(), request.id().recipient(), threadDomain)
                        : null;
        return new OutgoingMail(request.id(), request.to(), subject, html, text, thread, replyTo);
    }

    private static OutgoingMail alone(
            MailRequest request,
            String subject,
            String html,
            String text,
            @Nullable String replyTo) {
        return new OutgoingMail(request.id(), request.to(), subject, html, text, null, replyTo);
    }

    private PingView.Links links(MailRequest.ToRep mail) {
        return new PingView.Links(
                link(Purpose.ACKNOWLEDGE, mail),
                link(Purpose.REFERENCE, mail),
                link(Purpose.KIT, mail),
                link(Purpose.RECORD, mail));
    }

    private String link(Purpose purpose, MailRequest.ToRep mail) {
        return links.url(
                new Link(
                        purpose,
                        mail.placement().id(),
                        mail.rep().id().value(),
                        mail.at().plus(Link.LASTS)));
    }

    /// @param to the recipient: the link belongs to them, not to the sequence (R5.12)
    private String link(
            Purpose purpose, Placement placement, Sequence sequence, String to, Instant at) {
        return links.url(
                new Link(
                        purpose,
                        placement.id(),
                        sequence.id().value(),
                        Person.idOf(to),
                        at.plus(Link.LASTS)));
    }

    /// The clock for people without a time zone of their own here: it shows the agreement's zone
    /// (R5.9).
    private ReaderClock reader(Agreement agreement) {
        return new ReaderClock(agreement.zone(), clock.instant());
    }

    private String placementUrl(Placement placement) {
        return baseUrl + "/#/placements/" + placement.id();
    }
}
