/// Sends emails through SES.
@NullMarked
package app.prtosales.aws.mail;

import org.jspecify.annotations.NullMarked;
