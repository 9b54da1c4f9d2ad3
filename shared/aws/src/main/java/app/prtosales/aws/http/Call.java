package app.prtosales.aws.http;

import com.amazonaws.services.lambda.runtime.Context;

/// An authorized request of a signed-in caller.
///
/// @param context the invocation's context, for its log
public record Call(HttpRequest request, Caller caller, Context context) {}
