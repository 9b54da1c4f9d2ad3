/// What SES tells us through EventBridge.
@NullMarked
package app.prtosales.aws.events;

import org.jspecify.annotations.NullMarked;
