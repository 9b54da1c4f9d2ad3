/// IAM, as far as the template's roles need it: who may do what, and why not.
///
/// The rules are those of the IAM User Guide, "Policy evaluation logic" and "IAM JSON policy
/// element reference". A policy that uses any other element is rejected as it is read, never when a
/// request is decided.
@NullMarked
package app.prtosales.local.edges.iam;

import org.jspecify.annotations.NullMarked;
