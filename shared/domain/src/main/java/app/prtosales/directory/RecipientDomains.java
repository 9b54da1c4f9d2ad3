package app.prtosales.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The mail domains that people on the lists may have, so that mistyped or private addresses get no
/// email. Distributors work for other companies, so domains can be allowed for distributors only.
///
/// @param everybody domains allowed for everyone; if both lists are empty, every domain is allowed
/// @param distributors additional domains for reps whose employment is `distributor`
public record RecipientDomains(List<String> everybody, List<String> distributors) {

    private static final String FOR_DISTRIBUTORS = "distributor:";
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

    public RecipientDomains {
        everybody = List.copyOf(everybody);
        distributors = List.copyOf(distributors);
    }

    public static RecipientDomains any() {
        return new RecipientDomains(List.of(), List.of());
    }

    /// @param written domains separated by spaces, with those for distributors written as
    ///   `distributor:partner.example`; empty to allow any
    /// @throws IllegalArgumentException if one of them is not a domain
    public static RecipientDomains read(String written) {
        List<String> everybody = new ArrayList<>();
        List<String> distributors = new ArrayList<>();
        for (String each : written.isBlank() ? new String[0] : written.strip().split(" +", -1)) {
            boolean limited = each.startsWith(FOR_DISTRIBUTORS);
            String domain =
                    (limited ? each.substring(FOR_DISTRIBUTORS.length()) : each)
                            .toLowerCase(Locale.ROOT);
            if (!DOMAIN.matcher(domain).matches()) {
                throw new IllegalArgumentException(
                        "\"%s\" is not a domain such as example.com".formatted(each));
            }
            (limited ? distributors : everybody).add(domain);
        }
        return new RecipientDomains(everybody, distributors);
    }

    /// Whether this address is allowed. Subdomains are separate domains.
    ///
    /// @param distributor whether the address is a distributor's
    boolean allow(String address, boolean distributor) {
        if (everybody.isEmpty() && distributors.isEmpty()) {
            return true;
        }
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return everybody.contains(domain) || (distributor && distributors.contains(domain));
    }

    /// The allowed domains, for an error message to the person who entered the row.
    String wanted(boolean distributor) {
        List<String> allowed = new ArrayList<>(everybody);
        if (distributor) {
            allowed.addAll(distributors);
        }
        return allowed.isEmpty()
                ? "Use an address at one of your distributors’ domains"
                : "Use an address at %s. Other domains aren’t allowed"
                        .formatted(String.join(" or ", allowed));
    }
}
