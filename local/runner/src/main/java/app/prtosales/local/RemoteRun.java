package app.prtosales.local;

import app.prtosales.local.edges.CloudTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/// Runs the main job on an AWS endpoint that we do not run ourselves: creates the resources there,
/// plays the story, and deletes everything again.
final class RemoteRun {

    private static final String MADE_SENDER = "coverage@sample-medtech.example";
    private static final int LOG_LINES = 20;

    private final Path root;
    private final Path template;
    private final PrintStream out;
    private final PrintStream err;

    RemoteRun(Path root, Path template, PrintStream out, PrintStream err) {
        this.root = root;
        this.template = template;
        this.out = out;
        this.err = err;
    }

    /// @param endpoint the endpoint's URL, or `aws`
    /// @param sender an address verified in SES, or empty to create an identity
    /// @param reps the number of reps on the team; 0 for the sample's team
    /// @return 0 when every step did what the protocol says and nothing was left behind
    int tell(String endpoint, String sender, int reps) throws IOException, InterruptedException {
        RemoteAws at = RemoteAws.at(endpoint, environment());
        boolean verified = !sender.isEmpty();
        if (!verified && at.endpoint().isEmpty()) {
            throw new Usage("--endpoint aws needs --sender with an address verified in SES");
        }
        Path log = LogFile.temporary();
        LocalIssuer issuer = LocalIssuer.start();
        String from = verified ? sender : MADE_SENDER;
        CloudTemplate declared = RemoteProduct.template(template, from, issuer);
        RunResources resources = new RunResources(at, declared, out);
        Thread farewell = new Thread(resources::close);
        Runtime.getRuntime().addShutdownHook(farewell);
        boolean asExpected = false;
        try {
            out.printf(
                    "creating table, queues, bus, rules, secret and sender at %s …%n", at.shown());
            make(resources, at, from, verified);
            asExpected = play(at, issuer, declared, resources, log, reps);
        } finally {
            resources.close();
            issuer.close();
        }
        return asExpected && !resources.hasLeftovers() ? 0 : 1;
    }

    private static Map<String, String> environment() {
        return System.getenv();
    }

    private static void make(RunResources resources, RemoteAws at, String from, boolean verified)
            throws InterruptedException {
        try {
            resources.create(from, verified);
        } catch (SdkException refused) {
            throw new Usage(
                    "%s cannot create what the product needs: %s"
                            .formatted(at.shown(), ServiceProblem.of(refused)));
        }
    }

    private boolean play(
            RemoteAws at,
            LocalIssuer issuer,
            CloudTemplate declared,
            RunResources resources,
            Path log,
            int reps)
            throws IOException, InterruptedException {
        boolean asExpected;
        try (RemoteProduct product = RemoteProduct.start(declared, resources, issuer, at, log)) {
            asExpected =
                    new Story(product, SampleLists.mailedToTheSimulator(root, reps), out).tell();
            product.sum(out);
            for (String failure : product.failures()) {
                asExpected = false;
                out.println("✗ " + failure);
            }
        }
        if (!asExpected) {
            err.println("the end of the functions' log:");
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())
                    .forEach(err::println);
        }
        return asExpected;
    }
}
