package app.prtosales.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The AWS clients: one for each service, created on first use, all on the same HTTP client.
///
/// A function contains only the jars of its own services, so this class names no service but
/// DynamoDB; each other service is named only by the small classes that ask [#client] for it.
public final class AwsClients {

    /// Long enough for a TLS handshake in a slow moment, short enough to leave time for another
    /// attempt.
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// A service that answers at all answers within this time; SES is the slowest.
    private static final Duration READ = Duration.ofSeconds(10);

    private final Region region;
    private final Config config;
    private final List<ExecutionInterceptor> watchers;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();

    public AwsClients(Config config) {
        this(config, List.of());
    }

    /// @param watchers interceptors that see every call of every client
    public AwsClients(Config config, List<ExecutionInterceptor> watchers) {
        this.config = config;
        this.watchers = List.copyOf(watchers);
        region = Region.of(config.region());
        credentials =
                AwsCredentialsProviderChain.of(
                        SystemPropertyCredentialsProvider.create(),
                        EnvironmentVariableCredentialsProvider.create(),
                        ContainerCredentialsProvider.create());
        http =
                UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ)
                        .build();
    }

    public DynamoDbClient dynamo() {
        return client("DYNAMODB", DynamoDbClient.class, DynamoDbClient::builder);
    }

    /// The shared client of a service.
    ///
    /// @param name the service's name in its endpoint variable
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
            C client(String name, Class<C> service, Supplier<B> builder) {
        return client(name, service, builder, unchanged -> {});
    }

    /// The shared client of a service whose users all need retries or timeouts other than the
    /// SDK's.
    ///
    /// @param name the service's name in its endpoint variable
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
            C client(
                    String name,
                    Class<C> service,
                    Supplier<B> builder,
                    Consumer<ClientOverrideConfiguration.Builder> behavior) {
        SdkClient client =
                clients.computeIfAbsent(service, first -> newClient(name, builder.get(), behavior));
        return service.cast(client);
    }

    /// The response to a single signed GET, for callers that do not need the service's whole
    /// client.
    ///
    /// @param signedFor the service name in the signature
    /// @param host the first part of the service's host name
    /// @param name the service's name in its endpoint variable
    /// @throws UncheckedIOException if the service did not answer, or answered with an error
    public byte[] get(String name, String signedFor, String host, String path) {
        URI base =
                config.endpoint(name)
                        .orElseGet(() ->
                                URI.create("https://%s.%s.amazonaws.com".formatted(host, region)));
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.GET)
                        .uri(URI.create(base.toString().replaceAll("/$", "") + path))
                        .build();
        SdkHttpRequest signed =
                AwsV4HttpSigner.create()
                        .sign(sign ->
                                sign.identity(credentials.resolveCredentials())
                                        .request(request)
                                        .putProperty(
                                                AwsV4HttpSigner.SERVICE_SIGNING_NAME, signedFor)
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()))
                        .request();
        try {
            HttpExecuteResponse response =
                    http.prepareRequest(HttpExecuteRequest.builder().request(signed).build())
                            .call();
            try (AbortableInputStream body =
                    response.responseBody().orElseThrow(() -> new IOException("no answer"))) {
                if (!response.httpResponse().isSuccessful()) {
                    throw new IOException("status " + response.httpResponse().statusCode());
                }
                return body.readAllBytes();
            }
        } catch (IOException notAnswered) {
            throw new UncheckedIOException(notAnswered);
        }
    }

    /// A separate client, for callers that need retries or timeouts other than the SDK's.
    ///
    /// @param name the service's name in its endpoint variable
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
            C newClient(
                    String name,
                    B builder,
                    Consumer<ClientOverrideConfiguration.Builder> behavior) {
        config.endpoint(name).ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(client -> {
                    behavior.accept(client);
                    watchers.forEach(client::addExecutionInterceptor);
                })
                .build();
    }
}
