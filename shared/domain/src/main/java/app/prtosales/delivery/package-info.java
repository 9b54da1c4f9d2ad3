/// One email to one person: its ledger row, from planned to delivered, and SES's reports about it.
@NullMarked
package app.prtosales.delivery;

import org.jspecify.annotations.NullMarked;
