package app.prtosales.local;

import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.SesBehavior;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// The page at `/_local/`: every captured email as its recipient would see it, and the controls of
/// the simulation.
final class LocalPage {

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PEOPLE =
            DateTimeFormatter.ofPattern("EEE, MMM d, uuuu, h:mm:ss a", Locale.US)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US).withZone(ZoneOffset.UTC);

    private LocalPage() {}

    static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    static String render(
            List<Mail> mails, String to, Instant now, SesBehavior ses, List<Schedule> schedules) {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Local simulation</title>
        <link rel="stylesheet" href="/_local/local.css">
        <script src="/_local/local.js" defer></script>
        </head>
        <body>
        <header>
        <div><h1>Local simulation</h1>
        <p>Everything here happens on this machine only: no email leaves it, and it has its own clock.</p></div>
        <nav><a href="/">The product</a></nav>
        </header>
        <main>
        %s
        %s
        %s
        %s
        </main>
        <p id="said" role="status" aria-live="polite"></p>
        </body>
        </html>
        """
                .formatted(clock(now, schedules), inbox(mails, to), pages(), ses(ses));
    }

    private static String clock(Instant now, List<Schedule> schedules) {
        StringBuilder runs = new StringBuilder();
        for (Schedule schedule : schedules) {
            runs.append(
                    """
                    <button type="button" data-run="%s">Run %s now</button>
                    """
                            .formatted(
                                    escape(schedule.definition().id()),
                                    escape(words(schedule.definition().function()))));
        }
        return """
        <section aria-labelledby="clock-title" class="card">
        <h2 id="clock-title">Clock</h2>
        <p class="now"><time id="now" datetime="%s">%s</time> UTC</p>
        <div class="row">
        <button type="button" data-advance="PT1H">+1 hour</button>
        <button type="button" data-advance="PT24H">+24 hours</button>
        <button type="button" data-advance="P7D">+7 days</button>
        </div>
        <form id="until" class="row">
        <label for="instant">Move to (UTC)</label>
        <input id="instant" type="datetime-local" step="1" value="%s" required>
        <button>Move</button>
        </form>
        <div class="row">%s</div>
        <p class="hint">Moving the clock runs everything that comes due along the way, in order.</p>
        </section>
        """
                .formatted(
                        milliseconds(now),
                        PEOPLE.format(now),
                        milliseconds(now).substring(0, 19),
                        runs);
    }

    /// The sample pages whose links can be pasted into the form.
    private static String pages() {
        StringBuilder items = new StringBuilder();
        for (SamplePages.Sample each : SamplePages.all()) {
            items.append(
                    """
                    <li><code>%s</code><br>%s · <a href="/_local/pages/%s">view</a></li>
                    """
                            .formatted(
                                    escape(each.url()), escape(each.what()), escape(each.file())));
        }
        return """
        <section aria-labelledby="pages-title" class="card">
        <h2 id="pages-title">Pages to try the form with</h2>
        <p class="hint">Paste one of these links into the form. These outlets are made up; only this machine knows them.</p>
        <ul>%s</ul>
        </section>
        """
                .formatted(items);
    }

    private static String inbox(List<Mail> mails, String to) {
        StringBuilder items = new StringBuilder();
        for (Mail mail : mails.reversed()) {
            items.append(item(mail));
        }
        String empty =
                to.isEmpty()
                        ? "No email yet. Submit a placement, or move the clock."
                        : "No email to this address.";
        return """
        <section aria-labelledby="inbox-title" class="card inbox">
        <h2 id="inbox-title">Inbox <span class="count">%d</span></h2>
        <form class="row" method="get" action="/_local/">
        <label for="to">To</label>
        <input id="to" name="to" type="email" value="%s" placeholder="rep@company.example">
        <button>Search</button>%s
        </form>
        %s
        </section>
        """
                .formatted(
                        mails.size(),
                        escape(to),
                        to.isEmpty() ? "" : "<a href=\"/_local/\">All emails</a>",
                        mails.isEmpty()
                                ? "<p class=\"empty\">" + empty + "</p>"
                                : "<ol class=\"mails\">" + items + "</ol>");
    }

    private static String item(Mail mail) {
        StringBuilder headers = new StringBuilder();
        mail.headers()
                .forEach((name, value) ->
                        headers.append(escape(name))
                                .append(": ")
                                .append(escape(value))
                                .append('\n'));
        return """
        <li><details data-mail="%d">
        <summary><span class="subject" dir="auto">%s</span>
        <span class="who">%s <span aria-label="to">→</span> %s</span>
        <time datetime="%s">%s</time></summary>
        <div class="tabs" role="group" aria-label="Show as">
        <button type="button" data-show="html" aria-pressed="true">HTML</button>
        <button type="button" data-show="text" aria-pressed="false">Text</button>
        <button type="button" data-show="headers" aria-pressed="false">Headers</button>
        <a href="/_local/mails/%d.eml">.eml</a></div>
        <iframe title="The email" data-src="/_local/mails/%d/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
        <pre data-part="text" dir="auto" hidden>%s</pre>
        <pre data-part="headers" hidden>%s</pre>
        </details></li>
        """
                .formatted(
                        mail.n(),
                        escape(mail.subject()),
                        escape(mail.from()),
                        escape(String.join(", ", mail.to())),
                        milliseconds(mail.sentAt()),
                        SHORT.format(mail.sentAt()),
                        mail.n(),
                        mail.n(),
                        escape(mail.text()),
                        headers);
    }

    private static String ses(SesBehavior ses) {
        return """
        <section aria-labelledby="ses-title" class="card">
        <h2 id="ses-title">How email behaves</h2>
        <form id="ses">
        <label for="bounce">These addresses bounce</label>
        <textarea id="bounce" rows="2" placeholder="one per line">%s</textarea>
        <label for="complain">These mark the email as spam</label>
        <textarea id="complain" rows="2" placeholder="one per line">%s</textarea>
        %s%s%s
        <div class="row">
        <label for="perSecond">Emails per second</label>
        <input id="perSecond" type="number" min="0" value="%d">
        <label for="per24h">per 24 hours</label>
        <input id="per24h" type="number" min="0" value="%d">
        </div>
        <div class="row"><button>Apply</button><button type="button" id="healthy">Reset to healthy</button></div>
        </form>
        </section>
        """
                .formatted(
                        escape(String.join("\n", new TreeSet<>(ses.bounce()))),
                        escape(String.join("\n", new TreeSet<>(ses.complain()))),
                        check(
                                "throttle",
                                "Throttled: every email is refused because of the rate",
                                ses.throttle()),
                        check(
                                "dropReply",
                                "Lost replies: SES accepts the email, but its response is lost",
                                ses.dropReply()),
                        check("down", "Down: SES is unavailable", ses.down()),
                        ses.perSecond(),
                        ses.per24h());
    }

    private static String check(String id, String label, boolean checked) {
        return """
        <label class="check"><input id="%s" type="checkbox"%s> %s</label>
        """
                .formatted(id, checked ? " checked" : "", label);
    }

    /// The email's HTML, with links that open in a new tab.
    static String inNewTabs(String html) {
        String base = "<base target=\"_blank\">";
        int head = html.toLowerCase(Locale.ROOT).indexOf("<head>");
        return head < 0
                ? base + html
                : html.substring(0, head + 6) + base + html.substring(head + 6);
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
