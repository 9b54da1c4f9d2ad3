package app.prtosales.local;

import app.prtosales.local.edges.UnreadableTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/// `./run`: starts the product on this machine.
@Command(
        name = "./run",
        description = "Starts the product on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            OnceCommand.class,
            InvokeCommand.class,
            EdgesCommand.class,
            ReadPagesCommand.class
        })
public final class Run implements Callable<Integer> {

    /// The exit code for bad input.
    static final int BAD_INPUT = 2;

    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    /// An email address or a domain.
    private static final Pattern RECIPIENT =
            Pattern.compile("([^\\s@]+@)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    static final int STANDARD_PORT = 8080;

    private static final String DATA = ".local";

    private static final String PORT = "--port";

    /// The commands that accept a port but don't need one.
    private static final List<String> WITHOUT_PORT = List.of("once", "invoke", "read-pages");

    @Option(
            names = PORT,
            description = "The port (default: PORT, else 8080).",
            scope = CommandLine.ScopeType.INHERIT)
    private @Nullable Integer port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder for its data (default: " + DATA + " in the repository).")
    private @Nullable Path data;

    @Option(names = "--fresh", description = "Delete the stored data first.")
    private boolean fresh;

    @Option(
            names = "--seed",
            description =
                    "Load the sample company and one placement; until they are loaded, every request is"
                            + " answered with 503.")
    private boolean seed;

    @Option(
            names = "--mail-answer-after",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = TimeOption.class,
            description =
                    "How long SES takes to answer a send and to publish its events, such as 150ms"
                            + " (default: ${DEFAULT-VALUE}).")
    private Duration mailAnswerAfter = Duration.ZERO;

    @Option(
            names = "--sandbox",
            description =
                    "Treat the SES account as new: 1 email a second, 200 a day, and only to verified"
                            + " recipients.")
    private boolean sandbox;

    @Option(
            names = "--verified",
            paramLabel = "ADDRESS",
            split = ",",
            description =
                    "With --sandbox: an address or domain that SES may send to, such as"
                            + " sample-medtech.example; separate several with commas.")
    private List<String> verified = List.of();

    private final Place place;

    private Run(Place place) {
        this.place = place;
    }

    /// Where the command was started, and where its output goes.
    ///
    /// @param root the root of the repository
    /// @param caller the person's working directory
    record Place(
            PrintStream out,
            PrintStream err,
            Path root,
            Path caller,
            Map<String, String> environment) {}

    Place place() {
        return place;
    }

    /// Read only by a command that opens a port, so that the others start whatever the environment
    /// says.
    int port() {
        if (port != null) {
            return port;
        }
        String fromEnvironment = place.environment().getOrDefault("PORT", "");
        try {
            return fromEnvironment.isEmpty() ? STANDARD_PORT : Integer.parseInt(fromEnvironment);
        } catch (NumberFormatException notANumber) {
            throw new Usage("PORT: %s is not a whole number".formatted(fromEnvironment));
        }
    }

    /// The working directory is the root of the repository; the system property `prtosales.caller`
    /// is the folder that the person called from.
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Path root = Path.of("").toAbsolutePath();
        Path caller = Path.of(System.getProperty("prtosales.caller", root.toString()));
        System.exit(execute(new Place(out, err, root, caller, System.getenv()), arguments));
    }

    /// @return the exit code
    static int execute(Place place, String... arguments) {
        return command(new Run(place)).execute(arguments);
    }

    /// Gives the SDK dummy credentials, because it has to sign its calls; the edges ignore the
    /// signature.
    static void setDummyCredentials() {
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
    }

    private static CommandLine command(Run run) {
        CommandLine command = new CommandLine(run);
        String version = "PR-to-Sales " + version(run.place.root());
        command.getCommandSpec().version(version);
        command.getSubcommands().values().forEach(each -> each.getCommandSpec().version(version));
        command.getSubcommands()
                .forEach((name, each) -> {
                    if (WITHOUT_PORT.contains(name)) {
                        hidePort(each.getCommandSpec());
                    }
                });
        return command.setOut(new PrintWriter(run.place.out(), true, StandardCharsets.UTF_8))
                .setExecutionStrategy(given -> {
                    GivenOptions.check(given);
                    return new CommandLine.RunLast().execute(given);
                })
                .setParameterExceptionHandler((problem, given) -> {
                    run.place.err().println("./run: " + Mistyped.why(problem));
                    return BAD_INPUT;
                })
                .setExecutionExceptionHandler((problem, line, result) -> {
                    run.place.err().println("./run: " + firstLine(problem));
                    return problem instanceof Usage || problem instanceof UnreadableTemplate
                            ? BAD_INPUT
                            : 1;
                });
    }

    private static void hidePort(CommandSpec command) {
        OptionSpec port = command.findOption(PORT);
        command.remove(port);
        command.addOption(OptionSpec.builder(port).hidden(true).build());
    }

    /// The version in the repository's `pom.xml`.
    private static String version(Path root) {
        try {
            Matcher version = VERSION.matcher(Files.readString(root.resolve("pom.xml")));
            return version.find() ? String.valueOf(version.group(1)) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    static String firstLine(Throwable problem) {
        String message = problem.getMessage();
        return message == null
                ? problem.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        checkPort();
        checkRecipients();
        DataFolder folder = DataFolder.take(dataFolder());
        try (Stopping stopping = Stopping.onInterrupt(place.out())) {
            place.out().println("starting: database, queues, mail, sign-in, functions …");
            LocalProduct product = start(folder);
            stopping.with(() -> {
                product.close();
                folder.close();
            });
            if (seed) {
                place.out().println("loading the sample company …");
                new SampleCompany(place.root(), product).load();
                product.letIn();
            }
            tellReady(product, folder, Duration.ofNanos(System.nanoTime() - began));
            stopping.await();
        }
        return 0;
    }

    private void checkRecipients() {
        if (!sandbox && !verified.isEmpty()) {
            throw new Usage("--verified needs --sandbox; without it, SES sends to everyone");
        }
        for (String each : verified) {
            if (!RECIPIENT.matcher(each.strip()).matches()) {
                throw new Usage(
                        "--verified: %s is neither an email address nor a domain".formatted(each));
            }
        }
    }

    private Path dataFolder() {
        return data == null ? place.root().resolve(DATA) : place.caller().resolve(data);
    }

    private LocalProduct start(DataFolder folder) {
        LocalProduct.Settings settings = settings(folder);
        if (fresh) {
            settings.beginningWith(() -> {
                LocalParts.check(settings);
                folder.empty();
            });
        }
        setDummyCredentials();
        return LocalProduct.start(seed ? settings.closedAtFirst() : settings, ProductHandlers::new);
    }

    private LocalProduct.Settings settings(DataFolder folder) {
        LocalProduct.Settings settings =
                LocalProduct.Settings.of(template(), folder.data(), folder.log(), port())
                        .answeringMailsAfter(mailAnswerAfter);
        return sandbox ? settings.inTheSandbox(lowerCase(verified)) : settings;
    }

    private void tellReady(LocalProduct product, DataFolder folder, Duration took) {
        place.out().printf("ready after %d.%d s%n", took.toSeconds(), took.toMillisPart() / 100);
        place.out().printf("  the product        %s/%n", product.url());
        place.out().printf("  inbox and clock    %s/_local/%n", product.url());
        place.out().printf("  the functions' log %s%n", folder.log());
        place.out().println("stop with Ctrl-C");
    }

    private static Set<String> lowerCase(List<String> texts) {
        return texts.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    void checkPort() {
        int opened = port();
        if (opened < 0 || opened > 65_535) {
            throw new Usage(opened + " is not a valid port number");
        }
    }

    Path template() {
        Path template = place.root().resolve("template.yaml");
        if (!Files.isRegularFile(template)) {
            throw new Usage("there is no template.yaml in " + place.root());
        }
        return template;
    }
}
