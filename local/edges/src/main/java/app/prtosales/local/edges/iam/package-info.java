/// IAM, as far as the template's roles need it: who may do what, and why not.
///
/// The rules are those of the IAM User Guide, "Policy evaluation logic" and "IAM JSON policy
/// element reference". Elements that are not implemented here are rejected when the policy is read,
/// never when a request is decided.
@NullMarked
package app.prtosales.local.edges.iam;

import org.jspecify.annotations.NullMarked;
