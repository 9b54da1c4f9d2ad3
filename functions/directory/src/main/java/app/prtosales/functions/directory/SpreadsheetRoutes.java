package app.prtosales.functions.directory;

import app.prtosales.aws.csv.Csv;
import app.prtosales.aws.csv.Footer;
import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.aws.spreadsheet.Sheet;
import app.prtosales.aws.spreadsheet.SpreadsheetFile;
import app.prtosales.aws.spreadsheet.UnreadableFileException;
import java.util.Map;
import java.util.Set;

/// `POST /spreadsheets`: converts an uploaded file to rows of cells. Nothing is stored.
final class SpreadsheetRoutes {

    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// API Gateway passes `text/*` on as UTF-8 text, which corrupts other encodings; as bytes, a
    /// file arrives unchanged.
    private static final String BYTES = "application/octet-stream";

    private static final Set<String> TYPES = Set.of(EXCEL, BYTES);

    private SpreadsheetRoutes() {}

    static HttpResponse read(HttpRequest request) {
        if (request.bodyLength() > JsonBody.MAXIMUM_LIST) {
            return ProblemJson.of(
                            413,
                            "Too large",
                            "This file is %.1f MB, and the limit is 4 MB. Delete the sheets and columns you don’t need, or split it into smaller files."
                                    .formatted(request.bodyLength() / 1_048_576.0))
                    .response();
        }
        if (!TYPES.contains(request.contentType()) && !Csv.isNameOf(request.contentType())) {
            return ProblemJson.of(
                            415,
                            "Unsupported media type",
                            "Send an Excel workbook or CSV, with Content-Type: application/octet-stream.")
                    .response();
        }
        try {
            return HttpResponse.json(
                    200,
                    Map.of(
                            "sheets",
                            SpreadsheetFile.read(request.body()).stream()
                                    .map(SpreadsheetRoutes::toJson)
                                    .toList()));
        } catch (UnreadableFileException why) {
            return ProblemJson.badBody("Not a spreadsheet", sentence(why)).response();
        }
    }

    private static Map<String, Object> toJson(Sheet sheet) {
        return Map.of(
                "name", sheet.name(),
                "rows", sheet.rows(),
                "footer", Footer.of(sheet.rows()),
                "hidden", sheet.hidden(),
                "links", sheet.links().stream().map(SpreadsheetRoutes::toJson).toList());
    }

    private static Map<String, Object> toJson(Sheet.Link link) {
        return Map.of("row", link.row(), "column", link.column(), "target", link.target());
    }

    private static String sentence(UnreadableFileException why) {
        return why.getMessage() == null ? "" : why.getMessage();
    }
}
