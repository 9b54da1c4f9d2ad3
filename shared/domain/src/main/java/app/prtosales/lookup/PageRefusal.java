package app.prtosales.lookup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a page was not read.
public enum PageRefusal {
    /// Not an address that is ever asked: not https, another port, a number instead of a name.
    NOT_AN_ADDRESS,
    /// Its name leads, alone or among others, to an address that is not on the public internet.
    NOT_PUBLIC,
    /// Nobody knows its name.
    UNKNOWN_SITE,
    /// The connection was refused, broken off, or spoke no HTTP.
    NO_ANSWER,
    /// It took longer than a person waits.
    TOO_SLOW,
    /// Its certificate is not valid for its name.
    CERTIFICATE,
    /// It does not let a server read it: a login, a paywall, a wall against robots.
    TURNED_AWAY,
    /// There is no such page.
    NOT_THERE,
    /// The site itself failed.
    SITE_FAILED,
    /// Something else than HTML: a PDF, a picture, a film.
    NOT_HTML,
    /// It sends the reader on and on.
    ENDLESS_REDIRECTS,
    /// The reader itself failed, or is busy.
    READER_FAILED;

    /// The word in the page reader's answer.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PageRefusal> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
