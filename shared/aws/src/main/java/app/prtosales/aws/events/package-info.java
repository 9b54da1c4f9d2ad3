/// SES's events, as they arrive through EventBridge and SNS.
@NullMarked
package app.prtosales.aws.events;

import org.jspecify.annotations.NullMarked;
