package app.prtosales.aws.http;

import com.amazonaws.services.lambda.runtime.Context;

/// A request of somebody who is signed in, and may ask for it.
///
/// @param context of the function's invocation, for its log
public record Call(HttpRequest request, Caller caller, Context context) {}
