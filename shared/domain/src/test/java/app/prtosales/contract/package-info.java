/// The contract of each port, as tests that every one of its adapters runs.
@NullMarked
package app.prtosales.contract;

import org.jspecify.annotations.NullMarked;
