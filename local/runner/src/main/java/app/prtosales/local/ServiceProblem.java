package app.prtosales.local;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Summarizes why an endpoint did not do what it was asked.
final class ServiceProblem {

    private ServiceProblem() {}

    static String of(SdkException problem) {
        if (problem instanceof AwsServiceException answered) {
            return "it answered %d %s".formatted(answered.statusCode(), code(answered)).strip();
        }
        String message = String.valueOf(problem.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /// The error code, or empty if there is none.
    static String code(AwsServiceException answered) {
        String code =
                answered.awsErrorDetails() == null ? null : answered.awsErrorDetails().errorCode();
        return code == null ? "" : code.strip();
    }
}
