package app.prtosales.kit;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whoever speaks in a story, as PR wrote it: `Mike Kijewski, CEO`. That is the company's own
/// person, unless the text names another organization: `Jo Doe, CFO of Mercy Health`.
public record Speaker(String written) {

    /// A name after `at`, `from` or `of`, unless it is a department, or after a leader's title.
    private static final Pattern ORGANIZATION =
            Pattern.compile(
                    "(?i)\\b(?:at|from) (?:the )?(?-i:\\p{Lu})"
                            + "|(?<!\\b(?:[sea]?vp|vice president|head|director|chief|manager|gm|leader|lead)) of"
                            + " (?!the board\\b|directors\\b)(?:the )?(?-i:\\p{Lu})"
                            + "|\\b(?:c[a-z]{1,2}o|officer|(?<!vice )president|founder|owner), (?!(?:chief|c[a-z]{1,2}o"
                            + "|(?:co-?)?founder|president|chair\\w*|director|executive|managing|board|owner|md|ph\\.?d|rn|mba)\\b)"
                            + "(?-i:\\p{Lu})");

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
        return written.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
