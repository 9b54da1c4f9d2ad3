/// The links in emails: signed, bound to a person, a placement and a purpose, and with an
/// expiration (R5.8).
@NullMarked
package app.prtosales.link;

import org.jspecify.annotations.NullMarked;
