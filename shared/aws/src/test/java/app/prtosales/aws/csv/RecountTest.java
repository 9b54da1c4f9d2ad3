package app.prtosales.aws.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.ExportWeek;
import app.prtosales.aws.json.Json;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Placement;
import app.prtosales.samples.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// R4.6, I7: code that shares nothing with ours, `scripts/recount`, recomputes the figures of a
/// week from its export and gets the same results.
class RecountTest {

    /// A few weeks in every build; `.ci/full` runs 200.
    private static final int QUARTERS = Integer.getInteger("quarters", 6);

    @TempDir Path folder;

    @Test
    void r4_6_each_week_of_random_quarters_is_recounted_to_the_same_figures()
            throws IOException, InterruptedException {
        needsPython();
        int weeks = 0;
        for (int seed = 0; seed < QUARTERS; seed++) {
            RandomQuarter quarter = new RandomQuarter(seed);
            quarter.run();
            List<Map<String, String>> rows = new ArrayList<>();
            for (AuditWeek week : quarter.weeks()) {
                ExportWeek.Page page = quarter.company.exportWeek.export(week, null);
                assertThat(page.next()).isNull();
                rows.addAll(page.rows());
                weeks++;
            }
            assertThat(rows)
                    .filteredOn(row -> "judged".equals(row.get("group")))
                    .extracting(row -> row.get("id"))
                    .as("each placement is judged in one week, whatever the agreement's zone")
                    .doesNotHaveDuplicates();
            if (seed % 2 == 0) {
                write("quarter-%d.csv".formatted(seed), Csv.write(ExportWeek.COLUMNS, rows));
            } else {
                write("quarter-%d.json".formatted(seed), Json.write(Map.of("rows", rows)));
            }
        }

        Recount recount = recount();

        assertEquals(0, recount.exit(), recount.output());
        assertThat(recount.output()).contains("%d weeks, 0 differences".formatted(weeks));
    }

    @Test
    void r1_10_a_void_verdict_is_recounted_although_the_reps_came_back()
            throws IOException, InterruptedException {
        needsPython();
        Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
        List<Row> team = List.of(Company.rep("rep-001"), Company.rep("rep-002"));
        company.putReps(team.stream().map(rep -> rep.with("active", "false")).toList());
        Placement placement = company.distribute(Samples.submission());
        company.advance(Duration.ofHours(1));
        company.putReps(team);
        company.work();
        company.deliverAll(placement.id());
        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofDays(7)));
        company.runWeeklyAudit.run();
        List<Map<String, String>> rows =
                company.exportWeek.export(new AuditWeek(2026, 26), null).rows();
        write("void.csv", Csv.write(ExportWeek.COLUMNS, rows));

        Recount recount = recount();

        assertEquals(0, recount.exit(), recount.output());
        assertThat(rows).anyMatch(row -> "void".equals(row.get("verdict")));
    }

    @Test
    void stages_that_look_like_formulas_are_recounted() throws IOException, InterruptedException {
        needsPython();
        Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
        company.reps(1);
        company.put(
                ListName.SEQUENCES,
                sequence("cfo", "awareness;-5% growth"),
                sequence("health-system", "awareness;'=decision"));
        Placement placement = company.distribute(Samples.green());
        confirm(company, placement, "cfo", "-5% growth");
        confirm(company, placement, "health-system", "'=decision");
        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofDays(7)));
        List<Map<String, String>> rows =
                company.exportWeek.export(new AuditWeek(2026, 26), null).rows();
        write("stages.csv", Csv.write(ExportWeek.COLUMNS, rows));

        Recount recount = recount();

        assertEquals(0, recount.exit(), recount.output());
        assertThat(rows)
                .extracting(row -> row.get("name"))
                .contains("stage:-5% growth:everybody", "stage:'=decision:everybody");
    }

    private static Row sequence(String id, String stages) {
        return Company.row(
                "id",
                id,
                "name",
                "Name of " + id,
                "owner",
                "Sample Owner",
                "ownerEmail",
                "owner@sample-medtech.example",
                "status",
                "active",
                "stages",
                stages);
    }

    private static void confirm(
            Company company, Placement placement, String sequence, String stage) {
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, placement.id(), sequence), Map.of("stage", stage));
    }

    @Test
    void a_figure_off_by_one_is_found() throws IOException, InterruptedException {
        needsPython();
        RandomQuarter quarter = new RandomQuarter(7);
        quarter.run();
        List<Map<String, String>> rows = new ArrayList<>();
        for (AuditWeek week : quarter.weeks()) {
            rows.addAll(quarter.company.exportWeek.export(week, null).rows());
        }
        String right = Csv.write(ExportWeek.COLUMNS, rows);
        for (String figure :
                List.of("judged", "fullyWired", "reached-in-24h:yes", "dealsTouched")) {
            write("wrong.csv", oneMore(right, figure));

            Recount recount = recount();

            assertThat(recount.exit()).as(figure).isEqualTo(1);
            assertThat(recount.output()).contains(figure + ": says");
        }
    }

    /// The figure of the last week, plus one.
    private static String oneMore(String csv, String figure) {
        Csv.Read.Table table = (Csv.Read.Table) Csv.read(csv);
        List<Map<String, String>> rows = new ArrayList<>();
        table.lines().forEach(line -> rows.add(new LinkedHashMap<>(line.cells())));
        for (Map<String, String> row : rows.reversed()) {
            if (figure.equals(row.get("name"))) {
                row.put("now", String.valueOf(Integer.parseInt(row.get("now")) + 1));
                break;
            }
        }
        return Csv.write(table.columns(), rows);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, UTF_8);
    }

    private record Recount(int exit, String output) {}

    private Recount recount() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", script().toString()));
        try (var files = Files.list(folder)) {
            files.map(Path::toString).sorted().forEach(command::add);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Recount(process.exitValue(), output);
    }

    private static Path script() {
        return Path.of("../../scripts/recount").toAbsolutePath().normalize();
    }

    private static void needsPython() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            there = false;
        }
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("python3 is missing, and CI=true requires it");
        }
        Assumptions.assumeTrue(there, "skipped: the recount is in Python, and python3 is missing");
    }
}
