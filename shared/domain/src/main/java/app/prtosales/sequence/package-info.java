/// Emails to sequence owners: what they are asked, when they are reminded, and when they have to
/// take a placement out again (rule 2).
@NullMarked
package app.prtosales.sequence;

import org.jspecify.annotations.NullMarked;
