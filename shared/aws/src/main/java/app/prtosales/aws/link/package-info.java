/// The signing keys of the links in emails, from Secrets Manager.
@NullMarked
package app.prtosales.aws.link;

import org.jspecify.annotations.NullMarked;
