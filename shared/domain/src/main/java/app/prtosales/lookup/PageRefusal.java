package app.prtosales.lookup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a page could not be read.
public enum PageRefusal {
    /// An address that is never fetched: not https, a nonstandard port, an IP address instead of a
    /// name.
    NOT_AN_ADDRESS,
    /// At least one of the IP addresses its name resolves to is not on the public internet.
    NOT_PUBLIC,
    /// Its name does not resolve.
    UNKNOWN_SITE,
    /// The connection was refused or broken off, or the server did not speak HTTP.
    NO_ANSWER,
    /// It took longer than a person would wait.
    TOO_SLOW,
    /// Its certificate is not valid for its name.
    CERTIFICATE,
    /// It does not let a server read it: a login, a paywall, a bot blocker.
    TURNED_AWAY,
    /// There is no such page.
    NOT_THERE,
    /// The site itself failed.
    SITE_FAILED,
    /// Something other than HTML: a PDF, an image, a video.
    NOT_HTML,
    /// What arrived as HTML is empty, or something else.
    UNREADABLE,
    /// Too many redirects.
    ENDLESS_REDIRECTS,
    /// The page reader itself failed or is busy.
    READER_FAILED;

    /// The word used in the page reader's answer.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PageRefusal> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
