/// The domain's ports on one DynamoDB table; `docs/data-model.md` draws it.
@NullMarked
package app.prtosales.aws.table;

import org.jspecify.annotations.NullMarked;
