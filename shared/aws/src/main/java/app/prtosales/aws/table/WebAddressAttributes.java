package app.prtosales.aws.table;

import app.prtosales.placement.CanonicalUrl;
import app.prtosales.placement.WebAddress;
import org.jspecify.annotations.Nullable;

/// Maps an address to two attributes of a story or copy: its key and, if it differs, the link that
/// people get. Older items have only the key, which was also the link.
final class WebAddressAttributes {

    static final String KEY = "url";
    static final String LINK = "link";

    private WebAddressAttributes() {}

    /// @return null if the link equals the key
    static @Nullable String link(WebAddress address) {
        return address.value().equals(address.canonical().value()) ? null : address.value();
    }

    static WebAddress address(ItemReader map) {
        String key = map.text(KEY);
        @Nullable String link = map.textOrNull(LINK);
        return new WebAddress(link == null ? key : link, new CanonicalUrl(key));
    }
}
