package app.prtosales.local;

import app.prtosales.aws.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// An AWS endpoint that we do not run ourselves: an emulator, several emulators together, or a real
/// account.
///
/// The rest comes from the SDK's usual environment variables: region, keys or profile, and the
/// endpoint of a single service (`AWS_ENDPOINT_URL_SQS`), which overrides the one for all services.
///
/// @param endpoint the endpoint for all services; empty for AWS itself
/// @param services the endpoint variables of individual services, by name
record RemoteAws(Optional<URI> endpoint, Map<String, String> services, Region region) {

    /// The word that stands for AWS itself.
    static final String AWS = "aws";

    private static final int PATIENCE_MILLISECONDS = 3_000;

    RemoteAws {
        services = Map.copyOf(services);
    }

    /// Reads the command line and the environment, and checks that the endpoints are reachable.
    static RemoteAws at(String typed, Map<String, String> environment) {
        Optional<URI> endpoint =
                typed.equals(AWS) ? Optional.empty() : Optional.of(url("--endpoint", typed));
        Map<String, String> services = new LinkedHashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(Config.AWS_ENDPOINT_URL + "_") && !value.isBlank()) {
                services.put(name, url(name, value).toString());
            }
        });
        requireQueuesAndBusTogether(endpoint, services);
        endpoint.ifPresent(url -> reach("--endpoint", url));
        services.forEach((name, value) -> reach(name, URI.create(value)));
        takeCredentials(endpoint.isPresent());
        return new RemoteAws(endpoint, services, region(endpoint.isPresent()));
    }

    /// Refuses queues and bus on different endpoints: rules on the bus send to queues, and an
    /// emulator cannot send to a queue in another one.
    private static void requireQueuesAndBusTogether(
            Optional<URI> endpoint, Map<String, String> services) {
        String all = endpoint.map(URI::toString).orElse("");
        String queues = services.getOrDefault(Config.AWS_ENDPOINT_URL + "_SQS", all);
        String bus = services.getOrDefault(Config.AWS_ENDPOINT_URL + "_EVENTBRIDGE", all);
        if (!queues.equals(bus)) {
            throw new Usage(
                    "the bus sends to queues, so AWS_ENDPOINT_URL_SQS and"
                            + " AWS_ENDPOINT_URL_EVENTBRIDGE must name the same endpoint");
        }
    }

    private static URI url(String where, String typed) {
        try {
            URI url = new URI(typed);
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException notOne) {
            throw new Usage("%s: %s is not a URL: %s".formatted(where, typed, notOne.getReason()));
        }
        throw new Usage(
                "%s: %s is not a URL such as http://127.0.0.1:4566 or the word %s"
                        .formatted(where, typed, AWS));
    }

    private static void reach(String where, URI url) {
        int defaultPort = url.getScheme().toLowerCase(Locale.ROOT).equals("https") ? 443 : 80;
        int port = url.getPort() < 0 ? defaultPort : url.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLISECONDS);
        } catch (IOException nobody) {
            throw new Usage(
                    "nothing answers at %s (%s); start the emulator first".formatted(url, where));
        }
    }

    /// Passes the credentials to the functions' clients. An emulator accepts any credentials.
    private static void takeCredentials(boolean emulator) {
        System.setProperty("aws.disableEc2Metadata", "true");
        AwsCredentials found;
        try (DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder().build()) {
            found = chain.resolveCredentials();
        } catch (SdkClientException none) {
            if (!emulator) {
                throw new Usage(
                        "no AWS credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
                                + " AWS_SECRET_ACCESS_KEY");
            }
            System.setProperty("aws.accessKeyId", "test");
            System.setProperty("aws.secretAccessKey", "test");
            return;
        }
        System.setProperty("aws.accessKeyId", found.accessKeyId());
        System.setProperty("aws.secretAccessKey", found.secretAccessKey());
        if (found instanceof AwsSessionCredentials session) {
            System.setProperty("aws.sessionToken", session.sessionToken());
        }
    }

    private static Region region(boolean emulator) {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException none) {
            if (!emulator) {
                throw new Usage("no AWS region: set AWS_REGION");
            }
            return Region.US_EAST_1;
        }
    }

    /// The endpoint as shown to people.
    String shown() {
        String all = endpoint.map(URI::toString).orElse("AWS, " + region);
        return services.isEmpty() ? all : all + " and " + String.join(", ", services.values());
    }

    /// The environment variables that point a function's clients at the endpoint.
    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>(services);
        endpoint.ifPresent(url -> environment.put(Config.AWS_ENDPOINT_URL, url.toString()));
        environment.put(Config.AWS_REGION, region.id());
        return environment;
    }

    /// A client for one service of the endpoint.
    ///
    /// @param name the service's name in its endpoint variable
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            String name, B builder) {
        Config.from(environment()).endpoint(name).ifPresent(builder::endpointOverride);
        return builder.region(region).httpClient(UrlConnectionHttpClient.create()).build();
    }
}
