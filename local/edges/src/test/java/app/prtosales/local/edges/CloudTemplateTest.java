package app.prtosales.local.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudTemplateTest {

    private static final String URL = "http://127.0.0.1:4566";

    private final CloudTemplate template = ToyTemplate.at(URL);

    @Test
    void a_functions_environment_names_the_local_resources() {
        FunctionDefinition front = template.functions().getFirst();

        assertThat(front.handlerClass()).isEqualTo("app.prtosales.local.toys.FrontHandler");
        assertThat(front.timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(front.environment())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "TABLE_NAME",
                                "pr-to-sales-Table",
                                "QUEUE_URL",
                                URL + "/000000000000/Jobs",
                                "SENDER",
                                "toy@toys.example",
                                "SECRET",
                                "arn:aws:secretsmanager:us-east-1:000000000000:secret:Key",
                                "SET",
                                "pr-to-sales"));
    }

    @Test
    void a_route_requires_a_token_unless_it_opts_out() {
        assertThat(template.routes())
                .containsExactly(
                        new RouteDefinition("Front", "GET", "/", false),
                        new RouteDefinition("Front", "GET", "/items/{id}", true));
    }

    @Test
    void a_route_changed_in_the_template_changes_locally() {
        CloudTemplate changed =
                CloudTemplate.of(
                        ToyTemplate.TEXT.replace("/items/{id}", "/things/{id}"),
                        new LocalStack(URL, Map.of("Sender", "a@b.example")));

        assertThat(changed.routes()).extracting(RouteDefinition::path).contains("/things/{id}");
    }

    @Test
    void queues_name_their_dead_letter_queue_and_conditions_leave_resources_out() {
        assertThat(template.queues())
                .extracting(QueueDefinition::name)
                .containsExactly("Jobs", "DeadJobs", "Failures", "Heard");
        assertThat(template.queues().getFirst())
                .isEqualTo(
                        new QueueDefinition(
                                "Jobs",
                                Duration.ofSeconds(60),
                                Duration.ZERO,
                                Duration.ofDays(4),
                                "DeadJobs",
                                2));
        assertThat(template.functions().getLast().failureQueue()).isEqualTo("Failures");
    }

    @Test
    void a_queue_source_has_its_batch_size_and_concurrency() {
        assertThat(template.queueSources())
                .containsExactly(new QueueSource("Worker", "Jobs", 5, Duration.ZERO, true, 4));
    }

    @Test
    void schedules_keep_their_time_zone() {
        assertThat(template.schedules())
                .containsExactly(
                        new ScheduleDefinition(
                                "WorkerTick", "Worker", "rate(1 minute)", ZoneId.of("UTC"), null),
                        new ScheduleDefinition(
                                "WorkerHourly",
                                "Worker",
                                "cron(0 * ? * * *)",
                                ZoneId.of("Europe/Berlin"),
                                null));
    }

    @Test
    void rules_include_declared_ones_and_function_events() {
        assertThat(template.rules())
                .extracting(RuleDefinition::bus)
                .containsExactly("pr-to-sales-bus", "default");
        assertThat(template.rules().getFirst().targets())
                .containsExactly(
                        new RuleDefinition.Target(RuleDefinition.Kind.QUEUE, "Jobs", null, null));
    }

    @Test
    void the_authorizer_follows_the_parameters() {
        CloudTemplate own =
                CloudTemplate.of(
                        ToyTemplate.TEXT,
                        new LocalStack(
                                URL, Map.of("Sender", "a@b.example", "Issuer", "http://us")));

        assertThat(own.authorizer())
                .contains(new AuthorizerDefinition("http://us", List.of("toy")));
    }

    @Test
    void a_parameter_that_the_template_does_not_have_is_refused() {
        LocalStack stack = new LocalStack(URL, Map.of("Typo", "x"));

        assertThatThrownBy(() -> CloudTemplate.of(ToyTemplate.TEXT, stack))
                .isInstanceOf(UnreadableTemplate.class)
                .hasMessage("the template has no parameter Typo");
    }

    @Test
    void the_products_own_template_can_be_read() {
        CloudTemplate product =
                CloudTemplate.read(
                        CloudTemplate.find(Path.of("")),
                        new LocalStack(URL, Map.of("FromAddress", "coverage@company.example")));

        assertThat(product.functions())
                .extracting(FunctionDefinition::id)
                .contains("PlacementIntake", "WeeklyAudit");
        assertThat(product.functions())
                .allSatisfy(each -> assertThat(each.environment()).containsKey("TABLE_NAME"));
        assertThat(product.routes()).isNotEmpty();
        assertThat(product.schedules()).hasSize(2);
        assertThat(product.queueSources()).hasSize(2);
        assertThat(product.rules()).hasSize(2);
    }
}
