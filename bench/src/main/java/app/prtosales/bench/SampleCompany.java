package app.prtosales.bench;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.json.Json;
import app.prtosales.directory.ListName;
import app.prtosales.directory.ReplaceList;
import app.prtosales.directory.Row;
import app.prtosales.history.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Uploads the sample company's lists.
final class SampleCompany {

    private static final List<ListName> LISTS =
            List.of(
                    ListName.SEGMENTS,
                    ListName.SEQUENCES,
                    ListName.REPS,
                    ListName.ACCOUNTS,
                    ListName.RULES,
                    ListName.AGREEMENT);

    private SampleCompany() {}

    static void load(Path folder, AwsApplication application) throws IOException {
        ReplaceList replaceList = application.replaceList();
        Person ops = Person.withEmail("ops@sample-medtech.example");
        for (ListName list : LISTS) {
            JsonNode file = Json.read(Files.readAllBytes(folder.resolve(list.word() + ".json")));
            List<Row> rows = file.path("items").valueStream().map(SampleCompany::row).toList();
            ReplaceList.Outcome outcome =
                    replaceList.replace(list, rows, ops, new ReplaceList.Options(false, true));
            if (!(outcome instanceof ReplaceList.Outcome.Applied)) {
                throw new IllegalStateException("%s: %s".formatted(list, outcome));
            }
        }
    }

    private static Row row(JsonNode item) {
        Map<String, String> cells = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : item.properties()) {
            JsonNode value = field.getValue();
            if (value.isArray()) {
                String all =
                        value.valueStream().map(JsonNode::asText).collect(Collectors.joining(";"));
                cells.put(field.getKey(), all);
            } else if (!value.isNull()) {
                cells.put(field.getKey(), value.asText());
            }
        }
        return new Row(cells);
    }
}
