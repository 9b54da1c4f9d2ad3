package app.prtosales.functions.placementintake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.AwsClients;
import app.prtosales.aws.Config;
import app.prtosales.local.edges.EmbeddedTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSubmissionTest {

    private final EmbeddedTable table = EmbeddedTable.create();

    @ParameterizedTest
    @CsvSource({
        "cognito:groups, , true",
        "https://company.example/roles, , false",
        "groups, leadership=Board, true"
    })
    void the_rehearsal_is_accepted_on_a_new_deployment_and_leaves_nothing_in_the_table(
            String rolesClaim, String roleGroups, String verifiedOnly) {
        Map<String, String> environment = new LinkedHashMap<>(table.environment());
        environment.put("BUS_NAME", "no-bus");
        environment.put("PAGE_READER", "no-function");
        environment.put("COMPANY_COLOR", "#0b57b8");
        environment.put("ROLES_CLAIM", rolesClaim);
        environment.put("ROLE_GROUPS", roleGroups == null ? "" : roleGroups);
        environment.put("REQUIRE_VERIFIED_EMAIL", verifiedOnly);
        environment.put("OIDC_ISSUER", "https://sign-in.example/company");
        environment.put("OIDC_CLIENT_ID", "the-page");
        environment.put("OIDC_ORIGINS", "https://tokens.example/oauth2");
        AwsApplication application = AwsApplication.from(environment, () -> IntakeApi.NOW);

        assertThatCode(() -> new FirstSubmission(application).rehearse())
                .doesNotThrowAnyException();

        assertThat(
                        new AwsClients(Config.from(environment))
                                .dynamo()
                                .scan(scan -> scan.tableName(table.name()))
                                .items())
                .isEmpty();
    }
}
