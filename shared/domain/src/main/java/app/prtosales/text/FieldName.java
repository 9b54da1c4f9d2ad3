package app.prtosales.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a field in a sentence for the person filling it in: `Enter the outlet`.
public final class FieldName {

    private static final Pattern HUMP = Pattern.compile("[A-Z]");
    private static final Pattern ARTICLE = Pattern.compile("^an? ");

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("url", "the link"),
                    Map.entry("note", "the note"),
                    Map.entry("reason", "a reason"),
                    Map.entry("whyItMatters", "why it matters"),
                    Map.entry("holdingLine", "what reps should say"),
                    Map.entry("personas", "the buyers’ roles"),
                    Map.entry("name", "a name"),
                    Map.entry("email", "an email address"),
                    Map.entry("secondEmail", "the second email address"),
                    Map.entry("owner", "the owner’s name"),
                    Map.entry("ownerEmail", "the owner’s email address"),
                    Map.entry("prOwner", "the PR owner’s email address"),
                    Map.entry("ops", "the email address of sales ops"),
                    Map.entry("salesLeader", "the sales leader’s email address"),
                    Map.entry("leadership", "the leaders’ email addresses"),
                    Map.entry("ruleOwners", "the rule owners’ email addresses"),
                    Map.entry("publishedAt", "the publication date"),
                    Map.entry("what", "what we should update"),
                    Map.entry("champion", "your champion’s name"),
                    Map.entry("accountName", "the account’s name"),
                    Map.entry("account", "the account’s name"),
                    Map.entry("id", "an ID"),
                    Map.entry("person", "a rep’s ID or an email address"),
                    Map.entry("zone", "a time zone"));

    private FieldName() {}

    /// @param field the field's name in the API, with its position in a list:
    ///   `items[3].secondEmail`
    public static String of(String field) {
        String name = field.substring(field.lastIndexOf('.') + 1);
        String known = NAMES.get(name);
        return known == null ? "the " + words(name) : known;
    }

    /// The name of a field that holds something: `Shorten the reason`.
    public static String entered(String field) {
        return ARTICLE.matcher(of(field)).replaceFirst("the ");
    }

    private static String words(String name) {
        return HUMP.matcher(name)
                .replaceAll(hump ->
                        Matcher.quoteReplacement(" " + hump.group().toLowerCase(Locale.ROOT)));
    }
}
