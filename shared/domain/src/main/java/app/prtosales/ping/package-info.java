/// The pings of a placement: planned for the full team, sent at the rate that SES allows, and
/// judged by who was reached in 24 hours (rule 1).
@NullMarked
package app.prtosales.ping;

import org.jspecify.annotations.NullMarked;
