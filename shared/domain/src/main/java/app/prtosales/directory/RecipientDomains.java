package app.prtosales.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The mail domains that people on the lists may have, so that a mistyped or private address gets
/// no mail. Distributors are other companies: a domain can be allowed for them alone.
///
/// @param everybody domains of anybody's; with these two empty, every domain is allowed
/// @param distributors domains of reps whose employment is `distributor`
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

    /// @param written domains separated by blanks, those for distributors as
    ///   `distributor:partner.example`; empty for any
    /// @throws IllegalArgumentException if one of them is no domain
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

    /// Whether somebody may have this address. A subdomain is another domain.
    ///
    /// @param distributor whether it is a distributor's
    boolean allow(String address, boolean distributor) {
        if (everybody.isEmpty() && distributors.isEmpty()) {
            return true;
        }
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return everybody.contains(domain) || (distributor && distributors.contains(domain));
    }

    /// What the address of a row must be, for whoever wrote it.
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
