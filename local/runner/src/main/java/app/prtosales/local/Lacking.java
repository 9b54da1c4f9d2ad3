package app.prtosales.local;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Says in a few words what an endpoint answered instead of doing what it was asked.
final class Lacking {

    private Lacking() {}

    static String of(SdkException problem) {
        if (problem instanceof AwsServiceException answered) {
            return "it answers %d %s".formatted(answered.statusCode(), code(answered)).strip();
        }
        String message = String.valueOf(problem.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /// The error's code, or empty where it has none.
    static String code(AwsServiceException answered) {
        String code =
                answered.awsErrorDetails() == null ? null : answered.awsErrorDetails().errorCode();
        return code == null ? "" : code.strip();
    }
}
