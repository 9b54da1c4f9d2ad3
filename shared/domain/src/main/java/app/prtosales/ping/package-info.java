/// A placement's pings: planned for the full team, sent at the rate that SES allows, and judged by
/// who was reached within 24 hours (rule 1).
@NullMarked
package app.prtosales.ping;

import org.jspecify.annotations.NullMarked;
