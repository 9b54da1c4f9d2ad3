package app.prtosales.bench;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Edges;
import app.prtosales.local.edges.FunctionCalls;
import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.Work;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Runs the edges in the bench's process. Functions run as shipped, each in a separate process, and
/// call the edges.
final class BenchEdges implements AutoCloseable {

    /// Values for the parameters that have no default.
    private static final Map<String, String> PARAMETERS =
            Map.of("FromAddress", "pr-to-sales@sample-medtech.example");

    private final Path root;
    private final Work work = new Work();
    private final Edges edges;

    private BenchEdges(Path root, InstantSource clock) throws IOException {
        this.root = root;
        this.edges =
                Edges.start(
                        Edges.Settings.inMemory(),
                        url ->
                                CloudTemplate.read(
                                        root.resolve("template.yaml"),
                                        new LocalStack(url, PARAMETERS)),
                        FunctionCalls.none(),
                        work,
                        clock,
                        refusal -> System.err.println(refusal.line()));
    }

    /// The root of the repository.
    static Path root() {
        Path template = CloudTemplate.find(Path.of("").toAbsolutePath()).toAbsolutePath();
        return Objects.requireNonNull(template.getParent());
    }

    static BenchEdges start(Path root, InstantSource clock) throws IOException {
        // Without this, each response of the JDK's server waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // The SDK in this process reads its credentials here.
        System.setProperty("aws.accessKeyId", "bench");
        System.setProperty("aws.secretAccessKey", "bench");
        return new BenchEdges(root, clock);
    }

    /// The endpoint of all AWS services.
    String url() {
        return edges.url();
    }

    /// A client for the edges' database, for writes that no function makes.
    DynamoDbClient dynamo() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(edges.url()))
                .region(Region.of(LocalStack.REGION))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /// The environment variables of a function.
    Map<String, String> environment(String id) {
        Map<String, String> environment = new HashMap<>(definition(id).environment());
        environment.put("AWS_ENDPOINT_URL", edges.url());
        environment.put("AWS_REGION", LocalStack.REGION);
        environment.put("AWS_ACCESS_KEY_ID", "bench");
        environment.put("AWS_SECRET_ACCESS_KEY", "bench");
        return environment;
    }

    /// A function of the template.
    ///
    /// @param folder the function's folder in `functions/`
    Lambda function(String id, String folder) {
        return lambda(
                definition(id).handler(),
                "functions/%s/target/lambda".formatted(folder),
                environment(id));
    }

    /// @param folder the folder that contains `lib`, relative to the root
    Lambda lambda(String handler, String folder, Map<String, String> environment) {
        return new Lambda(
                handler,
                root.resolve(folder),
                environment,
                root.resolve("bench/target/ric"),
                root.resolve("bench/target/functions.log"));
    }

    private FunctionDefinition definition(String id) {
        return edges.template().functions().stream()
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        edges.close();
        work.close();
    }
}
