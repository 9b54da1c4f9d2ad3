package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.audit.AuditLink;
import app.prtosales.audit.AuditMail;
import app.prtosales.audit.AuditMailWriter;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.delivery.Attachment;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Names;
import app.prtosales.link.Link;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Writes the audit's emails. Has no mutable state and is thread-safe.
public final class AuditMailRoom implements AuditMailWriter {

    /// Below the protocol's limit of 50 KB.
    private static final int MAXIMUM_HTML = 49_000;

    /// How many placements the email lists. The linked page lists all of them.
    private static final int MAXIMUM_LISTED = 25;

    private final LinkWriter links;
    private final String baseUrl;
    private final TableWriter tables;
    private final Names names;
    private final Brand brand;

    /// @param baseUrl the URL of the product's pages, without a trailing slash
    /// @param tables writes the rows attached to the weekly email
    /// @param names gives the current owner of a sequence
    /// @param brand the color of links and buttons
    public AuditMailRoom(
            LinkWriter links, String baseUrl, TableWriter tables, Names names, Brand brand) {
        this.names = names;
        this.brand = brand;
        this.links = links;
        this.baseUrl = baseUrl;
        this.tables = tables;
    }

    @Override
    public OutgoingMail write(AuditMail request) {
        return switch (request) {
            case AuditMail.Weekly weekly -> weekly(weekly);
            case AuditMail.Late late -> late(late);
        };
    }

    private OutgoingMail late(AuditMail.Late late) {
        return AlarmView.auditLate(
                        "week %d of %d".formatted(late.week().week(), late.week().year()),
                        late.dueAt(),
                        late.agreement().zone(),
                        baseUrl + "/#/audit")
                .to(late.id(), late.to(), brand);
    }

    private OutgoingMail weekly(AuditMail.Weekly weekly) {
        WeeklyReport week = weekly.week();
        String subject =
                "PR-to-Sales audit, week %d of %d: %s"
                        .formatted(
                                week.week().week(), week.week().year(), WeekInWords.headline(week));
        Instant ends = week.computedAt().plus(Link.LASTS);
        String page = links.url(AuditLink.to(week.week(), weekly.id().recipient(), ends));
        Map<String, String> owners = names.sequenceOwners();
        int room = Math.min((int) week.all().count(), MAXIMUM_LISTED);
        AuditView view =
                AuditView.of(subject, week, weekly.agreement(), page, ends, baseUrl, owners, room);
        String html = html(view);
        while (html.getBytes(UTF_8).length > MAXIMUM_HTML) {
            room = room * 4 / 5;
            view =
                    AuditView.of(
                            subject, week, weekly.agreement(), page, ends, baseUrl, owners, room);
            html = html(view);
        }
        Attachment rows =
                new Attachment(
                        "audit-%s.csv".formatted(week.week()),
                        "text/csv",
                        tables.write(AuditRows.COLUMNS, AuditRows.of(week)));
        return new OutgoingMail(
                weekly.id(),
                weekly.to(),
                subject,
                html,
                view.text(),
                null,
                weekly.agreement().actingPrOwner().orElse(null),
                List.of(rows));
    }

    private String html(AuditView view) {
        return Html.of((output, as) -> JteauditGenerated.render(output, as, view, brand));
    }
}
