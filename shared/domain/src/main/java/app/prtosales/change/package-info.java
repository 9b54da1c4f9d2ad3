/// What happens to a placement after it was accepted: each change with who, when and why, and the
/// mails that it causes.
@NullMarked
package app.prtosales.change;

import org.jspecify.annotations.NullMarked;
