package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input to `./run`: one clear line, exit code 2, and nothing of anybody's is lost.
class RunTest {

    @TempDir private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Map<String, String> environment = Map.of();

    @Test
    void a_taken_port_is_reported_before_fresh_deletes_anything() throws IOException {
        Path kept = dataOfTheProduct();
        try (ServerSocket taken = taken()) {
            int port = taken.getLocalPort();

            assertThat(run("--fresh", "--port", "" + port, "--data", folder.toString()))
                    .isEqualTo(2);

            assertThat(said())
                    .isEqualTo(
                            "./run: port %d is taken; choose another with --port or PORT\n"
                                    .formatted(port));
        }
        assertThat(kept).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Resources:|Resources: {|the template is not YAML: ",
                "Action: [dynamodb:GetItem|Action: [!Nonsense x|Fn::Nonsense",
                "VisibilityTimeout: |VisibilityTimeout: !Nonsense |Fn::Nonsense"
            })
    void a_template_that_cannot_be_read_is_reported_before_fresh_deletes_anything(
            String written, String mistaken, String reported) throws IOException {
        Path kept = dataOfTheProduct();
        Path root = Files.createDirectory(folder.resolve("root"));
        String template = Files.readString(Repository.ROOT.resolve("template.yaml"));
        String broken = template.replace(written, mistaken);
        assertThat(broken).isNotEqualTo(template);
        Files.writeString(root.resolve("template.yaml"), broken);

        assertThat(runAt(root, "--fresh", "--port", "0", "--data", folder.toString())).isEqualTo(2);

        assertThat(said()).startsWith("./run: ").contains(reported);
        assertThat(kept).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fresh", "--seed"})
    void a_folder_with_data_of_somebody_else_is_refused_and_kept(String option) throws IOException {
        Path kept = Files.createDirectories(folder.resolve("data/keep")).resolve("p.txt");
        Files.writeString(kept, "mine");

        assertThat(run(option, "--data", folder.toString())).isEqualTo(2);

        assertThat(said())
                .isEqualTo(
                        "./run: %s has files that this product didn't create; choose another folder with --data\n"
                                .formatted(folder.resolve("data")));
        assertThat(kept).hasContent("mine");
    }

    @Test
    void the_data_of_an_earlier_run_is_taken_and_emptied() throws IOException {
        Path old = dataOfTheProduct();
        try (DataFolder taken = DataFolder.take(folder)) {
            taken.empty();

            assertThat(old).doesNotExist();
            assertThat(taken.data()).isDirectory();
        }
        DataFolder.take(folder).close();
    }

    @Test
    void data_from_before_the_mark_is_still_the_products() throws IOException {
        Files.createDirectories(folder.resolve("data/dynamodb"));

        DataFolder.take(folder).close();

        assertThat(folder.resolve("data/dynamodb")).isDirectory();
    }

    @Test
    void a_file_in_place_of_the_data_folder_is_named_as_the_cause() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "");

        assertThat(run("--data", file.toString())).isEqualTo(2);

        assertThat(said())
                .isEqualTo("./run: %s cannot be used: %s is a file\n".formatted(file, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "10001"})
    void a_team_that_no_list_can_hold_is_refused(String reps) {
        assertThat(run("once", "--reps", reps)).isEqualTo(2);

        assertThat(said()).isEqualTo("./run: --reps must be a number from 1 to 10000\n");
    }

    @Test
    void a_taken_port_of_the_edges_is_reported_like_any_other() throws IOException {
        try (ServerSocket taken = taken()) {
            int port = taken.getLocalPort();

            assertThat(run("edges", "--port", "" + port)).isEqualTo(2);

            assertThat(said())
                    .isEqualTo(
                            "./run: port %d on 127.0.0.1 is taken; choose another with --port or PORT\n"
                                    .formatted(port));
        }
    }

    @Test
    void json_that_is_not_an_object_is_not_an_event() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "[]");

        assertThat(run("invoke", "WeeklyAudit", "-e", list.toString())).isEqualTo(2);

        assertThat(said())
                .isEqualTo(
                        "./run: %s is not an event: the JSON is not an object\n".formatted(list));
    }

    @Test
    void a_file_that_is_not_text_is_not_an_event() throws IOException {
        Path picture = Files.write(folder.resolve("picture.jpg"), new byte[] {-1, -40, -1});

        assertThat(run("invoke", "WeeklyAudit", "-e", picture.toString())).isEqualTo(2);

        assertThat(said())
                .isEqualTo("./run: %s is not an event: it is not text\n".formatted(picture));
    }

    @ParameterizedTest
    @CsvSource({"--seed, once, --seed", "--sandbox, edges, --sandbox", "--data=x, once, --data"})
    void the_option_that_a_command_does_not_use_is_named(
            String given, String command, String named) {
        assertThat(run(given, command)).isEqualTo(2);

        assertThat(said())
                .isEqualTo("./run: %s does not use %s; leave it out\n".formatted(command, named));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--endpoint=", "--sender=", "--without= "})
    void an_option_without_its_value_is_refused(String option) {
        assertThat(run("once", option)).isEqualTo(2);

        assertThat(said())
                .isEqualTo(
                        "./run: %s has no value; give one, or leave it out\n"
                                .formatted(option.substring(0, option.indexOf('='))));
    }

    @Test
    void a_data_folder_is_relative_to_where_the_person_is() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "");

        assertThat(runFrom(folder, "--data", "x")).isEqualTo(2);

        assertThat(said())
                .isEqualTo("./run: %s cannot be used: %s is a file\n".formatted(file, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a b@c.example", "rep@", "@c.example", "ok.example,rep@x"})
    void a_verified_recipient_is_an_address_or_a_domain(String recipients) throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "");

        assertThat(run("--sandbox", "--verified", recipients, "--data", file.toString()))
                .isEqualTo(2);

        String wrong = recipients.substring(recipients.indexOf(',') + 1);
        assertThat(said())
                .isEqualTo(
                        "./run: --verified: %s is neither an email address nor a domain\n"
                                .formatted(wrong));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | there is no command nonsense; choose one of once, invoke, edges, read-pages",
                "--nonsense | there is no option --nonsense; see ./run --help",
                "once --nonsense | there is no option --nonsense; see ./run once --help",
                "read-pages x.html | read-pages does not take x.html; see ./run read-pages --help",
                "--port abc | --port: abc is not a whole number",
                "--port= | --port has no value; give one, or leave it out",
                "once --reps 1.5 | --reps: 1.5 is not a whole number"
            })
    void a_mistyped_command_leads_to_the_right_one(String typed, String reported) {
        assertThat(run(typed.split(" "))).isEqualTo(2);

        assertThat(said()).isEqualTo("./run: %s\n".formatted(reported));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "once", "invoke", "edges", "read-pages"})
    void each_command_says_its_version(String command) {
        assertThat(command.isEmpty() ? run("--version") : run(command, "-V")).isZero();

        assertThat(out.toString(UTF_8)).matches("PR-to-Sales [0-9][0-9A-Za-z.-]+\n");
    }

    @ParameterizedTest
    @CsvSource({
        "once, false",
        "invoke, false",
        "read-pages, false",
        "edges, true",
    })
    void only_the_help_of_a_command_with_a_port_of_its_own_names_the_port(
            String command, boolean named) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString(UTF_8).contains("--port")).isEqualTo(named);
    }

    @Test
    void a_port_is_accepted_before_and_after_a_command_that_needs_none() {
        String event = "events/weekly-audit.json";

        assertThat(run("invoke", "WeeklyAudit", "-e", event, "--port", "8931")).isZero();
        assertThat(run("--port", "8931", "invoke", "WeeklyAudit", "-e", event)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "edges"})
    void a_port_of_the_environment_is_read_like_the_option(String command) {
        String[] arguments = command.isEmpty() ? new String[0] : new String[] {command};
        environment = Map.of("PORT", "abc");
        assertThat(run(arguments)).isEqualTo(2);
        environment = Map.of("PORT", "70000");
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(said())
                .isEqualTo(
                        "./run: PORT: abc is not a whole number\n./run: 70000 is not a valid port number\n");
    }

    @Test
    void a_port_of_the_environment_gives_way_to_the_option() {
        environment = Map.of("PORT", "abc");

        assertThat(run("--port", "70000")).isEqualTo(2);
        assertThat(run("--port", "70001", "edges")).isEqualTo(2);

        assertThat(said())
                .isEqualTo(
                        "./run: 70000 is not a valid port number\n./run: 70001 is not a valid port number\n");
    }

    @Test
    void a_command_that_opens_no_port_does_not_read_it_from_the_environment() {
        environment = Map.of("PORT", "abc");

        assertThat(run("invoke", "WeeklyAudit", "-e", "events/weekly-audit.json")).isZero();
    }

    @Test
    void a_failed_message_of_a_batch_is_explained_in_the_functions_own_words() {
        assertThat(
                        run(
                                "invoke",
                                "DeliveryFeedback",
                                "-e",
                                "events/delivery-feedback-broken-json.json"))
                .isZero();

        assertThat(out.toString(UTF_8)).contains("batchItemFailures");
        assertThat(said()).contains("DeliveryFeedback {").contains("not an SES event");
    }

    private Path dataOfTheProduct() throws IOException {
        try (DataFolder taken = DataFolder.take(folder)) {
            return Files.writeString(taken.data().resolve("clock"), "PT0S");
        }
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private int run(String... arguments) {
        return runAt(Repository.ROOT, arguments);
    }

    private int runAt(Path root, String... arguments) {
        return run(root, root, arguments);
    }

    private int runFrom(Path caller, String... arguments) {
        return run(Repository.ROOT, caller, arguments);
    }

    private int run(Path root, Path caller, String... arguments) {
        PrintStream output = new PrintStream(out, true, UTF_8);
        PrintStream errors = new PrintStream(err, true, UTF_8);
        return Run.execute(new Run.Place(output, errors, root, caller, environment), arguments);
    }

    private String said() {
        return err.toString(UTF_8);
    }
}
