package app.prtosales.functions.placementintake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.audit.AnswerInBulk;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.inmemory.Company;
import app.prtosales.local.edges.LambdaHandler;
import app.prtosales.overview.FindPlacements;
import app.prtosales.samples.Samples;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import org.junit.jupiter.api.Test;

class ListRouteTest {

    @Test
    void a_fault_of_ours_is_not_blamed_on_the_cursor() {
        Company company = new Company(Samples.WEDNESDAY);
        ListRoute route =
                new ListRoute(
                        new FindPlacements(company.placements, company::now),
                        new AnswerInBulk(company.responses, company.directory),
                        () -> {
                            throw new IllegalArgumentException("a fault of ours");
                        });
        HttpRequest request =
                new HttpRequest(
                        LambdaHandler.event(
                                APIGatewayV2HTTPEvent.class,
                                """
                                {"routeKey": "GET /placements", "rawQueryString": "limit=5",
                                 "queryStringParameters": {"limit": "5"}}
                                """));

        assertThatThrownBy(() -> route.answer(request)).hasMessage("a fault of ours");
    }
}
