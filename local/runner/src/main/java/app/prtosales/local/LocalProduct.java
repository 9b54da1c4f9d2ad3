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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The whole product in this process: functions, edges, API, issuer and clock, wired by the
/// template.
final class LocalProduct implements Stage, AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final LocalParts parts;

    private LocalProduct(LocalParts parts) {
        this.parts = parts;
    }

    /// How it runs; what is not said of it is as for one test in memory.
    static final class Settings {

        /// The address that mails come from.
        static final String SENDER = "coverage@sample-medtech.example";

        final Path template;
        final @Nullable Path data;
        final @Nullable Path log;
        final int port;
        InetAddress edgesAddress = InetAddress.getLoopbackAddress();
        int edgesPort;
        Duration mailAnswerAfter = Duration.ZERO;
        boolean closed;
        Optional<Set<String>> sandbox = Optional.empty();
        Optional<String> withheld = Optional.empty();

        private Settings(Path template, @Nullable Path data, @Nullable Path log, int port) {
            this.template = template;
            this.data = data;
            this.log = log;
            this.port = port;
        }

        /// @param template the file that declares everything
        /// @param data where it keeps what it knows, or nothing to keep it in memory
        /// @param log where the functions' log lines go, or nothing
        /// @param port of the API; 0 for any free one
        static Settings of(Path template, @Nullable Path data, @Nullable Path log, int port) {
            return new Settings(template, data, log, port);
        }

        /// How long the local SES takes to answer that it took a mail.
        Settings answeringMailsAfter(Duration time) {
            mailAnswerAfter = time;
            return this;
        }

        /// Where the AWS endpoints listen; 0 for any free port.
        Settings edgesAt(InetAddress address, int number) {
            edgesAddress = address;
            edgesPort = number;
            return this;
        }

        /// The API answers 503 until [LocalProduct#letIn] is called.
        Settings closedAtFirst() {
            closed = true;
            return this;
        }

        /// SES mails as it does for a new account: to these addresses and domains only.
        Settings inTheSandbox(Set<String> verified) {
            sandbox = Optional.of(verified);
            return this;
        }

        /// A function's role lacks a right.
        Settings without(String right) {
            withheld = Optional.of(right);
            return this;
        }

        /// What SES mails from, and in its sandbox also to.
        Set<String> verified() {
            Set<String> verified = new HashSet<>(sandbox.orElse(Set.of()));
            verified.add(SENDER);
            return verified;
        }
    }

    /// Starts all of it, as much as possible at the same time; it answers when this returns.
    ///
    /// @param handlers makes the handlers, given the clock
    static LocalProduct start(Settings settings, Function<InstantSource, HandlerSource> handlers) {
        return start(settings, realTime(), handlers);
    }

    static InstantSource realTime() {
        return InstantSource.system();
    }

    /// @param time the real time, or another one that it is to take for it
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

    /// Answers requests from now on, where it did not yet.
    void letIn() {
        parts.gate.open(parts.site);
    }

    /// Where the product is for people.
    String url() {
        return "http://localhost:" + parts.front.port();
    }

    Edges edges() {
        return parts.edges;
    }

    /// What AWS would have refused so far.
    Refusals refusals() {
        return parts.refusals;
    }

    Functions functions() {
        return parts.functions;
    }

    Timeline timeline() {
        return parts.timeline;
    }

    /// Stops calling functions: events and messages are for functions that run elsewhere.
    void leaveOnlyEdges() {
        parts.timeline.close();
        parts.pollers.forEach(QueuePoller::rest);
        parts.calls.rest();
    }

    /// The product as one of its functions sees it, but what it does is done by no function.
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
        return new Person(parts.site, parts.issuer.token(email, parts.rolesClaim, List.of(roles)));
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
            parts.work.awaitNothing(FAREWELL);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        parts.work.close();
        parts.functions.close();
        parts.edges.close();
        parts.issuer.close();
    }
}
