/// The domain's ports on a single DynamoDB table; see `docs/data-model.md`.
@NullMarked
package app.prtosales.aws.table;

import org.jspecify.annotations.NullMarked;
