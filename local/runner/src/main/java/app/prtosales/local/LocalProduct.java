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

    /// How it runs.
    ///
    /// @param template the file that declares everything
    /// @param data where it keeps what it knows, or nothing to keep it in memory
    /// @param log where the functions' log lines go, or nothing
    /// @param port of the API; 0 for any free one
    /// @param edgesAddress where the AWS endpoints listen
    /// @param edgesPort 0 for any free one
    /// @param mailAnswerAfter how long the local SES takes to answer that it took a mail
    /// @param closed whether the API answers 503 until [LocalProduct#letIn] is called
    /// @param sandbox the addresses and domains that SES mails to as it does for a new account, or
    ///   nothing for an account that may mail to everybody
    /// @param withheld a right that a function's role is to lack, or nothing
    record Settings(
            Path template,
            @Nullable Path data,
            @Nullable Path log,
            int port,
            InetAddress edgesAddress,
            int edgesPort,
            Duration mailAnswerAfter,
            boolean closed,
            Optional<Set<String>> sandbox,
            Optional<String> withheld) {

        /// The address that mails come from.
        static final String SENDER = "coverage@sample-medtech.example";

        static Settings of(Path template, @Nullable Path data, @Nullable Path log, int port) {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    InetAddress.getLoopbackAddress(),
                    0,
                    Duration.ZERO,
                    false,
                    Optional.empty(),
                    Optional.empty());
        }

        Settings answeringMailsAfter(Duration time) {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    edgesAddress,
                    edgesPort,
                    time,
                    closed,
                    sandbox,
                    withheld);
        }

        Settings edgesAt(InetAddress address, int edgesPort) {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    address,
                    edgesPort,
                    mailAnswerAfter,
                    closed,
                    sandbox,
                    withheld);
        }

        Settings closedAtFirst() {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    edgesAddress,
                    edgesPort,
                    mailAnswerAfter,
                    true,
                    sandbox,
                    withheld);
        }

        Settings inTheSandbox(Set<String> verified) {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    edgesAddress,
                    edgesPort,
                    mailAnswerAfter,
                    closed,
                    Optional.of(verified),
                    withheld);
        }

        Settings without(String right) {
            return new Settings(
                    template,
                    data,
                    log,
                    port,
                    edgesAddress,
                    edgesPort,
                    mailAnswerAfter,
                    closed,
                    sandbox,
                    Optional.of(right));
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
        if (!settings.closed()) {
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
