package app.prtosales.aws.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Malicious workbooks: each is rejected after allocating less than 64 MB in total. The limit on
/// unpacked bytes also limits the time, which is not asserted because it varies on a busy machine.
@Tag("long")
class HostileWorkbookTest {

    private static final int HUGE = 100_000_000;

    @BeforeAll
    static void the_classes_are_loaded() throws UnreadableFileException {
        SpreadsheetFile.read(new XlsxFile("<c><v>1</v></c>").bytes());
    }

    static Stream<Arguments> workbooks() {
        return Stream.of(
                hostile("a part of 100 million spaces", () -> bomb(' ')),
                hostile("a part of 100 million opening brackets", () -> bomb('<')),
                hostile(
                        "ten million empty cells",
                        () -> sheet("<row>" + "<c/>".repeat(10_000_000) + "</row>")),
                hostile(
                        "a million columns",
                        () -> sheet("<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>")),
                hostile(
                        "a million rows",
                        () -> sheet("<row><c><v>1</v></c></row>".repeat(1_000_000))),
                hostile(
                        "a million shared strings",
                        () -> strings("<si><t>a</t></si>".repeat(1_000_000))),
                hostile(
                        "a shared string of 20 MB",
                        () -> strings("<si><t>" + "a".repeat(20_000_000) + "</t></si>")),
                hostile(
                        "an attribute of 20 MB",
                        () -> sheet("<row r=\"" + "1".repeat(20_000_000) + "\"/>")),
                hostile(
                        "a million cells nested in each other",
                        () -> sheet("<row>" + "<c>".repeat(1_000_000))),
                hostile("entities", () -> entities().bytes()),
                hostile(
                        "a file cut off at the end",
                        () -> cut(new XlsxFile("<c><v>1</v></c>").bytes())),
                hostile(
                        "a reference to a shared string that does not exist",
                        () -> {
                            return new XlsxFile("<c t=\"s\"><v>99</v></c>").bytes();
                        }),
                hostile(
                        "a part that is not XML",
                        () -> new XlsxFile("").raw("xl/workbook.xml", "none").bytes()),
                hostile("a million links", () -> linked("", link("a").repeat(1_000_000))),
                hostile(
                        "links that are longer together than the response may be",
                        () -> linked("", link("a".repeat(2_000)).repeat(9_000))),
                hostile(
                        "a hundred thousand links on all cells",
                        () ->
                                linked(
                                        "<hyperlink ref=\"A1:XFD1048576\" r:id=\"rId1\"/>"
                                                .repeat(100_000),
                                        link("a"))),
                hostile(
                        "long link formulas",
                        () ->
                                sheet(
                                        "<row><c><f>HYPERLINK(\"http://%s\")</f><v>1</v></c></row>"
                                                .formatted("a".repeat(1_900))
                                                .repeat(9_000))),
                hostile(
                        "a column past the last",
                        () -> sheet("<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void each_attack_is_refused_using_less_than_64_megabytes(String what, Supplier<byte[]> made) {
        byte[] file = made.get();
        ThreadMXBean threads =
                (ThreadMXBean) Objects.requireNonNull(ManagementFactory.getThreadMXBean());
        long allocated = threads.getCurrentThreadAllocatedBytes();

        Throwable refused = catchThrowable(() -> SpreadsheetFile.read(file));

        assertThat(refused).as(what).isInstanceOf(UnreadableFileException.class);
        assertThat(threads.getCurrentThreadAllocatedBytes() - allocated)
                .as(what)
                .isLessThan(64_000_000);
    }

    private static Arguments hostile(String what, Supplier<byte[]> made) {
        return Arguments.of(what, made);
    }

    private static byte[] sheet(String rows) {
        return new XlsxFile("").sheet(rows).bytes();
    }

    private static byte[] linked(String links, String targets) {
        return new XlsxFile("")
                .linked("<row><c><v>1</v></c></row>".repeat(10_000), links, targets)
                .bytes();
    }

    private static String link(String rest) {
        return "<Relationship Id=\"rId1\" Type=\"/hyperlink\" Target=\"http://%s\"/>"
                .formatted(rest);
    }

    private static byte[] strings(String strings) {
        return new XlsxFile("").part("xl/sharedStrings.xml", "<sst>" + strings + "</sst>").bytes();
    }

    private static byte[] bomb(char of) {
        byte[] bytes = new byte[HUGE];
        Arrays.fill(bytes, (byte) of);
        return new XlsxFile("").raw("xl/sharedStrings.xml", new String(bytes, UTF_8)).bytes();
    }

    private static XlsxFile entities() {
        StringBuilder type = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        return new XlsxFile("<c t=\"s\"><v>0</v></c>")
                .raw("xl/sharedStrings.xml", type + "]><sst><si><t>&a9;</t></si></sst>");
    }

    private static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length - 40);
    }
}
