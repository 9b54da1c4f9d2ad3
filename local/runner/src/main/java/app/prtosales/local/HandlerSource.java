package app.prtosales.local;

import app.prtosales.local.edges.FunctionDefinition;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/// Makes the handler of a function.
interface HandlerSource {

    RequestStreamHandler handlerOf(FunctionDefinition function);
}
