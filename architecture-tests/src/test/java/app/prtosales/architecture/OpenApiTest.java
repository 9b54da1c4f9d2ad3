package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.architecture.ApiDescription.Example;
import app.prtosales.architecture.ApiDescription.Operation;
import app.prtosales.audit.Answer;
import app.prtosales.audit.AnswerQuestions;
import app.prtosales.audit.Facts;
import app.prtosales.audit.Finding;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.aws.http.PlacementJson;
import app.prtosales.aws.http.QueryRules;
import app.prtosales.aws.json.Json;
import app.prtosales.change.CorrectionRequest;
import app.prtosales.directory.Column;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.Suggestion;
import app.prtosales.functions.auditpages.AuditPagesHandler;
import app.prtosales.functions.directory.DirectoryHandler;
import app.prtosales.functions.placementintake.PlacementIntakeHandler;
import app.prtosales.functions.represponse.RepResponseHandler;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.local.edges.RouteDefinition;
import app.prtosales.overview.PlacementOverview;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Status;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.placement.Tone;
import app.prtosales.placement.Verdict;
import app.prtosales.response.BetterPlace;
import app.prtosales.response.Champion;
import app.prtosales.response.How;
import app.prtosales.response.Response;
import app.prtosales.samples.Samples;
import app.prtosales.sequence.SequenceTask;
import app.prtosales.text.Words;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/// `docs/openapi.yaml` describes exactly what exists.
class OpenApiTest {

    private static final ApiDescription API = ApiDescription.read();

    static final List<Example> EXAMPLES = API.examples();

    /// Members that a placement has in only one case.
    @Test
    void describes_exactly_the_query_parameters_of_each_route() {
        API.operations().stream()
                .filter(Operation::authorized)
                .forEach(operation ->
                        assertThat(API.queryOf(operation))
                                .as(operation.route())
                                .containsExactlyInAnyOrderElementsOf(
                                        QueryRules.of(operation.route())));
    }

    @Test
    void describes_the_templates_routes_and_which_need_a_token() {
        Map<String, Boolean> described =
                API.operations().stream()
                        .collect(Collectors.toMap(Operation::route, Operation::authorized));

        assertThat(described)
                .isEqualTo(
                        Repository.template("http://localhost:1").routes().stream()
                                .filter(route -> !route.path().equals("$default"))
                                .collect(
                                        Collectors.toMap(
                                                RouteDefinition::key,
                                                RouteDefinition::authorized)));
    }

    /// API Gateway sends each function the routes that the template gives it; one that its handler
    /// does not know would get a 404 although it is described.
    @Test
    void each_function_answers_exactly_the_routes_that_the_template_gives_it() {
        Map<String, Map<String, Boolean>> given =
                Repository.template("http://localhost:1").routes().stream()
                        .collect(
                                Collectors.groupingBy(
                                        RouteDefinition::function,
                                        Collectors.toMap(
                                                RouteDefinition::key,
                                                RouteDefinition::authorized)));

        assertThat(
                        Map.of(
                                "PlacementIntake", PlacementIntakeHandler.ROUTES.signedIn(),
                                "Directory", DirectoryHandler.ROUTES.signedIn(),
                                "AuditPages", AuditPagesHandler.ROUTES.signedIn(),
                                "RepResponse", RepResponseHandler.ROUTES.signedIn()))
                .isEqualTo(given);
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void each_example_fits_its_schema(Example example) {
        assertThat(API.differences(example.schema(), example.value())).isEmpty();
    }

    /// Reading, storing, showing and correcting them is tested by `PlacementFieldsTest` of
    /// placement-intake.
    @Test
    void a_submission_and_a_correction_have_exactly_the_described_members() {
        List<String> submitted =
                Arrays.stream(Submission.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList();
        List<String> corrected = new ArrayList<>(CorrectionRequest.TEXTS);
        corrected.addAll(List.of("segments", "personas", "from", "reason"));

        assertThat(API.properties(API.schema("Submission")))
                .containsExactlyInAnyOrderElementsOf(submitted);
        assertThat(API.properties(API.schema("CorrectionRequest")))
                .containsExactlyInAnyOrderElementsOf(corrected);
    }

    @Test
    void a_placement_has_exactly_the_described_members() {
        Map<String, Object> placement = json(PlacementJson.whole(everythingKnown()));

        assertThat(API.differences(API.schema("Placement"), placement)).isEmpty();
        assertThat(placement.keySet())
                .containsExactlyInAnyOrderElementsOf(API.properties(API.schema("Placement")));
        assertThat(ApiDescription.map(placement.get("reached")).keySet())
                .containsExactlyInAnyOrderElementsOf(API.properties(API.schema("Reached")));
        assertThat(placement.get("history"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .first()
                .extracting(each -> ApiDescription.map(each).keySet())
                .isEqualTo(API.properties(API.schema("HistoryEntry")));
    }

    @Test
    void a_placement_with_few_known_facts_fits_too() {
        Placement placement = Samples.placementWithNothingOptional();
        Finding no = new Finding(Answer.NO, "nothing happened", null);
        Reached nobody = Reached.nobodyYet(48);
        PlacementOverview little =
                new PlacementOverview(
                        placement,
                        placement.status(),
                        placement.forwardability(),
                        audit(placement, nobody, no),
                        List.of(),
                        List.of(),
                        null,
                        "It is in review.",
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        List.of(),
                        false,
                        Map.of(),
                        Map.of(),
                        List.of());

        assertThat(API.differences(API.schema("Placement"), json(PlacementJson.whole(little))))
                .isEmpty();
    }

    @Test
    void a_line_of_the_list_has_exactly_the_described_members() {
        Map<String, Object> line = json(line(Samples.placementWithEverything()));

        assertThat(API.differences(API.schema("PlacementLine"), line)).isEmpty();
        assertThat(line.keySet())
                .containsExactlyInAnyOrderElementsOf(API.properties(API.schema("PlacementLine")));
        assertThat(API.differences(API.schema("PlacementLine"), json(line(Samples.placement()))))
                .isEmpty();
    }

    private static Map<String, @Nullable Object> line(Placement placement) {
        PlacementAnswers answers =
                AnswerQuestions.audit(
                        placement,
                        Reached.nobodyYet(0),
                        List.of(),
                        new Company(Samples.WEDNESDAY).directory);
        return PlacementJson.line(placement, answers, Samples.WEDNESDAY);
    }

    @ParameterizedTest
    @EnumSource
    void a_row_of_a_list_has_exactly_the_columns_of_the_list(ListName list) {
        Map<String, Object> row =
                API.schema(
                        list.word().substring(0, 1).toUpperCase(Locale.ROOT)
                                + list.word().substring(1)
                                + "Row");

        assertThat(API.properties(row))
                .containsExactlyInAnyOrderElementsOf(
                        list.columns().stream().map(Column::name).toList());
        assertThat(API.required(row))
                .containsExactlyInAnyOrderElementsOf(
                        list.columns().stream()
                                .filter(Column::required)
                                .map(Column::name)
                                .toList());
    }

    @Test
    void the_words_are_those_of_the_domain() {
        assertThat(choices("Format")).isEqualTo(words(Format.values(), Format::word));
        assertThat(choices("Tone")).isEqualTo(words(Tone.values(), Tone::word));
        assertThat(choices("Forwardability"))
                .isEqualTo(words(Forwardability.values(), Forwardability::word));
        assertThat(choices("Status")).isEqualTo(words(Status.values(), Status::word));
        assertThat(choices("Verdict")).isEqualTo(words(Verdict.values(), Verdict::word));
        assertThat(choices("Answer")).isEqualTo(words(Answer.values(), Answer::word));
        assertThat(choices("How")).isEqualTo(words(How.values(), How::word));
        assertThat(API.schema("Reached").toString())
                .contains(words(Cause.values(), Words::of).toString());
    }

    private static List<Object> choices(String schema) {
        return ApiDescription.list(API.schema(schema).get("enum"));
    }

    private static <E> List<Object> words(E[] values, Function<E, String> word) {
        return List.of(values).stream().<Object>map(word).toList();
    }

    /// The JSON as a client parses it.
    private static Map<String, Object> json(Map<String, ?> value) {
        return ApiDescription.map(Json.read(Json.write(value), Object.class).orElseThrow());
    }

    private static PlacementOverview everythingKnown() {
        Placement placement = Samples.placementWithEverything();
        Finding yes = new Finding(Answer.YES, "everybody was reached", Samples.WEDNESDAY);
        Sequence sequence =
                new Sequence(
                        new SequenceId("cfo"),
                        "CFO sequence",
                        "Sam Ortiz",
                        "sam@" + Samples.MAIL_DOMAIN,
                        List.of("CFO"),
                        List.of("payers"),
                        Sequence.Status.ACTIVE,
                        List.of("awareness"));
        return new PlacementOverview(
                placement,
                placement.status(),
                placement.forwardability(),
                audit(placement, Samples.reachedButTwo(), yes),
                List.of(Samples.WEDNESDAY, Samples.WEDNESDAY),
                List.of(
                        new SequenceTask(
                                new Suggestion(sequence, "awareness", "rule cfo: persona CFO"),
                                0,
                                0,
                                Samples.WEDNESDAY,
                                Samples.WEDNESDAY,
                                null,
                                new Response.InSequence(
                                        new SequenceId("cfo"), Samples.WEDNESDAY, "awareness")),
                        new SequenceTask(
                                new Suggestion(sequence, "awareness", "rule cfo: persona CFO"),
                                0,
                                0,
                                null,
                                null,
                                null,
                                new Response.Declined(
                                        new SequenceId("cfo"),
                                        Samples.WEDNESDAY,
                                        "not ours",
                                        new BetterPlace.OtherSequence(new SequenceId("clinical")),
                                        1))),
                new NextStep(
                        NextStep.Owner.RULE_2_OWNER,
                        "",
                        "“Old sequence” is archived. Choose another sequence."),
                null,
                List.of(
                        new Response.Acknowledged(new RepId("rep-0001"), Samples.WEDNESDAY),
                        new Response.Referenced(
                                "rep-0001",
                                Samples.WEDNESDAY,
                                new AccountId("northwind"),
                                "Northwind Health Plan",
                                How.IN_A_MEETING),
                        new Response.Referenced(
                                "rep-0002",
                                Samples.WEDNESDAY,
                                null,
                                "Lakeside Health",
                                How.TALKED_ABOUT),
                        new Response.KitSent(
                                new RepId("rep-0001"),
                                Samples.WEDNESDAY,
                                new AccountId("northwind"),
                                "Northwind Health Plan",
                                true,
                                "Sample Champion",
                                1),
                        new Response.InSequence(
                                new SequenceId("cfo"), Samples.WEDNESDAY, "awareness")),
                List.of(new Champion("Sample Champion", "Northwind Health Plan", "rep-0001", true)),
                1,
                Samples.reps("rep-0003"),
                List.of(StoryInBrief.of(Samples.placement())),
                true,
                Map.of(Samples.ADA.id(), Samples.ADA.email()),
                Map.of(new RepId("hr-0001"), new RepId("rep-0001")),
                List.of(
                        new HistoryEntry(
                                placement.id().value(),
                                Samples.WEDNESDAY,
                                HistoryEntry.ownerOf(new SequenceId("cfo")),
                                "not added to CFO sequence",
                                "it is for clinicians")));
    }

    private static PlacementAnswers audit(Placement placement, Reached reached, Finding finding) {
        return new PlacementAnswers(
                placement.id(),
                placement.story().outlet(),
                placement.story().headline(),
                null,
                placement.forwardability(),
                placement.publication().at(),
                placement.publication().deadline(),
                reached,
                finding,
                finding,
                finding,
                Facts.UNKNOWN,
                null);
    }
}
