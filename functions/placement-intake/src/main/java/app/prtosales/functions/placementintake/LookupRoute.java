package app.prtosales.functions.placementintake;

import app.prtosales.aws.http.HttpRequest;
import app.prtosales.aws.http.HttpResponse;
import app.prtosales.aws.http.JsonBody;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.aws.http.ProblemJson;
import app.prtosales.lookup.LookUpPage;
import app.prtosales.lookup.LookUpPage.Outcome;
import app.prtosales.lookup.PageMetadata;
import app.prtosales.lookup.PageRefusal;
import app.prtosales.page.Evidence;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.text.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks up a pasted link, and answers with what its page says about itself, to fill in the form.
final class LookupRoute {

    private static final String URL = "url";
    private static final String HTML = "html";

    private static final String OTHER_WAYS =
            " Open the page in your browser and send it from there, drop a saved copy of it on the"
                    + " form, or fill in the form yourself.";

    private static final String OR_FILL_IN = " Or fill in the form yourself.";

    private final LookUpPage lookUpPage;

    LookupRoute(LookUpPage lookUpPage) {
        this.lookUpPage = lookUpPage;
    }

    HttpResponse answer(HttpRequest request) {
        return switch (JsonBody.read(request, JsonBody.MAXIMUM_LIST)) {
            case JsonBody.Refused(var response) -> response;
            case JsonBody.Read(var body) -> answer(body);
        };
    }

    private HttpResponse answer(JsonObject body) {
        body.onlyKnows(List.of(URL, HTML));
        @Nullable String url = body.text(URL);
        @Nullable String html = body.text(HTML);
        if (url == null && !body.has(URL) || url != null && url.isBlank()) {
            body.problems().add(URL, "is missing: paste the link to the story");
        }
        List<FieldError> errors = body.problems().asList();
        if (url == null || !errors.isEmpty()) {
            return ProblemJson.invalid(errors).response();
        }
        return switch (lookUpPage.lookUp(url, html)) {
            case Outcome.Invalid(var wrong) -> ProblemJson.invalid(wrong).response();
            case Outcome.NotRead(var why, var status) -> notRead(why, status, html != null);
            case Outcome.Found found -> HttpResponse.json(200, json(found));
        };
    }

    /// @param sent whether the caller sent the page
    private static HttpResponse notRead(PageRefusal why, int status, boolean sent) {
        String detail = sentence(why);
        String field = sent && why == PageRefusal.UNREADABLE ? HTML : URL;
        ProblemJson problem =
                new ProblemJson(
                        422,
                        "Page not read",
                        detail,
                        List.of(new FieldError(field, detail)),
                        Map.of("why", why.word()));
        return (status == 0 ? problem : problem.with("answered", status)).response();
    }

    /// What happened, and what to do instead.
    private static String sentence(PageRefusal why) {
        return switch (why) {
            case NOT_AN_ADDRESS ->
                    "Only links to public websites over https are read." + OTHER_WAYS;
            case NOT_PUBLIC ->
                    "This link leads to a private network, where we never read pages." + OTHER_WAYS;
            case UNKNOWN_SITE ->
                    "There is no website at this address. Check the link for a typo." + OR_FILL_IN;
            case NO_ANSWER -> "The website did not answer." + OTHER_WAYS;
            case TOO_SLOW -> "The website took too long to answer." + OTHER_WAYS;
            case CERTIFICATE ->
                    "The website’s security certificate is not valid, so the page was not read."
                            + OTHER_WAYS;
            case TURNED_AWAY ->
                    "The website lets only people in, not servers such as this one." + OTHER_WAYS;
            case NOT_THERE ->
                    "The website says there is no such page. Check the link." + OR_FILL_IN;
            case SITE_FAILED -> "The website is having a problem right now." + OTHER_WAYS;
            case NOT_HTML ->
                    "This link leads to a file, such as a PDF, and not to a web page."
                            + " Fill in the form yourself.";
            case UNREADABLE -> "The page we received is empty or isn’t a web page." + OTHER_WAYS;
            case ENDLESS_REDIRECTS ->
                    "The website keeps forwarding from one address to the next." + OTHER_WAYS;
            case READER_FAILED -> "The page could not be read just now." + OTHER_WAYS;
        };
    }

    private static Map<String, @Nullable Object> json(Outcome.Found found) {
        PageMetadata metadata = found.metadata();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("url", metadata.url());
        put(json, "canonicalUrl", metadata.canonicalUrl());
        put(json, "copyOf", metadata.copyOf());
        if (metadata.publishedAt() != null) {
            json.put("publishedAt", metadata.publishedAt());
            json.put("dateOnly", metadata.dateOnly());
        }
        put(json, "zone", metadata.zone());
        put(json, "headline", metadata.headline());
        put(json, "outlet", metadata.outlet());
        put(json, "author", metadata.author());
        put(json, "format", metadata.format());
        json.put("evidence", metadata.evidence().stream().map(LookupRoute::json).toList());
        found.existing()
                .ifPresent(story -> {
                    json.put("existing", "/placements/" + story.id().value());
                    json.put("id", story.id().value());
                    json.put("story", json(story));
                });
        found.original().ifPresent(story -> json.put("original", json(story)));
        return json;
    }

    private static Map<String, Object> json(Evidence evidence) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", evidence.field());
        json.put("where", evidence.where());
        json.put("value", evidence.value());
        return json;
    }

    private static Map<String, Object> json(StoryInBrief story) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", story.id().value());
        json.put("outlet", story.outlet());
        json.put("headline", story.headline());
        return json;
    }

    private static void put(
            Map<String, @Nullable Object> json, String field, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(given -> json.put(field, given));
    }
}
