package app.prtosales.local;

import app.prtosales.local.edges.FunctionDefinition;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/// Creates the handler of a function.
interface HandlerSource {

    RequestHandler<?, ?> handlerOf(FunctionDefinition function);
}
