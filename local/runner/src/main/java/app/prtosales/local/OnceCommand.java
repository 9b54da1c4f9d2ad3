package app.prtosales.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `./run once`: runs the main job from end to end in a temporary data folder.
@Command(
        name = "once",
        description = "Runs the main job from end to end, with temporary data.",
        mixinStandardHelpOptions = true)
final class OnceCommand implements Callable<Integer> {

    /// The documented size limit of a list.
    private static final int MAXIMUM_REPS = 10_000;

    private static final int LOG_LINES = 20;

    @ParentCommand private @Nullable Run run;

    @Option(
            names = "--reps",
            paramLabel = "N",
            description = "The number of reps on the team, instead of the sample's.")
    private @Nullable Integer reps;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            defaultValue = "",
            description =
                    "Use another AWS endpoint, such as an emulator's; `aws` stands for the"
                            + " account of your credentials. Emails go only to SES's mailbox simulator."
                            + " AWS_ENDPOINT_URL_SQS and the like override it for one service.")
    private String endpoint = "";

    @Option(
            names = "--sender",
            paramLabel = "ADDRESS",
            defaultValue = "",
            description =
                    "With --endpoint: a sender address already verified in SES; without it, an"
                            + " identity is created.")
    private String sender = "";

    @Option(
            names = "--without",
            paramLabel = "PERMISSION",
            defaultValue = "",
            description =
                    "Remove a permission from a function's role, as in \"RepNotification Mail action"
                            + " ses:SendEmail\": calls that need it are refused, as in AWS.")
    private String withheld = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Run parent = Objects.requireNonNull(run);
        if (reps != null && (reps < 1 || reps > MAXIMUM_REPS)) {
            throw new Usage("--reps must be a number from 1 to %d".formatted(MAXIMUM_REPS));
        }
        if (!endpoint.isEmpty() && !withheld.isEmpty()) {
            throw new Usage("--without works only with the local edges; leave out --endpoint");
        }
        if (!endpoint.isEmpty()) {
            return new RemoteRun(
                            parent.place().root(),
                            parent.template(),
                            parent.place().out(),
                            parent.place().err())
                    .tell(endpoint, sender, team());
        }
        if (!sender.isEmpty()) {
            throw new Usage("--sender works only with --endpoint");
        }
        return here(parent);
    }

    /// The size of the team; 0 for the sample's.
    private int team() {
        return reps == null ? 0 : reps;
    }

    private int here(Run parent) throws IOException, InterruptedException {
        Run.setDummyCredentials();
        Path log = LogFile.temporary();
        parent.place().out().println("starting: database, queues, mail, sign-in, functions …");
        LocalProduct.Settings settings = LocalProduct.Settings.of(parent.template(), null, log, 0);
        try (LocalProduct product =
                LocalProduct.start(
                        withheld.isEmpty() ? settings : settings.without(withheld),
                        ProductHandlers::new)) {
            boolean asExpected = untilRefused(parent, product);
            if (!asExpected) {
                parent.place().err().println("the end of the functions' log:");
                List<String> lines = Files.readAllLines(log);
                lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
                        .forEach(parent.place().err()::println);
            }
            return asExpected ? 0 : 1;
        }
    }

    /// Plays the story and stops it as soon as AWS would have refused a call.
    private boolean untilRefused(Run parent, LocalProduct product) throws InterruptedException {
        Refusals refusals = product.refusals();
        FutureTask<Boolean> story =
                new FutureTask<>(() ->
                        new Story(
                                        product,
                                        SampleLists.of(parent.place().root(), team()),
                                        parent.place().out())
                                .tell());
        Thread watcher =
                Thread.ofPlatform()
                        .daemon()
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
        // Canceling the story interrupted this thread; the check clears the flag.
        boolean ended = Thread.interrupted();
        if (ended || !refusals.all().isEmpty()) {
            refusals.tellNoMore();
            parent.place()
                    .err()
                    .printf(
                            "./run once stops here, because AWS would answer: %s%n",
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
