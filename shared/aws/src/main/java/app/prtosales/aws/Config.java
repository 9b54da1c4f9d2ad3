package app.prtosales.aws;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A function's settings from its environment. A variable is read when it is asked for, because
/// each function has only those that it uses.
public final class Config {

    public static final String TABLE_NAME = "TABLE_NAME";
    public static final String BUS_NAME = "BUS_NAME";
    public static final String PING_QUEUE_URL = "PING_QUEUE_URL";
    public static final String PING_DLQ_URL = "PING_DLQ_URL";
    public static final String CONFIGURATION_SET = "CONFIGURATION_SET";
    public static final String FROM_ADDRESS = "FROM_ADDRESS";
    public static final String BASE_URL = "BASE_URL";
    public static final String LINK_KEY_SECRET = "LINK_KEY_SECRET";
    public static final String ROLES_CLAIM = "ROLES_CLAIM";
    public static final String ROLE_GROUPS = "ROLE_GROUPS";
    public static final String REQUIRE_VERIFIED_EMAIL = "REQUIRE_VERIFIED_EMAIL";
    public static final String RECIPIENT_DOMAINS = "RECIPIENT_DOMAINS";
    public static final String SENDERS = "SENDERS";
    public static final String OIDC_ISSUER = "OIDC_ISSUER";
    public static final String OIDC_CLIENT_ID = "OIDC_CLIENT_ID";
    public static final String OIDC_ORIGINS = "OIDC_ORIGINS";
    public static final String PAGE_READER = "PAGE_READER";
    public static final String COMPANY_COLOR = "COMPANY_COLOR";
    public static final String METRICS_NAMESPACE = "METRICS_NAMESPACE";

    /// Set by Lambda itself.
    public static final String AWS_REGION = "AWS_REGION";

    /// The endpoint for all services, as the AWS SDKs define it; set only for local runs.
    public static final String AWS_ENDPOINT_URL = "AWS_ENDPOINT_URL";

    private final Map<String, String> environment;

    private Config(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public static Config from(Map<String, String> environment) {
        return new Config(environment);
    }

    /// All variables of the product, for checking the template against them.
    public static List<String> names() {
        return List.of(
                TABLE_NAME,
                BUS_NAME,
                PING_QUEUE_URL,
                PING_DLQ_URL,
                CONFIGURATION_SET,
                FROM_ADDRESS,
                BASE_URL,
                LINK_KEY_SECRET,
                ROLES_CLAIM,
                ROLE_GROUPS,
                REQUIRE_VERIFIED_EMAIL,
                RECIPIENT_DOMAINS,
                SENDERS,
                OIDC_ISSUER,
                OIDC_CLIENT_ID,
                OIDC_ORIGINS,
                PAGE_READER,
                COMPANY_COLOR,
                METRICS_NAMESPACE);
    }

    public String tableName() {
        return required(TABLE_NAME);
    }

    public String busName() {
        return required(BUS_NAME);
    }

    public String pingQueueUrl() {
        return required(PING_QUEUE_URL);
    }

    public String pingDeadLetterQueueUrl() {
        return required(PING_DLQ_URL);
    }

    /// The name of the SES configuration set whose events we receive.
    public String configurationSet() {
        return required(CONFIGURATION_SET);
    }

    public String fromAddress() {
        return required(FROM_ADDRESS);
    }

    /// The base URL of the links in emails, without a trailing slash.
    public String baseUrl() {
        String url = required(BASE_URL).replaceAll("/+$", "");
        if (!url.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new ConfigurationException(
                    "environment variable BASE_URL must begin with https:// or http://");
        }
        return url;
    }

    /// The name or ARN of the secret that links are signed with; never the secret itself.
    public String linkKeySecret() {
        return required(LINK_KEY_SECRET);
    }

    /// The claim of a token that holds the caller's roles or groups.
    public String rolesClaim() {
        return required(ROLES_CLAIM);
    }

    /// Which group has which role, such as `pr=PR Agency;ops=Sales Operations`; empty when the
    /// groups are named like the roles.
    public Optional<String> roleGroups() {
        return Optional.ofNullable(optional(ROLE_GROUPS));
    }

    /// Whether a token must state that its address is verified.
    public boolean requireVerifiedEmail() {
        return !required(REQUIRE_VERIFIED_EMAIL).equals("false");
    }

    /// The allowed domains of people's addresses on the lists, separated by spaces; empty for any.
    public String recipientDomains() {
        @Nullable String domains = optional(RECIPIENT_DOMAINS);
        return domains == null ? "" : domains;
    }

    /// The issuer (`iss`) of the tokens that the API accepts.
    public String oidcIssuer() {
        return required(OIDC_ISSUER);
    }

    /// The client id for which the page requests tokens; their `aud`.
    public String oidcClientId() {
        return required(OIDC_CLIENT_ID);
    }

    /// Further addresses, separated by spaces, whose origins sign-in may contact in addition to the
    /// issuer's.
    public List<String> oidcOrigins() {
        return List.of(required(OIDC_ORIGINS).split("\\s+", -1));
    }

    /// The ARN of the alias of the page reader function.
    public String pageReader() {
        return required(PAGE_READER);
    }

    /// The color of links and buttons, as `#rrggbb`.
    public String companyColor() {
        return required(COMPANY_COLOR);
    }

    /// The namespace of the metrics that a function writes, which the stack's alarms watch.
    public String metricsNamespace() {
        return required(METRICS_NAMESPACE);
    }

    /// The number of senders that share SES's rate.
    public int senders() {
        String written = required(SENDERS);
        if (!written.matches("[1-9][0-9]{0,3}")) {
            throw new ConfigurationException(
                    "environment variable SENDERS must be a whole number from 1 to 9999");
        }
        return Integer.parseInt(written);
    }

    public String region() {
        return required(AWS_REGION);
    }

    /// The endpoint of a service, if it is not AWS's own: from the service's own variable, such as
    /// `AWS_ENDPOINT_URL_SQS`, otherwise from the one for all services.
    ///
    /// @param service its name in that variable (AWS SDKs and Tools, "Service-specific endpoints")
    public Optional<URI> endpoint(String service) {
        return Optional.ofNullable(optional(AWS_ENDPOINT_URL + "_" + service))
                .or(() -> Optional.ofNullable(optional(AWS_ENDPOINT_URL)))
                .map(URI::create);
    }

    private String required(String name) {
        @Nullable String value = optional(name);
        if (value == null) {
            throw new ConfigurationException("environment variable %s is not set".formatted(name));
        }
        return value;
    }

    private @Nullable String optional(String name) {
        @Nullable String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
