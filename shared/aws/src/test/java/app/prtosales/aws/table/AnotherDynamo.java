package app.prtosales.aws.table;

/// Another DynamoDB in which the tests create their tables: a service that a build profile puts on
/// the class path.
public interface AnotherDynamo {

    /// Started on first use; skips the test if it cannot be started.
    String endpoint();
}
