/// One mail to one person: its ledger row, from planned to delivered, and what SES reports of it.
@NullMarked
package app.prtosales.delivery;

import org.jspecify.annotations.NullMarked;
