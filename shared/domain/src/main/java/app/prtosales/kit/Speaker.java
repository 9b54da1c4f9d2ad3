package app.prtosales.kit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whoever speaks in a story, as PR wrote it: `Mike Kijewski, CEO`. That is taken for the company's
/// own person, unless another organization follows `at`, `from` or `of`: `Jo Doe, CFO of Mercy
/// Health`. An organization after a comma is not recognized.
public record Speaker(String written) {

    private static final String NAME = " (?:the )?(?-i:\\p{Lu})";

    private static final String CHIEF =
            "\\b(?:c[a-z]{1,2}o|officer|(?<!vice[ -])president|founder|owner)";

    /// The speaker's own name, with no title in it.
    private static final String PERSON =
            "^(?![^,]*\\b(?:[se]?vp|president|head|director|chief|manager|chair|lead)\\b)[^,]+";

    /// A name after `at` or `from`, after a chief's `of`, or directly after the speaker's own name
    /// and `of`. After other titles, `of` names a department: `VP of Sales`.
    private static final Pattern ORGANIZATION =
            Pattern.compile(
                    "(?i)\\b(?:at|from)%s|(?:%s|%s) of%s".formatted(NAME, PERSON, CHIEF, NAME));

    private static final Pattern LEGAL_FORM =
            Pattern.compile("(?i),? (?:inc|llc|ltd|corp|corporation|gmbh|plc|ag)\\.?$");

    /// Whether the text names an organization: the company or another one.
    public boolean namesOrganization() {
        return ORGANIZATION.matcher(written).find();
    }

    /// `Mike Kijewski, CEO of MedCrypt,` for the middle of a sentence: a comma follows the title
    /// too. The company is not added if the text already names it, or another organization.
    ///
    /// @param company null if the agreement does not name it
    public String inSentence(@Nullable String company) {
        String named =
                company == null || names(company) || namesOrganization()
                        ? written
                        : written + " of " + company;
        return named + (written.indexOf(',') > 0 ? "," : "");
    }

    /// Whether the text names an organization other than the company.
    ///
    /// @param company null if the agreement does not name it; then the organization may be its own
    boolean isFromAnother(@Nullable String company) {
        return company != null && !names(company) && namesOrganization();
    }

    private boolean names(String company) {
        String name = LEGAL_FORM.matcher(company).replaceFirst("");
        return Pattern.compile("(?iu)\\b" + Pattern.quote(name) + "(?!\\p{L})")
                .matcher(written)
                .find();
    }
}
