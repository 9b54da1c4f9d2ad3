package app.prtosales.local;

import app.prtosales.aws.AwsApplication;
import app.prtosales.functions.pagereader.PageReaderHandler;
import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.LocalStack;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.InvocationTargetException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The product's own handlers, each wired with its environment from the template.
final class ProductHandlers implements HandlerSource {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL";

    private final Function<FunctionDefinition, AwsApplication> applications;

    ProductHandlers(InstantSource clock) {
        this(function -> application(function, clock));
    }

    /// @param applications creates the application for each function
    ProductHandlers(Function<FunctionDefinition, AwsApplication> applications) {
        this.applications = applications;
    }

    @Override
    public RequestHandler<?, ?> handlerOf(FunctionDefinition function) {
        if (function.handlerClass().equals(PageReaderHandler.class.getName())) {
            AwsApplication application = applications.apply(function);
            return PageReaderHandler.reading(
                    application.clock(),
                    new SamplePages(
                            application.clock(),
                            PageReaderHandler.theInternet(application.fromAddress())));
        }
        try {
            return Class.forName(function.handlerClass())
                    .asSubclass(RequestHandler.class)
                    .getConstructor(AwsApplication.class)
                    .newInstance(applications.apply(function));
        } catch (InvocationTargetException broken) {
            throw new IllegalStateException(
                    "%s did not start: %s".formatted(function.id(), broken.getCause()), broken);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(
                    "%s has no handler %s that takes an AwsApplication"
                            .formatted(function.id(), function.handlerClass()),
                    missing);
        }
    }

    private static AwsApplication application(FunctionDefinition function, InstantSource clock) {
        return application(function, function.environment().getOrDefault(ENDPOINT, ""), clock);
    }

    /// The application as a function's environment configures it.
    ///
    /// @param endpoint the function's AWS endpoint, which identifies the caller
    static AwsApplication application(
            FunctionDefinition function, String endpoint, InstantSource clock) {
        Map<String, String> environment = new LinkedHashMap<>(function.environment());
        environment.put(ENDPOINT, endpoint);
        environment.put("AWS_REGION", LocalStack.REGION);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.id());
        return AwsApplication.from(environment, clock);
    }
}
