package app.prtosales.local;

import app.prtosales.aws.AwsApplication;
import app.prtosales.local.edges.Edges;
import app.prtosales.local.edges.Mail;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The whole product in this process: functions, edges, API, issuer and clock, wired as the
/// template declares.
final class LocalProduct implements Stage, AutoCloseable {

    /// How long closing waits for work in progress.
    private static final Duration CLOSING_WAITS = Duration.ofSeconds(5);

    private final LocalParts parts;

    /// Everyone who has signed in, by address and roles, because signing a token is slow.
    private final Map<List<Object>, Person> people = new ConcurrentHashMap<>();

    private LocalProduct(LocalParts parts) {
        this.parts = parts;
    }

    /// How the product runs. The defaults suit a single test in memory.
    static final class Settings {

        /// The sender of all emails.
        static final String SENDER = "coverage@sample-medtech.example";

        final Path template;
        final @Nullable Path data;
        final @Nullable Path log;
        final int port;
        InetAddress edgesAddress = InetAddress.getLoopbackAddress();
        int edgesPort;
        Duration mailAnswerAfter = Duration.ZERO;
        boolean closed;
        Runnable begin = () -> {};
        Optional<Set<String>> sandbox = Optional.empty();
        Optional<String> withheld = Optional.empty();

        private Settings(Path template, @Nullable Path data, @Nullable Path log, int port) {
            this.template = template;
            this.data = data;
            this.log = log;
            this.port = port;
        }

        /// @param template the template file
        /// @param data the folder for the product's state, or null to keep it in memory
        /// @param log the file for the functions' log lines, or null for none
        /// @param port the API's port; 0 for any free one
        static Settings of(Path template, @Nullable Path data, @Nullable Path log, int port) {
            return new Settings(template, data, log, port);
        }

        /// How long the local SES takes to accept an email.
        Settings answeringMailsAfter(Duration time) {
            mailAnswerAfter = time;
            return this;
        }

        /// The address and port of the AWS endpoints; port 0 for any free one.
        Settings edgesAt(InetAddress address, int number) {
            edgesAddress = address;
            edgesPort = number;
            return this;
        }

        /// Answers every API request with 503 until [LocalProduct#letIn] is called.
        Settings closedAtFirst() {
            closed = true;
            return this;
        }

        /// What to do once this process has the port, before anything reads the data.
        Settings beginningWith(Runnable first) {
            begin = first;
            return this;
        }

        /// Puts SES in the sandbox, as for a new account: it sends only to these addresses and
        /// domains.
        Settings inTheSandbox(Set<String> verified) {
            sandbox = Optional.of(verified);
            return this;
        }

        /// Removes one permission from a function's role.
        Settings without(String permission) {
            withheld = Optional.of(permission);
            return this;
        }

        /// The verified identities: what SES sends from and, in the sandbox, also sends to.
        Set<String> verified() {
            Set<String> verified = new HashSet<>(sandbox.orElse(Set.of()));
            verified.add(SENDER);
            return verified;
        }
    }

    /// Starts all parts, in parallel where possible; requests are answered once this returns,
    /// unless [Settings#closedAtFirst] holds them back.
    ///
    /// @param handlers creates the handlers, given the clock
    static LocalProduct start(Settings settings, Function<InstantSource, HandlerSource> handlers) {
        return start(settings, realTime(), handlers);
    }

    static InstantSource realTime() {
        return InstantSource.system();
    }

    /// @param time the time source: real time or a substitute
    static LocalProduct start(
            Settings settings,
            InstantSource time,
            Function<InstantSource, HandlerSource> handlers) {
        LocalParts parts = new LocalParts(settings, time, handlers);
        LocalProduct product = new LocalProduct(parts);
        if (!settings.closed) {
            product.letIn();
            parts.front.open(parts.gate);
        }
        return product;
    }

    /// Starts answering requests, if [Settings#closedAtFirst] held them back.
    void letIn() {
        parts.gate.open(parts.site);
    }

    /// The product's URL for people.
    String url() {
        return "http://localhost:" + parts.front.port();
    }

    Edges edges() {
        return parts.edges;
    }

    /// The calls that AWS would have refused so far.
    Refusals refusals() {
        return parts.refusals;
    }

    Functions functions() {
        return parts.functions;
    }

    Timeline timeline() {
        return parts.timeline;
    }

    /// Stops calling functions, so that events and messages are left for functions that run
    /// elsewhere.
    void leaveOnlyEdges() {
        parts.timeline.close();
        parts.pollers.forEach(QueuePoller::rest);
        parts.calls.rest();
    }

    /// The product as one of its functions sees it. Calls made through it do not count as the
    /// function's, so they need no permission.
    AwsApplication application(String function) {
        return parts.edges.template().functions().stream()
                .filter(each -> each.id().equals(function))
                .findFirst()
                .map(each ->
                        ProductHandlers.application(each, parts.edges.url(), parts.timeline::now))
                .orElseThrow(() -> new Usage("there is no function " + function));
    }

    @Override
    public Person as(String email, String... roles) {
        List<String> all = List.of(roles);
        return people.computeIfAbsent(
                List.of(email, all),
                each -> new Person(parts.site, parts.issuer.token(email, parts.rolesClaim, all)));
    }

    @Override
    public Instant now() {
        return parts.timeline.now();
    }

    @Override
    public void settle() throws InterruptedException {
        parts.timeline.settleNow();
    }

    @Override
    public void moveTo(Instant instant) throws InterruptedException {
        parts.timeline.moveTo(instant);
    }

    @Override
    public List<Mail> mails(String subject) {
        return parts.edges.mails().find("", subject);
    }

    @Override
    public void close() {
        parts.front.close();
        parts.timeline.close();
        try {
            parts.work.awaitNothing(CLOSING_WAITS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        parts.work.close();
        parts.functions.close();
        parts.edges.close();
        parts.issuer.close();
    }
}
