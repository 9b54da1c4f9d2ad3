package app.prtosales.local;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.UnreadableTemplate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `./run`: the product on this machine.
@Command(
        name = "./run",
        description = "Starts the product on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {Run.Once.class, Run.Invoke.class, Run.EdgesOnly.class, Run.ReadPages.class})
public final class Run implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    /// The documented limit of a list.
    private static final int MOST_REPS = 10_000;

    private static final int LOG_LINES = 20;
    private static final String STANDARD_PORT = "8080";

    @Option(
            names = "--port",
            description = "The port (default: PORT, else 8080).",
            defaultValue = "${env:PORT:-" + STANDARD_PORT + "}",
            scope = CommandLine.ScopeType.INHERIT)
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = ".local",
            description = "Where it keeps its data; ${DEFAULT-VALUE} in the repository by default.")
    private Path data = Path.of(".local");

    @Option(names = "--fresh", description = "Begin with no data.")
    private boolean fresh;

    @Option(
            names = "--seed",
            description =
                    "Load the sample company and one placement; until they are in, every request is"
                            + " answered with 503.")
    private boolean seed;

    @Option(
            names = "--mail-answer-after",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = Time.class,
            description =
                    "How long SES takes to answer, and to tell, that it took a mail, such as 150ms"
                            + " (default: ${DEFAULT-VALUE}).")
    private Duration mailAnswerAfter = Duration.ZERO;

    @Option(
            names = "--sandbox",
            description =
                    "SES as a new account has it: 1 mail a second, 200 a day, and only to verified"
                            + " recipients.")
    private boolean sandbox;

    @Option(
            names = "--verified",
            paramLabel = "ADDRESS",
            split = ",",
            description =
                    "With --sandbox: an address or a domain that SES mails to, such as"
                            + " sample-medtech.example; several are separated by commas.")
    private List<String> verified = List.of();

    private final PrintStream out;
    private final PrintStream err;
    private final Path root;
    private final Path caller;

    private Run(PrintStream out, PrintStream err, Path root, Path caller) {
        this.out = out;
        this.err = err;
        this.root = root;
        this.caller = caller;
    }

    /// The root of the repository is the working directory; `prtosales.caller` is where the person
    /// is.
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Path root = Path.of("").toAbsolutePath();
        Path caller = Path.of(System.getProperty("prtosales.caller", root.toString()));
        System.exit(command(new Run(out, err, root, caller)).execute(arguments));
    }

    /// The SDK signs; our own edges do not look at the signature.
    private static void signAsAnybody() {
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
    }

    private static CommandLine command(Run run) {
        return new CommandLine(run)
                .setParameterExceptionHandler((problem, given) -> {
                    run.err.println("./run: " + firstLine(problem));
                    return BAD_INPUT;
                })
                .setExecutionExceptionHandler((problem, line, result) -> {
                    run.err.println("./run: " + firstLine(problem));
                    return problem instanceof Usage || problem instanceof UnreadableTemplate
                            ? BAD_INPUT
                            : 1;
                });
    }

    private static String firstLine(Throwable problem) {
        String message = problem.getMessage();
        return message == null
                ? problem.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        checkPort();
        if (!sandbox && !verified.isEmpty()) {
            throw new Usage("--verified goes with --sandbox; without it, SES mails to everybody");
        }
        DataFolder folder = DataFolder.take(root.resolve(data));
        if (fresh) {
            folder.empty();
        }
        out.println("starting: database, queues, mail, sign-in, functions …");
        LocalProduct.Settings settings =
                LocalProduct.Settings.of(template(), folder.data(), folder.log(), port)
                        .answeringMailsAfter(mailAnswerAfter);
        if (sandbox) {
            settings = settings.inTheSandbox(lowerCase(verified));
        }
        signAsAnybody();
        LocalProduct product =
                LocalProduct.start(
                        seed ? settings.closedAtFirst() : settings, ProductHandlers::new);
        CountDownLatch stopping = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            product.close();
                            folder.close();
                            out.println("stopped");
                            stopping.countDown();
                        }));
        if (seed) {
            out.println("loading the sample company …");
            new SampleCompany(root, product).load();
            product.letIn();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        out.printf("ready after %d.%d s%n", took.toSeconds(), took.toMillisPart() / 100);
        out.printf("  the product        %s/%n", product.url());
        out.printf("  inbox and clock    %s/_local/%n", product.url());
        out.printf("  the functions' log %s%n", folder.log());
        out.println("stop with Ctrl-C");
        stopping.await();
        return 0;
    }

    private static Set<String> lowerCase(List<String> texts) {
        return texts.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void checkPort() {
        if (port < 0 || port > 65_535) {
            throw new Usage(port + " is not a port");
        }
    }

    /// Reads `150ms` or `2s`.
    static final class Time implements CommandLine.ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            if (!text.matches("\\d{1,6}(ms|s)")) {
                throw new CommandLine.TypeConversionException(
                        "'%s' is not a time such as 150ms or 2s".formatted(text));
            }
            long number = Long.parseLong(text.replaceAll("\\D", ""));
            return text.endsWith("ms") ? Duration.ofMillis(number) : Duration.ofSeconds(number);
        }
    }

    private Path template() {
        Path template = root.resolve("template.yaml");
        if (!Files.isRegularFile(template)) {
            throw new Usage("there is no template.yaml in " + root);
        }
        return template;
    }

    /// `./run once`: the main job from end to end in a throw-away data folder.
    @Command(
            name = "once",
            description = "The main job from end to end, with data that is thrown away.",
            mixinStandardHelpOptions = true)
    static final class Once implements Callable<Integer> {

        @ParentCommand private @Nullable Run run;

        @Option(
                names = "--reps",
                paramLabel = "N",
                defaultValue = "0",
                description = "A team of N reps instead of the sample's.")
        private int reps;

        @Option(
                names = "--endpoint",
                paramLabel = "URL",
                defaultValue = "",
                description =
                        "Play it on another AWS endpoint, such as an emulator's; `aws` is the"
                                + " account of your keys. Mails go to SES's mailbox simulator only."
                                + " AWS_ENDPOINT_URL_SQS and its like go before it for one service.")
        private String endpoint = "";

        @Option(
                names = "--sender",
                paramLabel = "ADDRESS",
                defaultValue = "",
                description =
                        "With --endpoint: an address that SES has verified already; without it, an"
                                + " identity is made.")
        private String sender = "";

        @Override
        public Integer call() throws IOException, InterruptedException {
            Run parent = java.util.Objects.requireNonNull(run);
            if (reps < 0 || reps > MOST_REPS) {
                throw new Usage("--reps takes a number from 1 to %d".formatted(MOST_REPS));
            }
            if (!endpoint.isEmpty()) {
                return new OnceElsewhere(parent.root, parent.template(), parent.out, parent.err)
                        .tell(endpoint, sender, reps);
            }
            if (!sender.isEmpty()) {
                throw new Usage("--sender goes with --endpoint");
            }
            signAsAnybody();
            Path folder = Files.createTempDirectory("pr-to-sales-");
            parent.out.println("starting: database, queues, mail, sign-in, functions …");
            try (LocalProduct product =
                    LocalProduct.start(
                            LocalProduct.Settings.of(
                                    parent.template(), null, folder.resolve("functions.log"), 0),
                            ProductHandlers::new)) {
                boolean asExpected = untilRefused(parent, product);
                if (!asExpected && Files.exists(folder.resolve("functions.log"))) {
                    parent.err.println("the end of the functions' log:");
                    List<String> lines = Files.readAllLines(folder.resolve("functions.log"));
                    lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
                            .forEach(parent.err::println);
                }
                return asExpected ? 0 : 1;
            } finally {
                DataFolder.remove(folder);
            }
        }

        /// Tells the story, and ends it where AWS would have refused something.
        private boolean untilRefused(Run parent, LocalProduct product) throws InterruptedException {
            Refusals refusals = product.refusals();
            FutureTask<Boolean> story =
                    new FutureTask<>(() ->
                            new Story(product, SampleLists.of(parent.root, reps), parent.out)
                                    .tell());
            Thread watcher =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    refusals.awaitFirst();
                                    story.cancel(true);
                                } catch (InterruptedException storyIsOver) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            if (refusals.all().isEmpty()) {
                story.run();
            }
            watcher.interrupt();
            // Who ended the story interrupted this thread.
            boolean ended = Thread.interrupted();
            if (ended || !refusals.all().isEmpty()) {
                refusals.tellNoMore();
                parent.err.printf(
                        "./run once ends here, since AWS would say: %s%n",
                        refusals.all().getFirst().why());
                return false;
            }
            try {
                return story.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(failed.getCause());
            }
        }
    }

    /// `./run invoke FUNCTION -e FILE`: one function, on the seeded store, with one event.
    @Command(
            name = "invoke",
            description =
                    "Calls one function with an event, on sample data, and prints its payload.",
            mixinStandardHelpOptions = true)
    static final class Invoke implements Callable<Integer> {

        @ParentCommand private @Nullable Run run;

        @Parameters(paramLabel = "FUNCTION", description = "Its logical id in template.yaml.")
        private String function = "";

        @Option(
                names = {"-e", "--event"},
                paramLabel = "FILE",
                required = true,
                description = "The event, in JSON.")
        private Path event = Path.of("");

        @Override
        public Integer call() throws InterruptedException {
            Run parent = java.util.Objects.requireNonNull(run);
            signAsAnybody();
            String text = readEvent(parent);
            try (LocalProduct product =
                    SampleCompany.seeded(
                            parent.root,
                            LocalProduct.Settings.of(parent.template(), null, null, 0))) {
                if (product.functions().find(function).isEmpty()) {
                    throw new Usage(
                            "there is no function %s in template.yaml, only %s"
                                    .formatted(
                                            function,
                                            String.join(", ", product.functions().ids())));
                }
                int before = mails(product).size();
                Invocation came = product.functions().call(function, text);
                List<Mail> sent = mails(product).subList(before, mails(product).size());
                sent.forEach(mail ->
                        parent.err.printf(
                                "mail to %s: %s%n", String.join(", ", mail.to()), mail.subject()));
                parent.out.println(came.payload());
                return came instanceof Invocation.Answered ? 0 : 1;
            }
        }

        private static List<Mail> mails(LocalProduct product) {
            return product.edges().mails().find("", "");
        }

        private String readEvent(Run parent) {
            Path file = parent.caller.resolve(event);
            if (!Files.isRegularFile(file)) {
                file = parent.root.resolve(event);
            }
            if (!Files.isRegularFile(file)) {
                throw new Usage("there is no file " + event);
            }
            try {
                String text = Files.readString(file);
                Json.object(text);
                return text;
            } catch (Json.MalformedJson broken) {
                throw new Usage("%s is not JSON: %s".formatted(event, broken.getMessage()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /// `./run edges`: only what the functions talk to, for functions that run elsewhere.
    @Command(
            name = "edges",
            description = "Only the AWS endpoints, the table made and seeded.",
            mixinStandardHelpOptions = true)
    static final class EdgesOnly implements Callable<Integer> {

        @ParentCommand private @Nullable Run run;

        @Option(
                names = "--bind",
                paramLabel = "ADDRESS",
                defaultValue = "127.0.0.1",
                description =
                        "Where to listen (default: ${DEFAULT-VALUE}); 0.0.0.0 for containers.")
        private String bind = "";

        @Override
        public Integer call() throws InterruptedException {
            Run parent = java.util.Objects.requireNonNull(run);
            parent.checkPort();
            signAsAnybody();
            parent.out.println("starting: database, queues, mail …");
            LocalProduct product =
                    SampleCompany.seeded(
                            parent.root,
                            LocalProduct.Settings.of(parent.template(), null, null, 0)
                                    .edgesAt(address(), parent.port));
            CountDownLatch stopping = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                product.close();
                                parent.out.println("stopped");
                                stopping.countDown();
                            }));
            parent.out.printf("AWS_ENDPOINT_URL=%s%n", product.edges().url());
            parent.out.println("each function has its own, and the rights of its own role there:");
            product.edges()
                    .template()
                    .functions()
                    .forEach(each ->
                            parent.out.printf(
                                    "  %-17s %s%n",
                                    each.id(), each.environment().get("AWS_ENDPOINT_URL")));
            parent.out.println("functions elsewhere: sam local invoke … -n events/env.local.json");
            parent.out.println("stop with Ctrl-C");
            stopping.await();
            return 0;
        }

        private InetAddress address() {
            try {
                return InetAddress.getByName(bind);
            } catch (UnknownHostException unknown) {
                throw new Usage(bind + " is not an address of this machine");
            }
        }
    }

    /// `./run read-pages`: what saved pages say of themselves, one JSON line each.
    @Command(
            name = "read-pages",
            description = "Reads lines of path<TAB>url; writes what each page says of itself.",
            mixinStandardHelpOptions = true)
    static final class ReadPages implements Callable<Integer> {

        @ParentCommand private @Nullable Run run;

        @Override
        public Integer call() throws IOException {
            Run parent = java.util.Objects.requireNonNull(run);
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                new SavedPages(parent.caller, LocalProduct.realTime(), parent.out, parent.err)
                        .read(lines);
            }
            return 0;
        }
    }
}
