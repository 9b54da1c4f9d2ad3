package app.prtosales.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The clients of AWS: one for each service, made when first asked for, all on one HTTP client.
///
/// A function carries the jars of its own services only. So this class names none but DynamoDB;
/// each other service is named by the one small class that asks [#client] for it.
public final class AwsClients {

    /// Long enough for a TLS handshake across a slow moment, short enough to try elsewhere.
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /// Nothing we ask answers later than this when it answers at all; SES is the slowest.
    private static final Duration READ = Duration.ofSeconds(10);

    private final Region region;
    private final Optional<URI> endpoint;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Map<Class<?>, SdkClient> clients = new ConcurrentHashMap<>();

    public AwsClients(Config config) {
        region = Region.of(config.region());
        endpoint = config.endpoint();
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
        return client(DynamoDbClient.class, DynamoDbClient::builder);
    }

    /// The client of a service, always the same one.
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
            C client(Class<C> service, Supplier<B> builder) {
        SdkClient client =
                clients.computeIfAbsent(
                        service, first -> newClient(builder.get(), unchanged -> {}));
        return service.cast(client);
    }

    /// A client of its own, for who needs other retries or time limits than the SDK's.
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
            C newClient(B builder, Consumer<ClientOverrideConfiguration.Builder> behaviour) {
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .overrideConfiguration(behaviour)
                .build();
    }
}
