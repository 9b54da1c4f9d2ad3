/// IAM, as far as the roles of a template need it: who may do what, and why not.
///
/// The rules are those of the IAM User Guide, "Policy evaluation logic" and "IAM JSON policy
/// element reference". What they do not cover here is refused when a policy is read, never when it
/// is asked.
@NullMarked
package app.prtosales.local.edges.iam;

import org.jspecify.annotations.NullMarked;
